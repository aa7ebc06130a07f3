"""Backups of the notes, beside them and in a second folder, and bringing notes back from one."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.app.annotating import AnnotationService
from policyviewer.domain.annotations import Annotation
from policyviewer.domain.errors import StorageError
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.backups import Backups, is_dated, is_sound, taken_at
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.recovery import Recovered, recover

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was taken."""

    path: Path
    taken: datetime


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back from a backup: annotations as they were, and other work that was gone."""

    annotations: int
    work: Recovered


class KeepingService:
    """Takes backups of the notes and restores from them; what was made since always stays."""

    def __init__(self, notes: Database, folder: Path, annotating: AnnotationService) -> None:
        self._notes = notes
        self._folder = folder
        self._annotating = annotating

    def take(self, second: Path | None = None, now: datetime | None = None) -> Path:
        """Take a backup, and one in a second folder; give the first.

        Raises StorageError when either could not be made; the first is tried first.
        """
        when = now or datetime.now(UTC)
        made = Backups(self._notes.path, self._folder).take(when)
        if second is not None:
            self.take_along(made, second, when)
        return made

    def take_along(self, backup: Path, second: Path, now: datetime | None = None) -> Path:
        """Copy a backup into a second folder, and give the copy; the notes are not touched.

        Raises StorageError when it could not be made.
        """
        return Backups(self._notes.path, second).take_along(backup, now or datetime.now(UTC))

    def taken(self, second: Path | None = None) -> list[Backup]:
        """Give the backups of both folders, the newest first; of one moment only one."""
        folders = [self._folder, *([second] if second is not None else [])]
        found: dict[str, Backup] = {}
        for folder in folders:
            for path in Backups(self._notes.path, folder).taken():
                found.setdefault(path.name, Backup(path, taken_at(path)))
        return sorted(found.values(), key=lambda one: one.taken, reverse=True)

    def restore(self, backup: Path, now: datetime | None = None) -> Restored:
        """Bring annotations back as they were in a backup, in one step that can be taken back,
        and whatever else the user made where it is gone. A backup of the present is taken before.

        Raises StorageError when the backup cannot be read, or none could be taken.
        """
        with _opened(backup) as former:
            annotations = AnnotationStore(former).all()
            former.seal()
            self.take(now=now)
            day = f"{taken_at(backup).astimezone():%Y-%m-%d}" if is_dated(backup) else ""
            work = recover(self._notes, former.path, f"（{day}备份）")
            return Restored(self._annotating.bring_back(annotations), work)


def annotations_in(backup: Path) -> list[Annotation]:
    """Give the annotations of a backup, also of an older program's; the file is not changed.

    Raises StorageError when it is no sound backup.
    """
    with _opened(backup) as former:
        return AnnotationStore(former).all()


@contextmanager
def _opened(backup: Path) -> Iterator[Database]:
    """Give a copy of a backup, brought up to the present schema."""
    if not backup.is_file() or not is_sound(backup):
        raise StorageError(f"“{backup.name}”不是完好的备份。", "请另选一份备份。")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "notes.sqlite"
        try:
            shutil.copyfile(backup, copy)
        except OSError as error:
            raise StorageError(f"读不出“{backup}”。", "请检查磁盘空间和文件的读取权限。") from error
        with closing(Database(copy, Schema.NOTES)) as database:
            yield database
