"""What is kept of searches: their history, those with names, and their results as a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit

from policyviewer.app.search_history import LONGEST_NAME, SearchHistory
from policyviewer.app.searching import SearchService
from policyviewer.app.suggesting import SuggestionService
from policyviewer.domain.queries import SearchPage, SearchQuery
from policyviewer.domain.searches import PastSearch, SavedSearch
from policyviewer.domain.suggestions import Suggestion
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.panes.search_pane import SearchPane
from policyviewer.ui.presenters.searching import SearchPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.widgets.message_strip import MessageStrip
from policyviewer.ui.widgets.search_box import SearchBox

EXCEL, WORD = "Excel 工作簿 (*.xlsx)", "Word 文档 (*.docx)"
MOST_EXPORTED = 10_000
"""Hits of a file: more are nothing that anybody reads."""
_UNFIT = re.compile(r'[\\/:*?"<>|\s]+')
_LONGEST_FILE_NAME = 40


class KeepingPresenter(QObject):
    """Remembers searches that were used, suggests, keeps those with names, and exports results."""

    def __init__(
        self,
        searching: SearchPresenter,
        results: SearchPane,
        box: SearchBox,
        strip: MessageStrip,
        tasks: TaskRunner,
        services: tuple[SearchService, SearchHistory, SuggestionService],
    ) -> None:
        super().__init__(results)
        self._searching = searching
        self._results = results
        self._box = box
        self._strip = strip
        self._tasks = tasks
        self._service, self._history, self._suggesting = services
        tools = results.tools
        searching.used.connect(self.remember)
        box.typed.connect(self.suggest)
        tools.save_wanted.connect(self._ask_name)
        tools.export_wanted.connect(self._ask_place)
        tools.delete_wanted.connect(self.delete)
        tools.forget_wanted.connect(self.forget)

    def refresh(self) -> None:
        """Offer the searches that there are now."""

        def read(_ctx: JobContext) -> tuple[list[PastSearch], list[SavedSearch]]:
            return self._history.recent(), self._history.saved()

        def show(found: tuple[list[PastSearch], list[SavedSearch]]) -> None:
            self._results.tools.set_searches(*found)

        self._tasks.submit(read, on_done=show, owner=self, lane=Lane.NOTES, key="searches")

    def library_changed(self) -> None:
        """Suggest from what is in the library now."""
        self._suggesting.forget()

    def remember(self, page: SearchPage | None) -> None:
        """Remember a search of which a hit was used."""
        if page is not None:
            self._do(lambda: self._history.remember(page.query, page.total))

    def suggest(self, typed: str) -> None:
        """Suggest something for what was typed."""

        def find(ctx: JobContext) -> tuple[Suggestion, ...]:
            ctx.token.check()
            return self._suggesting.suggest(typed)

        def show(found: tuple[Suggestion, ...]) -> None:
            self._box.offer(typed, found)

        self._tasks.submit(find, on_done=show, owner=self, lane=Lane.READ, key="suggest")

    def save(self, name: str) -> None:
        """Keep the present search under a name."""
        query = self._searching.query
        self._do(lambda: self._history.save(query, name), f"已保存检索“{name.strip()}”。")

    def delete(self, search: SavedSearch) -> None:
        """Take a search from those with names; it can be brought back."""

        def back() -> None:
            self._do(lambda: self._history.restore(search.id))

        self._do(lambda: self._history.delete(search.id))
        self._strip.show_message(f"已删除保存的检索“{search.name}”。", "撤销", back)

    def forget(self) -> None:
        """Forget the history."""
        self._do(self._history.forget_all, "最近的检索已清除。")

    def export(self, path: Path) -> None:
        """Write all results of the present search into a file."""
        page = self._searching.page
        if page is None:
            return
        query = replace(page.query, offset=0, limit=MOST_EXPORTED, facets=False, suggest=False)

        def write(ctx: JobContext) -> int:
            from policyviewer.app.results_export import export_results  # Word and Excel

            ctx.token.check()
            return export_results(self._service.search(query), path)

        def tell(count: int) -> None:
            self._strip.show_message(f"{count} 条结果已导出到“{path}”。")

        self._tasks.submit(write, on_done=tell, owner=self, lane=Lane.READ)

    def _do(self, deed: Callable[[], object], news: str = "") -> None:
        """Change what is kept, in the background, and show it."""

        def change(_ctx: JobContext) -> None:
            deed()

        def done(_nothing: None) -> None:
            if news:
                self._strip.show_message(news)
            self.refresh()

        self._tasks.submit(change, on_done=done, owner=self, lane=Lane.NOTES)

    def _ask_name(self) -> None:
        dialog = QInputDialog(self._results.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("保存检索")
        dialog.setLabelText("名称：")
        dialog.setTextValue(self._searching.query.text.strip()[:LONGEST_NAME])
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setOkButtonText("保存")
        dialog.setCancelButtonText("取消")
        dialog.textValueSelected.connect(self.save)
        dialog.open()

    def _ask_place(self) -> None:
        name = f"{file_name(self._searching.query)}.xlsx"
        dialog = QFileDialog(self._results.window(), "导出结果", name, f"{EXCEL};;{WORD}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("docx" if chosen == WORD else "xlsx")
        )
        dialog.fileSelected.connect(lambda chosen: self.export(Path(chosen)))
        dialog.selectFile(name)
        dialog.open()


def file_name(query: SearchQuery) -> str:
    """Give what a file of results is called, without its ending."""
    words = _UNFIT.sub(" ", " ".join((*query.within, query.text))).strip()
    return f"检索 {words}"[:_LONGEST_FILE_NAME].strip()
