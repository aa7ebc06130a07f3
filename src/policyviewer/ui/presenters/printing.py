"""Printing what one reads: the preview, then the printer or a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.sources import printed_on, source_line
from policyviewer.domain.documents import Document, Outline
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.print_dialog import PrintDialog
from policyviewer.ui.dialogs.save_dialog import ask_where, fit_name
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.paper.job import PrintWish, laid_out, save_pdf
from policyviewer.ui.paper.notes import NotesPlace
from policyviewer.ui.paper.print import Print
from policyviewer.ui.paper.scopes import Scope, section_at
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.presenters.shelving import ShelvingPresenter
from policyviewer.ui.printing import ask_for_printer
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr

if TYPE_CHECKING:  # it is loaded when somebody prints
    from PySide6.QtPrintSupport import QPrinter

T = TypeVar("T")
PDF = noop("PDF 文件 (*.pdf)")


class PaperPresenter(QObject):
    """Takes pages that have been laid out to a printer or into a file, and tells of it."""

    def __init__(self, tasks: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window

    def ask_for_file(self, made: Print) -> None:
        """Ask where the PDF shall go, and write it there."""
        name = file_name(made.title)
        formats = {tr(PDF): ".pdf"}
        ask_where(self._window, tr("存为 PDF"), name, formats, lambda path: self.save(made, path))

    def save(self, made: Print, path: Path) -> None:
        """Write a PDF in the background."""

        def write(ctx: JobContext) -> Path:
            save_pdf(made, path, ctx)
            return path

        self._run(tr("正在写 PDF"), write, self._on_saved)

    def ask_for_printer(self, made: Print) -> None:
        """Ask on which printer; without one, say what can be done instead."""
        from policyviewer.ui.paper.printer import official

        try:
            ask_for_printer(
                partial(official, made.title),
                self._window,
                partial(self.print_on, made),
                len(made.pages),
            )
        except UserError as error:
            self._window.messages.show_message(error.text + error.hint)

    def print_on(self, made: Print, printer: QPrinter) -> None:
        """Print in the background."""
        from policyviewer.ui.paper.printer import print_on

        def work(ctx: JobContext) -> int:
            count = len(made.pages)
            return print_on(made, printer, lambda done: ctx.step(done, count))

        self._run(tr("正在打印"), work, self._on_printed)

    def _run(self, title: str, work: Callable[[JobContext], T], done: Callable[[T], None]) -> None:
        progress = self._window.progress
        handle = self._tasks.submit(
            work,
            on_done=done,
            owner=self,
            on_progress=progress.show_progress,
            on_end=progress.finish,
            lane=Lane.READ,
        )
        progress.begin(title, handle.cancel)

    def _on_saved(self, path: Path) -> None:
        self._window.messages.show_message(tr("已存为 PDF：“{path}”。").format(path=path))

    def _on_printed(self, pages: int) -> None:
        self._window.messages.show_message(tr("已把 {pages} 页交给打印机。").format(pages=pages))


class PrintPresenter(QObject):
    """Shows what one reads as it will be on paper."""

    def __init__(
        self,
        reading: ReadingPresenter,
        annotating: AnnotationService,
        shelving: ShelvingPresenter,
        tasks: TaskRunner,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._reading = reading
        self._annotating = annotating
        self._shelving = shelving
        self._tasks = tasks
        self._window = window
        self._paper = PaperPresenter(tasks, window)

    def ask(self) -> PrintDialog | None:
        """Open the preview of the document on the page; None where there is none."""
        document = self._reading.document
        if document is None:
            self._window.messages.show_message(tr("请先打开要打印的文件。"))
            return None
        reader = self._window.reader
        spans = {
            Scope.SELECTION: reader.selection(),
            Scope.DOCUMENT: None,
            Scope.SECTION: section_at(document.outline, reader.position()),
        }
        able = [one for one, span in spans.items() if span is not None or one is Scope.DOCUMENT]
        dialog = PrintDialog(able, self._window)
        outline = replace(document.outline, text=reader.text or document.outline.text)
        lay_out = partial(self._lay_out, dialog, document, outline, spans)
        dialog.wish_changed.connect(lay_out)
        dialog.print_wanted.connect(self._paper.ask_for_printer)
        dialog.pdf_wanted.connect(self._paper.ask_for_file)
        dialog.show()
        lay_out()
        return dialog

    def _lay_out(
        self,
        dialog: PrintDialog,
        document: Document,
        outline: Outline,
        spans: dict[Scope, TextRange | None],
    ) -> None:
        span, place = spans[dialog.scope], dialog.notes_place
        told = printed_on(date.today(), self._shelving.lifetime_of(document.id))  # noqa: DTZ011
        source = source_line(document.outline, span, told)

        def work(ctx: JobContext) -> Print:
            wanted = place is not NotesPlace.NONE
            notes = tuple(self._annotating.of(document)) if wanted else ()
            return laid_out(PrintWish(outline, source, span, notes, place), ctx)

        self._tasks.submit(
            work,
            on_done=dialog.show_print,
            on_error=partial(self._on_failed, dialog),
            on_progress=dialog.show_progress,
            owner=dialog,
            lane=Lane.READ,
            key="print-preview",
        )

    def _on_failed(self, dialog: PrintDialog, error: BaseException) -> None:
        if isinstance(error, UserError):
            dialog.show_failure(error.text)
        else:
            self._tasks.failed.emit(error)


def file_name(title: str) -> str:
    """Give what the PDF of a document is called."""
    return f"{fit_name(title) or tr('打印')}.pdf"
