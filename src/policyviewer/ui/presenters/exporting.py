"""A table of the page as a file: where to, then the writing, then the news of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from policyviewer.app.exporting import export_table
from policyviewer.app.tables_export import export_tables
from policyviewer.domain.documents import Document, NodeClass, Outline
from policyviewer.domain.tables import Table
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.save_dialog import ask_where, fit_name
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.message_strip import MessageStrip

EXCEL, CSV = noop("Excel 工作簿 (*.xlsx)"), noop("CSV 文件 (*.csv)")


class ExportPresenter(QObject):
    """Asks where a table shall go and writes it there in the background."""

    def __init__(self, tasks: TaskRunner, pane: ReaderDeck, strip: MessageStrip) -> None:
        super().__init__(pane)
        self._tasks = tasks
        self._pane = pane
        self._strip = strip
        pane.table_export_requested.connect(self._on_requested)

    def export(self, table: Table, document: Document, path: Path) -> None:
        """Write a table of a document into a file."""
        text = document.outline.text

        def write(_ctx: JobContext) -> Path:
            export_table(path, table, text)
            return path

        self._tasks.submit(write, on_done=self._on_written, owner=self, lane=Lane.READ)

    def export_all(self) -> None:
        """Ask where all tables of the document on the page shall go."""
        document = self._pane.document
        if document is None or not document.outline.tables:
            self._strip.show_message(tr("这份文件里没有表格。"))
            return
        outline = document.outline
        self._ask(
            f"{fit_name(outline.metadata.title) or tr('表格')}.xlsx",
            lambda path: self._export_all(outline, path),
        )

    def _export_all(self, outline: Outline, path: Path) -> None:
        def write(ctx: JobContext) -> int:
            ctx.token.check()
            return export_tables(outline, path)

        def told(count: int) -> None:
            self._strip.show_message(
                tr("已把 {count} 个表格写入“{name}”。").format(count=count, name=path.name)
            )

        self._tasks.submit(write, on_done=told, owner=self, lane=Lane.READ)

    def _on_requested(self, table: Table) -> None:
        document = self._pane.document
        if document is not None:
            self._ask(
                f"{table_name(table, document.outline)}.xlsx",
                lambda path: self.export(table, document, path),
            )

    def _ask(self, name: str, then: Callable[[Path], None]) -> None:
        """Ask for the file, as Excel or CSV."""
        formats = {tr(EXCEL): ".xlsx", tr(CSV): ".csv"}
        ask_where(self._pane.window(), tr("导出表格"), name, formats, then)

    def _on_written(self, path: Path) -> None:
        self._strip.show_message(tr("表格已导出到“{path}”。").format(path=path))


def table_name(table: Table, outline: Outline) -> str:
    """Give what a table's file is called: the line above the table, or the document's title."""
    nodes = (one for one in outline.nodes if one.cls is NodeClass.TABLE)
    label = next((one.label for one in nodes if one.span.overlaps(table.span)), "")
    return fit_name(label or outline.metadata.title) or tr("表格")
