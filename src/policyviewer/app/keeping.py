"""Backups of the notes, beside them and in a second folder, and bringing notes back from one."""

from __future__ import annotations

import logging
import shutil
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.app.annotating import AnnotationService
from policyviewer.domain.annotations import Annotation
from policyviewer.domain.errors import StorageError
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.backups import Backups, is_sound, taken_at
from policyviewer.storage.database import Database, Schema

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was taken."""

    path: Path
    taken: datetime


class KeepingService:
    """Takes backups of the notes and restores from them; never overwrites what is newer."""

    def __init__(self, notes: Path, folder: Path, annotating: AnnotationService) -> None:
        self._notes = notes
        self._folder = folder
        self._annotating = annotating

    def take(self, second: Path | None = None, now: datetime | None = None) -> Path:
        """Take a backup, and one in a second folder; give the first.

        Raises StorageError when either could not be made; the first is tried first.
        """
        when = now or datetime.now(UTC)
        made = Backups(self._notes, self._folder).take(when)
        if second is not None:
            Backups(self._notes, second).take(when)
        return made

    def taken(self, second: Path | None = None) -> list[Backup]:
        """Give the backups of both folders, the newest first; of one moment only one."""
        folders = [self._folder, *([second] if second is not None else [])]
        found: dict[str, Backup] = {}
        for folder in folders:
            for path in Backups(self._notes, folder).taken():
                found.setdefault(path.name, Backup(path, taken_at(path)))
        return sorted(found.values(), key=lambda one: one.taken, reverse=True)

    def restore(self, backup: Path) -> int:
        """Bring annotations back as they were in a backup, in one step that can be taken back;
        give how many were changed. What was made since stays.

        Raises StorageError when the backup cannot be read.
        """
        return self._annotating.bring_back(annotations_in(backup))


def annotations_in(backup: Path) -> list[Annotation]:
    """Give the annotations of a backup, also of an older program's; the file is not changed.

    Raises StorageError when it is no sound backup.
    """
    if not backup.is_file() or not is_sound(backup):
        raise StorageError(f"“{backup.name}”不是完好的备份。", "请另选一份备份。")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "notes.sqlite"
        try:
            shutil.copyfile(backup, copy)
        except OSError as error:
            raise StorageError(f"读不出“{backup}”。", "请检查磁盘空间和文件的读取权限。") from error
        with closing(Database(copy, Schema.NOTES)) as database:
            return AnnotationStore(database).all()
