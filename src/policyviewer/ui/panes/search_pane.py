"""The results of a search."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QTreeView, QWidget

from policyviewer.domain.queries import SearchHit, SearchPage
from policyviewer.ui.models.result_rows import result_rows
from policyviewer.ui.models.rows import RowModel
from policyviewer.ui.panes.hit_delegate import HitDelegate, HitView
from policyviewer.ui.panes.parts import column, dressed, empty_state, heading, soft
from policyviewer.ui.theme import Theme

_INVITATION = (
    "在上面的检索框里输入文字，这里显示结果。\n\n"
    "几个词用空格隔开，表示同一条里都要有；加引号表示一字不差。"
)


class SearchPane(QWidget):
    """Hits by document; a click opens the document at the hit."""

    hit_chosen = Signal(object)
    """A SearchHit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowModel(self)
        self._tree = dressed(HitView(), "检索结果")
        self._tree.setUniformRowHeights(False)
        self._tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self._tree.setIndentation(10)
        self._tree.setRootIsDecorated(False)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the count stays in view
        self._tree.setModel(self._model)
        self._delegate = HitDelegate(self._tree)
        self._tree.setItemDelegate(self._delegate)
        self._state = soft()
        self._state.setContentsMargins(12, 0, 12, 6)
        self._state.setWordWrap(True)
        self._empty = empty_state(_INVITATION)
        layout = column(self)
        layout.addWidget(heading("检索结果"))
        layout.addWidget(self._state)
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        self.clear()

    def show_page(self, page: SearchPage) -> None:
        """Show the answer to a query."""
        self._model.set_rows(result_rows(page))
        self._tree.expandAll()
        self._state.setText(state_text(page))
        self._state.setVisible(bool(page.hits))
        self._tree.setVisible(bool(page.hits))
        self._empty.setText(page.hint or "没有找到。换个词试试。")
        self._empty.setVisible(not page.hits)

    def clear(self) -> None:
        """Show how to search."""
        self._model.set_rows([])
        self._state.hide()
        self._tree.hide()
        self._empty.setText(_INVITATION)
        self._empty.show()

    def focus_results(self) -> None:
        """Put the focus on the first hit."""
        group = self._model.index(0, 0)
        first = self._model.index(0, 0, group)
        if first.isValid():
            self._tree.setFocus()
            self._tree.setCurrentIndex(first)

    def open_first(self) -> None:
        """Choose the first hit."""
        self.focus_results()
        if self._tree.currentIndex().isValid():
            self._on_chosen(self._tree.currentIndex())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.set_theme(theme)

    def _on_chosen(self, index: QModelIndex) -> None:
        hit = self._model.row_at(index).value
        if isinstance(hit, SearchHit):
            self.hit_chosen.emit(hit)


def state_text(page: SearchPage) -> str:
    """Give the line above the hits: how many there are, how fast, and what to know."""
    shown = f"，列出前 {len(page.hits)} 条" if len(page.hits) < page.total else ""
    counted = f"{page.total} 条结果{shown} · {max(1, round(page.elapsed_ms))} 毫秒"
    return f"{counted}\n{page.hint}" if page.hint else counted
