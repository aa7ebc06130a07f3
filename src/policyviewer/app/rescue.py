"""What is done when the database of notes is broken: nothing of it is ever deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.app.paths import AppPaths
from policyviewer.storage.backups import Backups


@dataclass(frozen=True, slots=True)
class Rescue:
    """A broken database set aside, and the newest backup that can be read."""

    kept: Path
    """Where the broken file lies now."""
    backup: Path | None
    taken: datetime | None
    """When the backup was taken."""


def set_aside(paths: AppPaths, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Rescue:
    """Move the broken database out of the way and find the newest good backup."""
    backups = Backups(paths.notes, paths.backups)
    kept = backups.set_aside(now())
    backup = backups.newest_good()
    taken = datetime.fromtimestamp(backup.stat().st_mtime, UTC) if backup else None
    return Rescue(kept, backup, taken)


def restore(paths: AppPaths, rescue: Rescue) -> None:
    """Put the backup in place; without one the notes begin anew."""
    if rescue.backup is not None:
        Backups(paths.notes, paths.backups).restore(rescue.backup)
