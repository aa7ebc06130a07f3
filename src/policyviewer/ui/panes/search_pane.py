"""The results of a search, and what they can be narrowed down by."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QTreeView, QWidget
from typing_extensions import override

from policyviewer.domain.queries import SearchHit, SearchPage
from policyviewer.ui.models.result_rows import result_rows
from policyviewer.ui.models.rows import RowModel
from policyviewer.ui.panes.facet_tree import FacetTree
from policyviewer.ui.panes.hit_delegate import HitDelegate, HitView
from policyviewer.ui.panes.parts import column, dressed, empty_state, heading, soft
from policyviewer.ui.panes.search_tools import SearchTools
from policyviewer.ui.theme import Theme
from policyviewer.ui.widgets.chip_bar import Chip, ChipBar

_INVITATION = (
    "在上面的检索框里输入文字，这里显示结果。\n\n"
    "几个词用空格隔开，表示同一条里都要有；加引号表示一字不差。"
)
_FACETS_HEIGHT = 260


class SearchPane(QWidget):
    """Hits by document; a click opens the document at the hit."""

    hit_chosen = Signal(object)
    """A SearchHit."""
    more_wanted = Signal()
    """The end of the list is in view, and there are more hits."""
    suggestion_chosen = Signal(str)
    """Words that were perhaps meant."""
    left = Signal()
    """Esc: the keyboard goes back to the box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowModel(self)
        self._page: SearchPage | None = None
        self._grouped = True
        self._tree = dressed(HitView(), "检索结果")
        self._tree.setUniformRowHeights(False)
        self._tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self._tree.setIndentation(10)
        self._tree.setRootIsDecorated(False)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the count stays in view
        self._tree.setModel(self._model)
        self._delegate = HitDelegate(self._tree)
        self._tree.setItemDelegate(self._delegate)
        self.tools = SearchTools()
        self.chips = ChipBar()
        self.facets = FacetTree()
        self.facets.setMaximumHeight(_FACETS_HEIGHT)
        self._state = soft()
        self._state.setContentsMargins(12, 4, 12, 6)
        self._state.setWordWrap(True)
        self._meant = QLabel()
        self._meant.setContentsMargins(12, 0, 12, 6)
        self._meant.setWordWrap(True)
        self._meant.setTextFormat(Qt.TextFormat.RichText)
        self._meant.linkActivated.connect(self.suggestion_chosen)
        self._empty = empty_state(_INVITATION)
        layout = column(self)
        layout.addWidget(heading("检索结果"))
        for part in (self.tools, self.chips, self.facets, self._state, self._meant, self._empty):
            layout.addWidget(part)
        layout.addWidget(self._tree, 1)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        self._tree.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.tools.filter_toggled.connect(self._show_facets)
        self.clear()

    @property
    def page(self) -> SearchPage | None:
        """Give the answer that is shown."""
        return self._page

    def show_page(self, page: SearchPage, chips: Sequence[Chip] = ()) -> None:
        """Show the answer to a query, and the conditions that narrow it down."""
        self._page = page
        self.chips.set_chips(chips)
        self.facets.show_facets(page.facets)
        narrowed = len(chips) - len(page.expansions)
        self.tools.set_state(has_query=True, has_hits=bool(page.hits), narrowed=narrowed)
        self._show_facets()
        self._show_rows()
        self._state.setText(state_text(page))
        self._state.setVisible(bool(page.hits))
        self._meant.setText(meant_text(page))
        self._meant.setVisible(bool(page.suggestions))
        self._tree.setVisible(bool(page.hits))
        self._empty.setText(page.hint or "没有找到。换个词试试。")
        self._empty.setVisible(not page.hits)

    def add_page(self, page: SearchPage, whole: SearchPage) -> None:
        """Show further hits below those that are there; ``whole`` is the answer with them."""
        self._page = whole
        for row in result_rows(page, grouped=self._grouped):
            group = self._model.index_of(row.key) if self._grouped else QModelIndex()
            if group.isValid():
                self._model.add_rows(row.children, group)
            else:
                self._model.add_rows([row])
                self._tree.expand(self._model.index_of(row.key))
        self._state.setText(state_text(whole))

    def set_grouped(self, grouped: bool) -> None:  # noqa: FBT001  # a signal's value
        """Show hits by document, or one below the other."""
        self._grouped = grouped
        self._show_rows()

    def clear(self) -> None:
        """Show how to search."""
        self._page = None
        self._model.set_rows([])
        self.facets.clear()
        self.chips.set_chips(())
        self.tools.set_state(has_query=False, has_hits=False, narrowed=0)
        for part in (self.facets, self._state, self._meant, self._tree):
            part.hide()
        self._empty.setText(_INVITATION)
        self._empty.show()

    def focus_results(self) -> None:
        """Put the focus on the first hit."""
        first = self._model.index(0, 0)
        if self._grouped:
            first = self._model.index(0, 0, first)
        if first.isValid():
            self._tree.setFocus()
            self._tree.setCurrentIndex(first)

    def open_first(self) -> None:
        """Choose the first hit."""
        self.focus_results()
        if self._tree.currentIndex().isValid():
            self._on_chosen(self._tree.currentIndex())

    def point_at(self, hit: SearchHit) -> None:
        """Show which hit is on the page."""
        index = self._model.index_of(f"{hit.document}#{hit.provision}")
        if index.isValid():
            self._tree.setCurrentIndex(index)
            self._tree.scrollTo(index)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.set_theme(theme)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_rows(self) -> None:
        self._delegate.titled = not self._grouped
        page = self._page
        self._model.set_rows(result_rows(page, grouped=self._grouped) if page else [])
        self._tree.expandAll()
        self._tree.scrollToTop()

    def _show_facets(self) -> None:
        some = self._page is not None and self.facets.topLevelItemCount() > 0
        self.facets.setVisible(some and self.tools.filter_button.isChecked())

    def _on_chosen(self, index: QModelIndex) -> None:
        hit = self._model.row_at(index).value
        if isinstance(hit, SearchHit):
            self.hit_chosen.emit(hit)

    def _on_scrolled(self, value: int) -> None:
        bar, page = self._tree.verticalScrollBar(), self._page
        near = value > bar.maximum() - bar.pageStep()
        if near and page is not None and len(page.hits) < page.total:
            self.more_wanted.emit()


def state_text(page: SearchPage) -> str:
    """Give the line above the hits: how many there are, how fast, and what to know."""
    counted = f"{page.total} 条结果 · {max(1, round(page.elapsed_ms))} 毫秒"
    return f"{counted}\n{page.hint}" if page.hint else counted


def meant_text(page: SearchPage) -> str:
    """Give the question what was perhaps meant, with links."""
    links = (
        f'<a href="{html.escape(one, quote=True)}">{html.escape(one)}</a>'
        for one in page.suggestions
    )
    return f"您要找的是不是：{'、'.join(links)}" if page.suggestions else ""
