"""The tasks of the document on the page: the table, what is written in it, and its files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from policyviewer.app.library import LibraryService
from policyviewer.app.tasking import TaskService, TaskSheet, TrackedTask
from policyviewer.domain.dates import iso_today
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.progress import TaskProgress
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.task_progress import KeptProgress
from policyviewer.ui.dialogs.save_dialog import ask_where, fit_name
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.models.task_cells import STATUS_WORDS
from policyviewer.ui.presenters.choosing import ChoicePresenter
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr

FORMATS = {
    ".xlsx": noop("Excel 工作簿 (*.xlsx)"),
    ".docx": noop("Word 文档 (*.docx)"),
    ".ics": noop("日历文件 (*.ics)"),
}
_LONGEST_QUOTE = 60


class TaskPresenter(QObject):
    """Shows task breakdowns, keeps what is written in them, and writes them into files."""

    def __init__(
        self,
        tasking: TaskService,
        library: LibraryService,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        choosing: ChoicePresenter,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._tasking = tasking
        self._library = library
        self._tasks = tasks
        self._reading = reading
        self._choosing = choosing
        self._window = window
        self._page = page = window.task_page
        self._document: Document | None = None
        self._kept = 0
        """How often progress was kept: what was read before does not have it."""
        self._keeping = 0
        self._stale = False
        page.set_body(choosing.settings.own_body)
        page.place_chosen.connect(self._on_place_chosen)
        page.progress_wanted.connect(self._keep)
        page.date_refused.connect(self._on_refused)
        page.body_named.connect(partial(choosing.choose, "own_body"))
        page.export_wanted.connect(self.ask)
        page.back_wanted.connect(self._back)
        page.lost_wanted.connect(self._show_lost)
        page.written.connect(self._read_again)

    def switch(self) -> None:
        """Show the tasks of the document on the page, or the page again."""
        document = self._reading.document
        if self._window.tasks_shown:
            self._back()
        elif document is None:
            self._window.messages.show_message(tr("先打开一份文件，再看它的任务分解。"))
        else:
            self.show(document.id)

    def show(self, name: str) -> None:
        """Show the tasks of a document of the library."""
        self._read(name, self._on_read, "tasks")

    def refresh(self) -> None:
        """Read the tasks anew that are shown: the library has changed."""
        self._stale = self._window.tasks_shown
        self._read_again()

    def _read(
        self, name: str, done: Callable[[tuple[Document, TaskSheet]], None], key: str
    ) -> None:
        def read(ctx: JobContext) -> tuple[Document, TaskSheet]:
            document = self._library.open(DocumentId(name))
            ctx.token.check()
            return document, self._tasking.sheet(document)

        self._tasks.submit(read, on_done=done, owner=self, lane=Lane.READ, key=key)

    def _read_again(self) -> None:
        """Read what is stale, as soon as nothing is written that would be lost."""
        if self._stale and self._document is not None and not self._busy:
            self._stale = False
            again = partial(self._on_read_again, self._kept)
            self._read(self._document.id, again, "tasks-again")

    @property
    def _busy(self) -> bool:
        return self._page.writing or self._keeping > 0

    def ask(self) -> None:
        """Ask where the tasks that are listed shall go."""
        sheet = self._page.sheet
        if sheet is None:
            return
        name = f"{fit_name(sheet.title)} {tr('任务分解表')}.xlsx"
        formats = {tr(words): suffix for suffix, words in FORMATS.items()}
        ask_where(self._window, tr("导出任务分解表"), name, formats, self.export)

    def export(self, path: Path) -> None:
        """Write the tasks that are listed into a file, in their order."""
        sheet = self._page.sheet
        if sheet is None:
            return
        listed = TaskSheet(sheet.name, sheet.metadata, tuple(self._page.shown_tasks()))

        def write(ctx: JobContext) -> int:
            from policyviewer.app.tasks_export import export_tasks  # python-docx, xlsxwriter

            ctx.token.check()
            return export_tasks(listed, path)

        def told(count: int) -> None:
            words = tr("已把 {count} 项任务写入“{path}”。").format(count=count, path=path)
            self._window.messages.show_message(words)

        self._tasks.submit(write, on_done=told, owner=self, lane=Lane.READ)

    def _on_read(self, read: tuple[Document, TaskSheet]) -> None:
        self._document, sheet = read
        self._stale = False
        self._page.show_sheet(sheet, iso_today())
        self._window.show_tasks()
        self._page.focus_table()

    def _on_read_again(self, kept: int, read: tuple[Document, TaskSheet]) -> None:
        """Show what was read anew, unless something was written meanwhile: then read it again."""
        document, sheet = read
        if self._document is None or document.id != self._document.id:
            return
        if self._busy or kept != self._kept:
            self._stale = True
            self._read_again()
        elif self._window.tasks_shown:
            self._document = document
            self._page.show_again(sheet, iso_today())

    def _on_place_chosen(self, one: TrackedTask) -> None:
        if self._document is not None:
            self._window.show_page(document=True)
            self._reading.open(self._document.id, one.task.span)

    def _back(self) -> None:
        self._window.show_page(document=self._reading.document is not None)
        self._window.reader.set_focus_on_text()

    def _keep(self, one: TrackedTask, progress: TaskProgress) -> None:
        document = self._document
        if document is None:
            return

        def keep(_ctx: JobContext) -> TrackedTask:
            return self._tasking.keep(document, one, progress)

        def ended() -> None:
            self._keeping -= 1
            self._read_again()

        self._kept += 1
        self._keeping += 1
        self._tasks.submit(
            keep,
            on_done=self._page.show_kept,
            on_error=partial(self._on_not_kept, one, progress),
            on_end=ended,
            owner=self,
            lane=Lane.NOTES,
        )

    def _on_not_kept(self, one: TrackedTask, progress: TaskProgress, error: BaseException) -> None:
        """Leave what could not be stored on the screen, and offer to try again."""
        if not isinstance(error, UserError):
            self._tasks.failed.emit(error)
            return
        words = tr("进展没有存上：{error}{hint}填写的内容仍在表里。")
        told = words.format(error=error.text, hint=error.hint)
        again = partial(self._keep, one, progress)
        self._window.messages.show_message(told, tr("再存一次"), again)

    def _on_refused(self, words: str) -> None:
        told = tr("“{words}”不是日期。请写成 2025-12-31，或留空。").format(words=words)
        self._window.messages.show_message(told)

    def _show_lost(self) -> None:
        """Show what was kept about tasks that are gone, and ask whether it is still wanted."""
        sheet = self._page.sheet
        if sheet is None or not sheet.lost:
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("原文里已经没有的任务"))
        box.setText(tr("这些任务的原文已经删去或改写，您记下的进展还在："))
        box.setInformativeText("\n\n".join(map(_lost_words, sheet.lost)))
        box.addButton(tr("保留"), QMessageBox.ButtonRole.RejectRole)
        drop = box.addButton(tr("不再保留"), QMessageBox.ButtonRole.DestructiveRole)
        drop.clicked.connect(partial(self._forget, sheet))
        box.open()

    def _forget(self, sheet: TaskSheet) -> None:
        names = [one.id for one in sheet.lost]
        self._tasks.submit(
            lambda _ctx: self._tasking.forget(names),
            on_done=lambda _none: self.refresh(),
            owner=self,
            lane=Lane.NOTES,
        )


def _lost_words(one: KeptProgress) -> str:
    quote = one.target.quote.exact.replace("\n", " ")
    shown = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
    parts = (tr(STATUS_WORDS[one.progress.status]), one.progress.due or "", one.progress.remark)
    return f"“{shown}”\n{'　'.join(part for part in parts if part)}"
