"""The commands that keep the notes safe: ``backup`` and ``restore``."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from policyviewer.app import rescue, settings
from policyviewer.app.keeping import KeepingService, annotations_in
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.cli.notes_commands import local_service
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.errors import DamagedNotesError
from policyviewer.storage.recovery import Recovered


def backup(_options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Take a backup of the notes, also in the second folder that the user chose."""
    with closing(open_notes(paths)) as database:
        service = KeepingService(database, paths.backups, local_service(database, paths))
        made = service.take(_second(paths))
    if terminal.as_json:
        terminal.json({"file": str(made)})
    else:
        terminal.text(f"已备份到“{made}”")
    return 0


def restore(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Bring notes back from a backup, or list the backups.

    Notes that cannot be opened any more are set aside, and the newest good backup, or the one
    that was named, takes their place.
    """
    try:
        with closing(open_notes(paths)) as database:
            service = KeepingService(database, paths.backups, local_service(database, paths))
            if options.source is None:
                return _list(service, paths, terminal)
            restored = service.restore(options.source)
    except DamagedNotesError:
        return _rescue(options, paths, terminal)
    if terminal.as_json:
        terminal.json({"restored": restored.annotations, "work": asdict(restored.work)})
    else:
        terminal.text(f"已恢复 {restored.annotations} 条批注；备份之后新做的都还在")
        for name, count in _told(restored.work):
            terminal.text(f"已找回{name} {count}")
    return 0


def _told(work: Recovered) -> list[tuple[str, int]]:
    """Give what came back besides annotations, kind by kind."""
    kinds = (
        ("文件夹", work.folders),
        ("文件夹里的文件", work.placed),
        ("常用检索", work.searches),
        ("标签颜色", work.colours),
        ("上下位对照的手工对应", work.decisions),
        ("任务进度", work.progress),
        ("汇编", work.compilations),
    )
    return [(name, count) for name, count in kinds if count]


def _rescue(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    if options.source is not None:
        annotations_in(options.source)  # refuses what is no backup, before anything is moved
    found = rescue.look(paths, second=_second(paths))
    kept = rescue.set_aside(paths)
    chosen = options.source or found.backup
    if chosen is not None:
        rescue.restore(paths, rescue.Rescue(chosen, None))
    if terminal.as_json:
        terminal.json({"kept": str(kept), "backup": str(chosen) if chosen else None})
    else:
        terminal.text(f"批注文件已损坏，另存为“{kept}”，没有删除。")
        terminal.text(f"已恢复备份“{chosen}”" if chosen else "没有找到可以恢复的备份。")
    return 0


def _list(service: KeepingService, paths: AppPaths, terminal: Terminal) -> int:
    listed = service.taken(_second(paths))
    if terminal.as_json:
        terminal.json([{"file": str(one.path), "taken": one.taken.isoformat()} for one in listed])
        return 0
    for one in listed:
        terminal.text(f"{one.taken.astimezone():%Y-%m-%d %H:%M}  {one.path}")
    terminal.text(f"共 {len(listed)} 份备份")
    return 0


def _second(paths: AppPaths) -> Path | None:
    folder = settings.load(paths.settings).backup_folder
    return paths.drive.found(folder) if folder else None
