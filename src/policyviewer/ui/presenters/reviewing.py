"""Looking back on what was marked: the clauses read in one go, put on paper, and counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.library import LibraryService
from policyviewer.app.marked_clauses import MarkedClause, marked_clauses, whole_document
from policyviewer.app.note_statistics import DocumentStatistics, statistics_of
from policyviewer.app.settling import SettlingService
from policyviewer.domain.annotations import AnnotationId
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.clauses_dialog import ClausesDialog
from policyviewer.ui.dialogs.save_dialog import ask_where
from policyviewer.ui.dialogs.statistics_dialog import StatisticsDialog
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.printing import print_page, write_pdf
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


class ReviewPresenter(QObject):
    """Puts clauses together behind the window and shows them."""

    place_wanted = Signal(str, object)
    """A document's id and a range of its text."""
    document_wanted = Signal(str)
    """The id of a document whose annotations are to be listed."""

    def __init__(
        self,
        library: LibraryService,
        annotating: AnnotationService,
        settling: SettlingService,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._annotating = annotating
        self._settling = settling
        self._tasks = tasks
        self._reading = reading
        self._window = window

    def read_all(self) -> None:
        """Show all clauses that are highlighted, noted or bookmarked."""
        self._read(None)

    def read(self, names: Sequence[str]) -> None:
        """Show the clauses of some annotations."""
        self._read([AnnotationId(name) for name in names])

    def print_document(self) -> None:
        """Show the document on the page as it goes on paper, with the notes on it."""
        document = self._reading.document
        if document is None:
            self._window.messages.show_message(tr("请先打开一份文件。"))
            return
        self._window.annotations.commit()

        def gather(_ctx: JobContext) -> list[MarkedClause]:
            return whole_document(document, self._annotating.of(document))

        title = document.outline.metadata.title or tr("打印")
        self._tasks.submit(
            gather,
            on_done=partial(self._show, title, whole=True),
            owner=self,
            lane=Lane.NOTES,
        )

    def show_statistics(self) -> None:
        """Count what there is in each document, and show it."""

        def count(_ctx: JobContext) -> list[DocumentStatistics]:
            titles = {one.id: one.metadata.title for one in self._library.documents()}
            return statistics_of(self._annotating.all(), titles, self._settling.states())

        self._tasks.submit(
            count, on_done=self._on_counted, owner=self, lane=Lane.READ, key="statistics"
        )

    def save_pdf(self, html: str, title: str, path: Path) -> None:
        """Write a page as a PDF file."""
        try:
            write_pdf(html, title, path)
        except StorageError as error:
            self._tasks.failed.emit(error)
            return
        self._window.messages.show_message(tr("已存为“{path}”。").format(path=path))

    def _read(self, names: list[AnnotationId] | None) -> None:
        self._window.annotations.commit()

        def gather(ctx: JobContext) -> list[MarkedClause]:
            wanted = names
            if wanted is None:
                wanted = [one.id for one in self._annotating.all()]
            return marked_clauses(self._library, self._annotating, wanted, ctx.token.check)

        self._tasks.submit(
            gather,
            on_done=partial(self._show, tr("我标记的条款"), whole=False),
            owner=self,
            lane=Lane.READ,
            key="clauses",
        )

    def _show(self, title: str, clauses: list[MarkedClause], *, whole: bool) -> None:
        window = self._window
        dialog = ClausesDialog(title, clauses, window.theme, whole=whole, parent=window)
        dialog.place_wanted.connect(self.place_wanted)
        dialog.place_wanted.connect(dialog.accept)
        dialog.print_wanted.connect(partial(self._print, dialog))
        dialog.pdf_wanted.connect(lambda html: self._ask_where(dialog, html, title))
        dialog.open()

    def _print(self, dialog: ClausesDialog, html: str) -> None:
        try:
            print_page(html, dialog)
        except UserError as error:
            self._window.messages.show_message(error.text + error.hint)

    def _ask_where(self, parent: ClausesDialog, html: str, title: str) -> None:
        formats = {"PDF (*.pdf)": ".pdf"}
        ask_where(
            parent, tr("存为 PDF"), title, formats, lambda path: self.save_pdf(html, title, path)
        )

    def _on_counted(self, statistics: list[DocumentStatistics]) -> None:
        if not statistics[0].total:
            self._window.messages.show_message(tr("还没有批注和书签。"))
            return
        dialog = StatisticsDialog(statistics, self._window)
        dialog.document_chosen.connect(self.document_wanted)
        dialog.open()
