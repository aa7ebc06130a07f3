"""The outline of the document on the page, which follows the reading."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from policyviewer.domain.documents import Node, Outline
from policyviewer.ui.models.outline_rows import node_at, outline_rows, shown_nodes
from policyviewer.ui.models.rows import RowModel
from policyviewer.ui.panes.parts import column, empty_state, heading, tree
from policyviewer.ui.translation import tr

_EXPANDED_BELOW = 200
"""Rows: a longer outline starts with its first level open only."""


class OutlinePane(QWidget):
    """A tree of the numbered units; the one being read is selected."""

    node_chosen = Signal(str)
    compile_wanted = Signal(str)
    """The id of a unit that shall be taken into the compilation with all that stands under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._model = RowModel(self)
        self._tree = tree(tr("目录"))
        self._tree.setModel(self._model)
        self._empty = empty_state(tr("打开一份文件，这里显示它的目录。"))
        layout = column(self)
        layout.addWidget(heading(tr("目录")))
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._tree.customContextMenuRequested.connect(self._on_menu_wanted)
        self.clear()

    def show_outline(self, outline: Outline) -> None:
        """Show the tree of a document."""
        self._nodes = shown_nodes(outline)
        self._model.set_rows(outline_rows(outline))
        if len(self._nodes) < _EXPANDED_BELOW:
            self._tree.expandAll()
        self._empty.setText(tr("这份文件没有分条目。"))
        self._empty.setVisible(not self._nodes)
        self._tree.setVisible(bool(self._nodes))

    def clear(self) -> None:
        """Show that no document is open."""
        self._nodes = []
        self._model.set_rows([])
        self._empty.setText(tr("打开一份文件，这里显示它的目录。"))
        self._empty.show()
        self._tree.hide()

    def follow(self, offset: int) -> None:
        """Select the unit at a code point; without scrolling when it is in view."""
        node = node_at(self._nodes, offset)
        index = QModelIndex() if node is None else self._model.index_of(node.id)
        if index != self._tree.currentIndex():
            self._tree.setCurrentIndex(index)
            self._tree.scrollTo(index)

    def menu_of(self, index: QModelIndex) -> QMenu | None:
        """Give the menu of a unit; None where there is none."""
        if not index.isValid():
            return None
        name = self._model.row_at(index).key
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("转到"), partial(self.node_chosen.emit, name))
        menu.addAction(tr("收入汇编"), partial(self.compile_wanted.emit, name))
        return menu

    def _on_menu_wanted(self, place: QPoint) -> None:
        menu = self.menu_of(self._tree.indexAt(place))
        if menu is not None:
            menu.popup(self._tree.viewport().mapToGlobal(place))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.node_chosen.emit(self._model.row_at(index).key)
