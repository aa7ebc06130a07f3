"""A compilation on paper: looked through, printed, written into a Word document or a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from policyviewer.app.compiling import CompilationService
from policyviewer.domain.compilations import Compilation
from policyviewer.domain.errors import UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.print_dialog import PrintDialog
from policyviewer.ui.dialogs.save_dialog import ask_where
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.paper.compiled import CompiledWish, laid_out_compilation
from policyviewer.ui.paper.compiled_files import write_compilation
from policyviewer.ui.paper.job import told
from policyviewer.ui.paper.print import Print
from policyviewer.ui.presenters.printing import PaperPresenter, file_name
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr

FORMATS = {
    ".docx": noop("Word 文档 (*.docx)"),
    ".pdf": noop("PDF 文件 (*.pdf)"),
}


@dataclass(frozen=True, slots=True)
class _Written:
    path: Path
    made: Print


class CompiledPaperPresenter(QObject):
    """Sets the compilation used last on paper, as its texts are now."""

    def __init__(self, service: CompilationService, tasks: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._service = service
        self._tasks = tasks
        self._window = window
        self._paper = PaperPresenter(tasks, window)
        window.compilation.preview_wanted.connect(self.preview)
        window.compilation.export_wanted.connect(self.ask)

    def preview(self) -> PrintDialog:
        """Open the preview, from which one can print."""
        dialog = PrintDialog((), self._window, tr("汇编预览"))
        dialog.print_wanted.connect(self._paper.ask_for_printer)
        dialog.pdf_wanted.connect(self._paper.ask_for_file)
        dialog.show()
        self._tasks.submit(
            lambda ctx: laid_out_compilation(self._wish(ctx), ctx),
            on_done=dialog.show_print,
            on_error=partial(self._on_failed, dialog),
            on_progress=dialog.show_progress,
            owner=dialog,
            lane=Lane.READ,
        )
        return dialog

    def ask(self) -> None:
        """Ask where the compilation shall go."""
        self._tasks.submit(
            lambda _ctx: self._present(), on_done=self._ask, owner=self, lane=Lane.NOTES
        )

    def export(self, path: Path) -> None:
        """Write the compilation into a file, .docx or .pdf by its name."""

        def write(ctx: JobContext) -> _Written:
            return _Written(path, write_compilation(self._wish(ctx), path, ctx))

        progress = self._window.progress
        handle = self._tasks.submit(
            write,
            on_done=self._on_written,
            on_progress=progress.show_progress,
            on_end=progress.finish,
            owner=self,
            lane=Lane.READ,
        )
        progress.begin(tr("正在导出汇编"), handle.cancel)

    def _present(self) -> Compilation:
        """Give the compilation used last; raises UserError where there is none."""
        found = self._service.compilations()
        if not found:
            raise UserError(tr("还没有汇编。"), tr("请先把条款或文件收入汇编，再导出。"))
        return found[0]

    def _wish(self, ctx: JobContext) -> CompiledWish:
        present = self._present()
        pieces = self._service.present(present.id, ctx.token.check)
        return CompiledWish(present.name, tuple(pieces), date.today())  # noqa: DTZ011  # his day

    def _ask(self, present: Compilation) -> None:
        name = f"{Path(file_name(present.name)).stem}.docx"
        formats = {tr(words): suffix for suffix, words in FORMATS.items()}
        ask_where(self._window, tr("导出汇编"), name, formats, self.export)

    def _on_written(self, written: _Written) -> None:
        words = tr("已导出汇编，共 {pages} 页：“{path}”。")
        text = words.format(pages=len(written.made.pages), path=written.path)
        if written.path.suffix.lower() == ".pdf":  # Word has fonts of its own
            text += told(written.made.substitutions)
        self._window.messages.show_message(text)

    def _on_failed(self, dialog: PrintDialog, error: BaseException) -> None:
        if isinstance(error, UserError):
            dialog.show_failure(error.text)
        else:
            self._tasks.failed.emit(error)
