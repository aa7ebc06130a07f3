"""Importing files, and mending the index: the long work, with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from policyviewer.app.import_report import ImportReport
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryChanged
from policyviewer.app.searching import SearchService
from policyviewer.domain.tasks import Job, Progress
from policyviewer.ui.tasks import Lane, TaskHandle, TaskRunner
from policyviewer.ui.widgets.progress_strip import ProgressStrip

T = TypeVar("T")


class ImportPresenter(QObject):
    """Brings files into the library and keeps the index in step with it."""

    library_changed = Signal(object)
    """A LibraryChanged: documents that are new or have a new text."""
    imported = Signal(object)
    """The ImportReport of an import that has ended."""
    index_mended = Signal()

    def __init__(
        self,
        importing: ImportService,
        searching: SearchService,
        tasks: TaskRunner,
        strip: ProgressStrip,
    ) -> None:
        super().__init__(strip)
        self._importing = importing
        self._searching = searching
        self._tasks = tasks
        self._strip = strip
        self._mending = False

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders in the background."""
        self._run("正在导入", self._importing.job(paths), self._on_imported, self._strip.finish)

    def mend(self) -> None:
        """Bring the index up to the library, once at a time."""
        if not self._mending:
            self._mending = True
            self._run("正在整理索引", self._searching.mend, self._on_mended, self._on_mending_ended)

    def _run(
        self,
        title: str,
        job: Job[T],
        on_done: Callable[[T], None],
        on_end: Callable[[], None],
    ) -> None:
        """Run a job in the lane that writes; the strip shows, and cancels, the one at work."""
        started: list[TaskHandle] = []

        def told(progress: Progress) -> None:
            self._strip.begin(title, started[0].cancel)
            self._strip.show_progress(progress)

        handle = self._tasks.submit(
            job, on_done=on_done, on_progress=told, on_end=on_end, owner=self, lane=Lane.WRITE
        )
        started.append(handle)

    def _on_imported(self, report: ImportReport) -> None:
        self._searching.refresh()
        documents = frozenset(one.document for one in report.documents)
        self.library_changed.emit(LibraryChanged(documents))
        self.imported.emit(report)

    def _on_mended(self, shelves: int) -> None:
        if shelves:
            self.index_mended.emit()

    def _on_mending_ended(self) -> None:
        self._mending = False
        self._strip.finish()


def import_text(report: ImportReport) -> str:
    """Give the sentence that tells the outcome of an import."""
    counted = (
        (report.imported, "新导入"),
        (report.updated, "更新"),
        (report.unchanged, "没有变化"),
        (len(report.failed), "没有读出来"),
    )
    told = [f"{words} {count} 份" for count, words in counted if count]
    return "，".join(told) + "。" if told else "没有找到可以导入的文件。"
