"""Importing files, and mending the index: the long work, with progress and cancel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from policyviewer.app.import_report import ImportReport
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryChanged
from policyviewer.app.searching import SearchService
from policyviewer.domain.corrections import Corrections
from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import UserError
from policyviewer.domain.names import readable
from policyviewer.domain.tasks import Job
from policyviewer.importers.base import Unreadable
from policyviewer.ui.dialogs.import_dialog import ImportDialog
from policyviewer.ui.long_work import LongWork
from policyviewer.ui.tasks import TaskRunner
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.progress_strip import ProgressStrip

_PREVIEW = "import-preview"
_READ_ANEW = "import-read-anew"


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
        self._work = LongWork(tasks, strip, self)
        self._mending = False

    def ask(self, window: QWidget, paths: Sequence[Path] = ()) -> ImportDialog:
        """Open the dialog in which files are looked at before they are imported, and give it."""
        dialog = ImportDialog(window)
        dialog.paths_given.connect(partial(self._list, dialog))
        dialog.files_wanted.connect(partial(self._choose, dialog, folder=False))
        dialog.folder_wanted.connect(partial(self._choose, dialog, folder=True))
        dialog.preview_wanted.connect(partial(self._preview, dialog))
        dialog.corrected.connect(partial(self._read_anew, dialog))
        dialog.import_wanted.connect(self.import_paths)
        dialog.open()
        if paths:
            self._list(dialog, paths)
        return dialog

    def import_paths(
        self, paths: Sequence[Path], corrections: Mapping[str, Corrections] | None = None
    ) -> None:
        """Import files and folders in the background."""
        self.take(self._importing.job(paths, corrections))

    def take(self, job: Job[ImportReport]) -> None:
        """Run an import in the background and tell what comes of it."""
        self._work.run(tr("正在导入"), job, self._on_imported)

    def mend(self) -> None:
        """Bring the index up to the library, once at a time."""
        if not self._mending:
            self._mending = True
            self._work.run(
                tr("正在整理索引"), self._searching.mend, self._on_mended, self._on_mending_ended
            )

    def _list(self, dialog: ImportDialog, paths: Sequence[Path]) -> None:
        self._tasks.submit(
            self._importing.files(paths), on_done=partial(_show_files, dialog), owner=dialog
        )

    def _choose(self, dialog: ImportDialog, *, folder: bool) -> None:
        """Let the user choose with the system's own dialog."""
        name = tr("选择文件夹") if folder else tr("选择文件")
        chooser = QFileDialog(dialog, name, "", tr("所有文件 (*)"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mode = QFileDialog.FileMode
        chooser.setFileMode(mode.Directory if folder else mode.ExistingFiles)
        chooser.filesSelected.connect(
            lambda names: self._list(dialog, [Path(name) for name in names])
        )
        chooser.open()

    def _preview(self, dialog: ImportDialog, path: Path) -> None:
        self._tasks.submit(
            self._importing.preview(path),
            on_done=dialog.show_preview,
            on_error=partial(self._on_unreadable, dialog),
            owner=dialog,
            key=_PREVIEW,
        )

    def _on_unreadable(self, dialog: ImportDialog, error: BaseException) -> None:
        if isinstance(error, UserError):
            dialog.show_failure(error)
        else:
            self._tasks.failed.emit(error)

    def _read_anew(self, dialog: ImportDialog, outline: Outline, corrections: Corrections) -> None:
        self._tasks.submit(
            self._importing.read_anew(outline, corrections),
            on_done=dialog.show_outline,
            owner=dialog,
            key=_READ_ANEW,
        )

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


def _show_files(dialog: ImportDialog, found: tuple[list[Path], list[Unreadable]]) -> None:
    files, unreadable = found
    dialog.add_files(
        files,
        [f"{readable(str(one.path))}：{one.error.text}{one.error.hint}" for one in unreadable],
    )


def import_text(report: ImportReport) -> str:
    """Give the sentence that tells the outcome of an import."""
    counted = (
        (report.imported, tr("新导入")),
        (report.updated, tr("更新")),
        (report.unchanged, tr("没有变化")),
        (len(report.failed), tr("没有读出来")),
    )
    told = [
        tr("{words} {count} 份").format(words=words, count=count)
        for count, words in counted
        if count
    ]
    return "，".join(told) + "。" if told else tr("没有找到可以导入的文件。")


def is_smooth(report: ImportReport) -> bool:
    """Say whether a sentence tells all there is to tell: nothing failed, nothing to look at."""
    return not (report.failed or report.skipped or any(one.warnings for one in report.documents))
