"""The line above the results: narrowing down, order, grouping, and what is done with them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from policyviewer.domain.queries import Order
from policyviewer.domain.searches import PastSearch, SavedSearch

_ORDERS = {
    Order.RELEVANCE: "按相关度",
    Order.DATE: "按日期，新的在前",
    Order.DOCUMENT: "按文件中的顺序",
}
_LONGEST = 24
"""Characters of a search in a menu."""
_RECENT = 12


class SearchTools(QWidget):
    """Buttons with menus; what they change is told by signals."""

    filter_toggled = Signal(bool)
    order_chosen = Signal(object)
    """An Order."""
    grouping_chosen = Signal(bool)
    within_wanted = Signal()
    save_wanted = Signal()
    export_wanted = Signal()
    search_chosen = Signal(object)
    """A SearchQuery of the past, or of those with names."""
    delete_wanted = Signal(object)
    """A SavedSearch."""
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter_button = self._button("筛选", "按机关、层级、年份等筛选结果")
        self.filter_button.setCheckable(True)
        self.filter_button.toggled.connect(self.filter_toggled)
        self._order = self._button("排序", "结果的顺序和分组")
        self._order.setMenu(self._order_menu())
        self._more = self._button("更多", "在结果中检索、保存、导出、历史")
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._saved: tuple[SavedSearch, ...] = ()
        self._recent: tuple[PastSearch, ...] = ()
        self._has_hits = self._has_query = False
        self._menu.aboutToShow.connect(self._fill)
        line = QHBoxLayout(self)
        line.setContentsMargins(7, 0, 7, 4)  # the words stand below the heading's
        line.setSpacing(4)
        for button in (self.filter_button, self._order, self._more):
            line.addWidget(button)
        line.addStretch(1)

    @property
    def menu(self) -> QMenu:
        """Give the menu of what is done with all results."""
        return self._menu

    def set_searches(self, recent: Sequence[PastSearch], saved: Sequence[SavedSearch]) -> None:
        """Offer the searches of the past, and those with names."""
        self._recent, self._saved = tuple(recent), tuple(saved)

    def set_state(self, *, has_query: bool, has_hits: bool, narrowed: int) -> None:
        """Say what there is: a query, hits, and by how many conditions they are narrowed down."""
        self._has_query, self._has_hits = has_query, has_hits
        self.filter_button.setText(f"筛选（{narrowed}）" if narrowed else "筛选")
        self.filter_button.setEnabled(has_query)
        self._order.setEnabled(has_query)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _order_menu(self) -> QMenu:
        menu = QMenu(self._order)
        orders = QActionGroup(menu)
        for order, name in _ORDERS.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(order is Order.RELEVANCE)
            action.triggered.connect(partial(self._on_order, order))
            orders.addAction(action)
        menu.addSeparator()
        grouped = menu.addAction("按文件分组")
        grouped.setCheckable(True)
        grouped.setChecked(True)
        grouped.toggled.connect(self.grouping_chosen)
        return menu

    def _on_order(self, order: Order, _checked: object = None) -> None:
        self.order_chosen.emit(order)

    def _fill(self) -> None:
        """Make the menu for what there is now."""
        menu = self._menu
        menu.clear()
        self._add(menu, "在结果中检索", self.within_wanted.emit, enabled=self._has_hits)
        self._add(menu, "导出结果……", self.export_wanted.emit, enabled=self._has_hits)
        self._add(menu, "保存这个检索……", self.save_wanted.emit, enabled=self._has_query)
        if self._saved:
            self._head(menu, "保存的检索")
            for saved in self._saved:
                below = menu.addMenu(_short(saved.name))
                self._add(below, "检索", partial(self.search_chosen.emit, saved.query))
                self._add(below, "删除", partial(self.delete_wanted.emit, saved))
        if self._recent:
            self._head(menu, "最近的检索")
            for past in self._recent[:_RECENT]:
                name = f"{_short(past.query.text)}\t{past.total} 条"
                self._add(menu, name, partial(self.search_chosen.emit, past.query))
            self._add(menu, "清除最近的检索", self.forget_wanted.emit)

    @staticmethod
    def _head(menu: QMenu, text: str) -> None:
        menu.addSeparator()
        menu.addAction(text).setEnabled(False)

    @staticmethod
    def _add(menu: QMenu, text: str, deed: Callable[[], None], *, enabled: bool = True) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setEnabled(enabled)
        action.triggered.connect(lambda _=False: deed())


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
