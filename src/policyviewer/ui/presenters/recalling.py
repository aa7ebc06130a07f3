"""Searches made before and searches that were given a name: one menu beside the results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from policyviewer.app.search_history import SearchHistory
from policyviewer.domain.queries import SearchPage, SearchQuery
from policyviewer.domain.searches import PastSearch, SavedSearch
from policyviewer.domain.tasks import JobContext
from policyviewer.ui import narrowing
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.searching import SearchPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.plain import plain

RECENT = 15
"""Past searches that the menu lists."""
_SHOWN = 24
"""Characters of a search in the menu."""


@dataclass(frozen=True, slots=True)
class _Known:
    saved: tuple[SavedSearch, ...] = ()
    recent: tuple[PastSearch, ...] = ()


class RecallPresenter(QObject):
    """Remembers what was searched for once a hit is opened, and offers it again."""

    def __init__(
        self,
        history: SearchHistory,
        searching: SearchPresenter,
        tasks: TaskRunner,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._history = history
        self._searching = searching
        self._tasks = tasks
        self._window = window
        self._known = _Known()
        self._menu = QMenu(window.results.past)
        window.results.past.setMenu(self._menu)
        window.results.past.show()
        self._menu.aboutToShow.connect(self._fill)
        searching.taken.connect(self._on_taken)

    def refresh(self) -> None:
        """Read the searches anew."""
        self._change(lambda: None)

    def save(self, name: str) -> None:
        """Keep the present search under a name; a blank one takes its words."""
        page = self._searching.page
        if page is not None:
            self._change(lambda: self._told(self._history.save(page.query, name)))

    def _told(self, saved: SavedSearch) -> str:
        return tr("已收藏“{name}”，在“检索历史”按钮里可以找到。").format(name=saved.name)

    def _on_taken(self, page: SearchPage) -> None:
        self._change(lambda: self._history.remember(page.query, page.total))

    def _change(self, change: Callable[[], str | None]) -> None:
        """Change what is kept and read it anew, in the order in which changes were asked for."""

        def run(_ctx: JobContext) -> tuple[str | None, _Known]:
            words = change()
            saved, recent = self._history.saved(), self._history.recent(RECENT)
            return words, _Known(tuple(saved), tuple(recent))

        self._tasks.submit(run, on_done=self._on_changed, owner=self, lane=Lane.NOTES)

    def _on_changed(self, told: tuple[str | None, _Known]) -> None:
        words, self._known = told
        if words:
            self._window.messages.show_message(words)

    def _fill(self) -> None:
        menu, known = self._menu, self._known
        menu.clear()
        save = menu.addAction(tr("收藏这次检索…"), self._ask_for_name)
        save.setEnabled(self._searching.page is not None)
        if known.saved:
            _add_heading(menu, tr("收藏的检索"))
            for one in known.saved:
                self._add(menu, menu_text(one.name, None), one.query)
            self._add_management(menu.addMenu(tr("整理收藏")))
        if known.recent:
            _add_heading(menu, tr("最近检索"))
            for past in known.recent:
                self._add(menu, menu_text(description(past.query), past.total), past.query)
            menu.addSeparator()
            menu.addAction(tr("清除最近检索"), lambda: self._change(self._history.forget_all))
        if not (known.saved or known.recent):
            nothing = menu.addAction(tr("打开过结果的检索会记在这里"))
            nothing.setEnabled(False)

    def _add(self, menu: QMenu, text: str, query: SearchQuery) -> None:
        action = menu.addAction(text)
        action.setToolTip(description(query))
        action.triggered.connect(lambda: self._searching.restore(query))

    def _add_management(self, menu: QMenu) -> None:
        for one in self._known.saved:
            part = menu.addMenu(_escaped(one.name))
            part.addAction(tr("改名…"), partial(self._ask_for_other_name, one))
            part.addAction(tr("删除"), partial(self._delete, one))

    def _delete(self, search: SavedSearch) -> None:
        def restore() -> None:
            self._history.restore(search.id)

        self._change(lambda: self._history.delete(search.id))
        words = tr("已删除收藏“{name}”。").format(name=search.name)
        self._window.messages.show_message(words, tr("撤销"), lambda: self._change(restore))

    def _ask_for_name(self) -> None:
        page = self._searching.page
        if page is not None:
            self._ask(tr("收藏检索"), description(page.query), self.save)

    def _ask_for_other_name(self, search: SavedSearch) -> None:
        def then(name: str) -> None:
            def rename() -> None:
                self._history.rename(search.id, name)

            self._change(rename)

        self._ask(tr("改名"), search.name, then)

    def _ask(self, title: str, name: str, then: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(tr("名称"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(then)
        dialog.open()


def description(query: SearchQuery) -> str:
    """Give a search in words: what was typed, and what narrowed it down."""
    chips = narrowing.choices(query, None, {})
    return " · ".join([query.text, *(one.text for one in chips)])


def menu_text(words: str, total: int | None) -> str:
    """Give the line of a search in the menu, its hits at the right."""
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    return (
        _escaped(shown)
        if total is None
        else tr("{value}\t{total} 条").format(value=_escaped(shown), total=total)
    )


def _add_heading(menu: QMenu, words: str) -> None:
    menu.addSeparator()
    menu.addAction(words).setEnabled(False)


def _escaped(words: str) -> str:
    """Give words in which nothing marks a key of the menu, nor begins its column of keys."""
    return plain(words).replace("\t", " ")
