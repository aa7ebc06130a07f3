"""The results of a search as a file: where to, then the writing, then the news of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from policyviewer.app.results_export import export_results
from policyviewer.app.searching import SearchService
from policyviewer.domain.queries import SearchPage, SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.dialogs.save_dialog import ask_where, fit_name
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.searching import SearchPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr

EXCEL, WORD = noop("Excel 工作簿 (*.xlsx)"), noop("Word 文档 (*.docx)")
MOST = {".xlsx": 5000, ".docx": 1000}
"""Hits of a file: what nobody reads through would only make it slow to open."""
_LONGEST_NAME = 30


class ResultExportPresenter(QObject):
    """Asks where the present results shall go and writes them there in the background."""

    def __init__(
        self,
        searching: SearchPresenter,
        service: SearchService,
        tasks: TaskRunner,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._searching = searching
        self._service = service
        self._tasks = tasks
        self._window = window
        window.results.export.clicked.connect(self.ask)
        window.results.export.show()

    def ask(self) -> None:
        """Ask for the file; without results there is nothing to ask."""
        page = self._searching.page
        if page is None or not page.hits:
            self._window.messages.show_message(tr("没有可以导出的结果。请先检索。"))
            return
        name = f"{file_name(page.query.text)}.xlsx"
        formats = {tr(EXCEL): ".xlsx", tr(WORD): ".docx"}
        query = page.query
        ask_where(
            self._window, tr("导出检索结果"), name, formats, lambda path: self.export(query, path)
        )

    def export(self, query: SearchQuery, path: Path) -> None:
        """Write the hits of a query into a file, in their order."""
        most = MOST.get(path.suffix.lower(), min(MOST.values()))

        def write(ctx: JobContext) -> tuple[SearchPage, Path]:
            page = self._service.search(
                replace(query, limit=most, offset=0, facets=False, suggest=False)
            )
            ctx.token.check()
            export_results(page, path)
            return page, path

        self._tasks.submit(write, on_done=self._on_written, owner=self, lane=Lane.READ)

    def _on_written(self, written: tuple[SearchPage, Path]) -> None:
        page, path = written
        count = tr("{count} 条结果").format(count=len(page.hits))
        if len(page.hits) < page.total:
            count = tr("前 {count} 条结果（共 {total} 条）").format(
                count=len(page.hits), total=page.total
            )
        self._window.messages.show_message(
            tr("已把{count}导出到“{path}”。").format(count=count, path=path)
        )


def file_name(words: str) -> str:
    """Give what the file of a search is called."""
    plain = fit_name(words, _LONGEST_NAME)
    return tr("检索 {plain}").format(plain=plain).strip() if plain else tr("检索结果")
