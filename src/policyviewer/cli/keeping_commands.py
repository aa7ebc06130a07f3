"""The commands that keep the notes safe: ``backup`` and ``restore``."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from policyviewer.app import rescue, settings
from policyviewer.app.keeping import KeepingService
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.cli.notes_commands import local_service
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.errors import DamagedNotesError


def backup(_options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """Take a backup of the notes, also in the second folder that the user chose."""
    with closing(open_notes(paths)) as database:
        service = KeepingService(paths.notes, paths.backups, local_service(database, paths))
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
            service = KeepingService(paths.notes, paths.backups, local_service(database, paths))
            if options.source is None:
                return _list(service, paths, terminal)
            count = service.restore(options.source)
    except DamagedNotesError:
        return _rescue(options, paths, terminal)
    if terminal.as_json:
        terminal.json({"restored": count})
    else:
        terminal.text(f"已恢复 {count} 条；备份之后新做的批注都还在")
    return 0


def _rescue(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    found = rescue.set_aside(paths)
    chosen = options.source or found.backup
    if chosen is not None:
        rescue.restore(paths, rescue.Rescue(found.kept, chosen, None))
    if terminal.as_json:
        terminal.json({"kept": str(found.kept), "backup": str(chosen) if chosen else None})
    else:
        terminal.text(f"批注文件已损坏，另存为“{found.kept}”，没有删除。")
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
