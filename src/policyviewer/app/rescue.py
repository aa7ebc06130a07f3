"""What is done when the database of notes is broken: nothing of it is ever deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.app.paths import AppPaths
from policyviewer.storage.backups import Backups, taken_at


@dataclass(frozen=True, slots=True)
class Rescue:
    """The newest backup of broken notes that can be read."""

    backup: Path | None
    taken: datetime | None
    """When the backup was taken."""


def look(
    paths: AppPaths,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    second: Path | None = None,
) -> Rescue:
    """Find the newest good backup, also in the ``second`` folder of backups: a disk that fails
    takes the first one with it. The broken database stays where it is until the user has decided.
    """
    when = now()
    folders = (paths.backups, *([second] if second is not None else []))
    good = (Backups(paths.notes, folder).newest_good(when) for folder in folders)
    found = {path: taken_at(path) for path in good if path is not None}
    backup = max(found, key=lambda path: (found[path] <= when, found[path]), default=None)
    return Rescue(backup, found[backup] if backup else None)


def set_aside(paths: AppPaths, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Path:
    """Move the broken database out of the way, and give where it lies now."""
    return Backups(paths.notes, paths.backups).set_aside(now())


def restore(paths: AppPaths, rescue: Rescue) -> None:
    """Put the backup in place; without one the notes begin anew."""
    if rescue.backup is not None:
        Backups(paths.notes, paths.backups).restore(rescue.backup)


def offer(found: Rescue) -> str:
    """Give the sentence that says what can be restored."""
    if found.taken is None:
        return "没有找到可以恢复的备份。可以从空白开始继续使用，损坏的文件留待维护人员处理。"
    taken = found.taken.astimezone()
    return f"可以恢复 {taken:%Y-%m-%d %H:%M} 的备份；那以后写的批注请从损坏的文件中抢救。"
