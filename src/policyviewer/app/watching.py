"""Folders that are watched: which files there are new or changed since they were dealt with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policyviewer.app.drives import Drive
from policyviewer.app.import_report import ImportReport
from policyviewer.app.importing import ImportService
from policyviewer.app.opening import LIBRARY_PACK
from policyviewer.app.shelves import Shelf
from policyviewer.domain.errors import UserError
from policyviewer.domain.names import readable
from policyviewer.domain.tasks import Job, JobContext
from policyviewer.importers import registry
from policyviewer.storage.watching import FileState


@dataclass(frozen=True, slots=True)
class News:
    """What has happened in the watched folders.

    ``files`` are new or changed; ``missing`` are folders that are not there at present, as when
    a stick is not plugged in.
    """

    files: tuple[Path, ...]
    missing: tuple[Path, ...]


class WatchService:
    """Knows what is new in the watched folders, and imports it."""

    def __init__(self, shelf: Shelf, importing: ImportService, drive: Drive | None = None) -> None:
        self._shelf = shelf
        self._importing = importing
        self._drive = drive or Drive()

    def folders(self) -> list[Path]:
        """Give the watched folders."""
        return [self._drive.found(folder) for folder in self._shelf.watching.folders()]

    def watch(self, folder: Path) -> None:
        """Watch a folder, with all below it; raises UserError when there is none."""
        place = folder.absolute()
        if not place.is_dir():
            raise UserError(
                f"找不到文件夹“{readable(str(folder))}”。", "请检查路径是否写对，U 盘是否插好。"
            )
        self._shelf.watching.watch(self._drive.kept(place))

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no longer; raises UserError when it is not watched."""
        place = folder.absolute()
        if place not in self.folders():
            raise UserError(
                f"没有关注文件夹“{readable(str(folder))}”。", "用 watch list 可以看到关注的文件夹。"
            )
        self._shelf.watching.unwatch(self._drive.kept(place))

    def news(self, ctx: JobContext) -> News:
        """Give what is new; files are told apart by size and time, not read."""
        folders = self.folders()
        missing = tuple(folder for folder in folders if not folder.is_dir())
        files, _unreadable = registry.expand([one for one in folders if one not in missing])
        seen = self._shelf.watching.seen()
        fresh = []
        for path, state in self._states(files):
            ctx.token.check()
            if state not in seen and path.suffix.lower() != LIBRARY_PACK:
                fresh.append(path)
        return News(tuple(fresh), missing)

    def take(self, files: Sequence[Path]) -> Job[ImportReport]:
        """Give the job that imports files and remembers them as dealt with, read or not."""
        states = [state for _path, state in self._states(files)]
        job = self._importing.job(files)

        def run(ctx: JobContext) -> ImportReport:
            report = job(ctx)
            self._shelf.watching.see(states)
            return report

        return run

    def ignore(self, files: Sequence[Path]) -> None:
        """Remember files as dealt with, without importing them, until they change again."""
        self._shelf.watching.see(state for _path, state in self._states(files))

    def _states(self, files: Sequence[Path]) -> Iterator[tuple[Path, FileState]]:
        for path in files:
            try:
                status = path.stat()
            except OSError:  # gone since it was listed
                continue
            name = readable(self._drive.kept(path))
            yield path, FileState(name, status.st_size, status.st_mtime_ns)
