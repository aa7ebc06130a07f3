"""Importing files, and mending the index: the long work, with progress and cancel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from policyviewer.app.importing import ImportReport, ImportService
from policyviewer.app.library import LibraryChanged
from policyviewer.app.searching import SearchService
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.widgets.progress_strip import ProgressStrip


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
        handle = self._tasks.submit(
            self._importing.job(paths),
            on_done=self._on_imported,
            on_progress=self._strip.show_progress,
            on_end=self._strip.finish,
            owner=self,
            lane=Lane.WRITE,
        )
        self._strip.begin("正在导入", handle.cancel)

    def mend(self) -> None:
        """Bring the index up to the library, once at a time."""
        if self._mending:
            return
        self._mending = True
        handle = self._tasks.submit(
            self._searching.mend,
            on_done=self._on_mended,
            on_progress=self._strip.show_progress,
            on_end=self._on_mending_ended,
            owner=self,
            lane=Lane.WRITE,
        )
        self._strip.begin("正在整理索引", handle.cancel)

    def _on_imported(self, report: ImportReport) -> None:
        self._searching.refresh()
        documents = frozenset(document.id for document in report.documents)
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
