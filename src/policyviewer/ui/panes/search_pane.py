"""The results of a search, and all that shapes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import FacetName, Order, SearchPage
from policyviewer.ui.narrowing import ORDERS, Choice
from policyviewer.ui.panes.facet_panel import FacetPanel
from policyviewer.ui.panes.note_hits import NoteHits
from policyviewer.ui.panes.parts import column, empty_state, heading, soft
from policyviewer.ui.panes.result_list import ResultList
from policyviewer.ui.panes.short_forms_row import ShortFormsRow
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.chips import Chips
from policyviewer.ui.widgets.flow import FlowLayout

_INVITATION = noop(
    "在上面的检索框里输入文字，这里显示结果。\n\n"
    "几个词用空格隔开，表示同一条里都要有；加引号表示一字不差。"
)
_COMPLETE = noop("每一条都按原文核对过，凡是有这些字的条款都列在内。")
_NEAR = noop("没有完全符合的条款，列出的是最接近的。")
_MOST_COUNTED = 200
"""Documents that a page counts one by one; of more it does not tell how many there are."""


class SearchPane(QWidget):
    """Hits by document or flat; above them their number, what narrows them down, and how to."""

    hit_chosen = Signal(object)
    """A SearchHit that was clicked."""
    hit_entered = Signal(object)
    """A SearchHit that the keyboard chose."""
    rest_wanted = Signal(str)
    more_wanted = Signal()
    further_wanted = Signal()
    """The list, which has become long, is to go on."""
    facet_toggled = Signal(object, str)
    choice_removed = Signal(object)
    """A Choice that is to be taken away."""
    all_removed = Signal()
    order_chosen = Signal(object)
    within_wanted = Signal()
    """The next words are to be found among the present results."""
    suggestion_chosen = Signal(object)
    """Words that one might have meant."""
    grouping_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: SearchPage | None = None
        self._make_parts()
        self._build()
        self._connect()
        self.clear()

    @property
    def grouped(self) -> bool:
        """Say whether hits stand below their documents."""
        return self._by_document.isChecked()

    @property
    def documents(self) -> list[DocumentId]:
        """Give the documents of the listed hits, in their order."""
        return self.list.documents

    def show_page(self, page: SearchPage) -> None:
        """Show the answer to a query."""
        self._page = page
        self.list.show_page(page, grouped=self.grouped)
        self._state.setText(state_text(page))
        self._state.setToolTip(tr(_COMPLETE if page.complete else _NEAR))
        self._state.setVisible(bool(page.hits))
        self._hint.setText(page.hint)
        self._hint.setVisible(bool(page.hits and page.hint))
        self._meant.show_chips(
            [(one, tr("检索“{one}”").format(one=one), one) for one in page.suggestions]
        )
        self._meant_label.setVisible(bool(page.suggestions))
        self.facets.show_facets(page.facets)
        narrows = any(facet.values for facet in page.facets)
        self._show_tools(shown=bool(page.hits or narrows))
        self.list.setVisible(bool(page.hits))
        self._empty.setText(page.hint or tr("没有找到。换个词试试。"))
        self._empty.setVisible(not page.hits)
        self._rest.setVisible(not page.hits)

    def show_busy(self) -> None:
        """Say that a search is under way, and the list still that of the one before."""
        self._state.setText(tr("正在检索…"))
        self._state.show()

    def show_end(self, listed: int, total: int) -> None:
        """Say that the list has become long and ends here; 0 takes that away."""
        self._further.setText(
            tr("已列出 {listed} 条，共 {total} 条。点击继续列出").format(listed=listed, total=total)
        )
        self._further.setVisible(listed > 0)

    def add_page(self, page: SearchPage) -> None:
        """Add hits to those that are shown."""
        self.list.add_page(page)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show what shapes the search, each to be taken away by its chip."""
        self._chips.show_chips([(one.text, one.tip, one) for one in choices])

    def show_order(self, order: Order) -> None:
        """Show the order of the hits."""
        self._order.setText(tr(ORDERS[order]))
        self._orders[order].setChecked(True)

    def clear(self, words: str = "") -> None:
        """Show no hits, and how to search."""
        self._page = None
        self.list.show_page(None, grouped=self.grouped)
        self.facets.show_facets(())
        for part in (self._state, self._hint, self._meant_label, self._meant, self.list):
            part.hide()
        self._meant.show_chips(())
        self.short_forms.show_forms(())
        self.show_end(0, 0)
        self._show_tools(shown=False)
        self._empty.setText(words or tr(_INVITATION))
        self._empty.show()
        self._rest.show()

    def focus_results(self) -> None:
        """Put the focus on the hits."""
        self.list.focus_first()

    def open_first(self) -> None:
        """Choose the first hit."""
        hit = self.list.first_hit()
        if hit is not None:
            self.list.select_hit(hit)
            self.hit_entered.emit(hit)

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Take the icons of a theme."""
        for button, name in (
            (self.past, "history-line"),
            (self.export, "download-2-line"),
            (self._narrow, "filter-3-line"),
            (self._order, "sort-desc"),
            (self._within, "search-eye-line"),
        ):
            button.setIcon(icon(name))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.own_notes.set_theme(theme)
        self.list.set_theme(theme)
        self.facets.set_theme(theme)

    def _make_parts(self) -> None:
        self.list = ResultList()
        self.facets = FacetPanel()
        self.past = _menu_button(tr("检索历史和收藏的检索"))
        self.export = QToolButton()
        self.export.setToolTip(tr("导出检索结果"))
        self.export.setAccessibleName(tr("导出检索结果"))
        self._state = soft()
        self._hint = soft()
        self.own_notes = NoteHits()
        for label in (self._state, self._hint):
            label.setContentsMargins(12, 0, 12, 6)
            label.setWordWrap(True)
        self._meant_label = soft(tr("您是不是要找："))
        self._meant_label.setContentsMargins(12, 0, 12, 0)
        self._meant = Chips("link")
        self._meant.setContentsMargins(8, 0, 8, 6)
        self.short_forms = ShortFormsRow()
        self._chips = Chips("chip")
        self._narrow = _tool(tr("筛选"))
        self._narrow.setCheckable(True)
        self._narrow.setToolTip(tr("按机关、层级、年份、文种、效力、文件筛选"))
        self._order = _tool(tr(ORDERS[Order.RELEVANCE]))
        self._order.setAccessibleName(tr("排列"))
        self._order.setToolTip(tr("结果怎样排列"))
        self._within = _tool(tr("在结果中检索"))
        self._within.setToolTip(tr("再输入词，只在这些结果里找"))
        self._further = QPushButton()
        self._further.setProperty("role", "link")
        self._empty = empty_state(tr(_INVITATION))
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._rest = QWidget()
        """The empty part of a panel without a list."""
        self._make_order_menu()

    def _make_order_menu(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(self)
        self._orders: dict[Order, QAction] = {}
        for order, words in ORDERS.items():
            action = self._orders[order] = menu.addAction(tr(words))
            action.setCheckable(True)
            action.setData(order)
            group.addAction(action)
        self._orders[Order.RELEVANCE].setChecked(True)
        menu.addSeparator()
        self._by_document = menu.addAction(tr("同一份文件的归在一起"))
        self._by_document.setCheckable(True)
        self._by_document.setChecked(True)
        menu.addSeparator()
        self._fold = menu.addAction(tr("全部折叠"))
        self._unfold = menu.addAction(tr("全部展开"))
        self._order.setMenu(menu)
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        group.triggered.connect(lambda action: self.order_chosen.emit(Order(action.data())))

    def _build(self) -> None:
        layout = column(self)
        top = QHBoxLayout()
        top.setContentsMargins(0, 2, 6, 0)
        top.setSpacing(2)
        top.addWidget(heading(tr("检索结果")), 1)
        top.addWidget(self.past)
        top.addWidget(self.export)
        self._tools = QWidget()
        tools = FlowLayout(self._tools)
        tools.setContentsMargins(6, 0, 6, 4)
        for button in (self._narrow, self._order, self._within):
            tools.addWidget(button)
        self._chosen = QWidget()
        chosen = QVBoxLayout(self._chosen)
        chosen.setContentsMargins(10, 0, 10, 4)
        chosen.setSpacing(2)
        chosen.addWidget(self._chips)
        layout.addLayout(top)
        layout.addWidget(self._state)
        layout.addWidget(self._tools)
        layout.addWidget(self._chosen)
        layout.addWidget(self._hint)
        layout.addWidget(self.short_forms)
        layout.addWidget(self.own_notes)
        layout.addWidget(self._empty)
        layout.addWidget(self._meant_label)
        layout.addWidget(self._meant)
        layout.addWidget(self.facets, 4)
        layout.addWidget(self._rest, 1)
        layout.addWidget(self.list, 5)
        layout.addWidget(self._further)
        self._further.hide()
        self.facets.hide()
        self.export.hide()

    def _connect(self) -> None:
        self.list.hit_chosen.connect(self.hit_chosen)
        self.list.hit_entered.connect(self.hit_entered)
        self.list.rest_wanted.connect(self.rest_wanted)
        self.list.more_wanted.connect(self.more_wanted)
        self._further.clicked.connect(self.further_wanted)
        self.facets.toggled.connect(self.facet_toggled)
        self._chips.chosen.connect(self.choice_removed)
        self._meant.chosen.connect(self.suggestion_chosen)
        self._chips.all_chosen.connect(self.all_removed)
        self._within.clicked.connect(self.within_wanted)
        self._narrow.toggled.connect(self._on_narrow)
        self._by_document.toggled.connect(self._on_grouping)
        self._fold.triggered.connect(lambda: self.list.fold(opened=False))
        self._unfold.triggered.connect(lambda: self.list.fold(opened=True))

    def _show_tools(self, *, shown: bool) -> None:
        self._tools.setVisible(shown)
        self.facets.setVisible(shown and self._narrow.isChecked())

    def _on_narrow(self, shown: bool) -> None:  # noqa: FBT001  # a signal's value
        self.facets.setVisible(shown)

    def _on_grouping(self) -> None:
        self._fold.setEnabled(self.grouped)
        self._unfold.setEnabled(self.grouped)
        self.grouping_changed.emit()


def document_count(page: SearchPage) -> int | None:
    """Give how many documents have hits; None where they are too many to be told."""
    own = page.query.wanted.documents
    counts = [facet.values for facet in page.facets if facet.name is FacetName.DOCUMENT]
    found = sum(
        1 for values in counts for one in values if one.count and (not own or one.value in own)
    )
    return found if 0 < found < _MOST_COUNTED else None


def state_text(page: SearchPage) -> str:
    """Give the line above the hits: how many there are, in how many documents, how fast."""
    counted = (
        tr("共 {total} 条").format(total=page.total)
        if page.complete
        else tr("最接近的 {total} 条").format(total=page.total)
    )
    documents = document_count(page)
    parts = [counted]
    if documents is not None:
        parts.append(tr("{documents} 份文件").format(documents=documents))
    parts.append(tr("{count} 毫秒").format(count=max(1, round(page.elapsed_ms))))
    return " · ".join(parts)


def _tool(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setProperty("role", "tool")
    button.setAccessibleName(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _menu_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.hide()
    return button
