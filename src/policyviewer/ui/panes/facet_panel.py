"""What hits can be narrowed down by, with counts: a fold-out above the results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from policyviewer.domain.queries import Facet, FacetName
from policyviewer.ui.models.facet_rows import FacetModel, More, Pick, facet_rows
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.panes.parts import column, dressed
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import tr

_FOLDED = frozenset({FacetName.DOCUMENT})
"""Facets that begin closed: the results name the documents already."""
_COUNT = 44
"""Room for a count, in pixels."""


class FacetPanel(QWidget):
    """A tree of facets and values; a click, Enter or Space chooses a value or lets it go."""

    toggled = Signal(object, str)
    """A FacetName and a value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for its border
        self._facets: Sequence[Facet] = ()
        self._opened: set[FacetName] = set()
        self._closed: set[str] = {name.value for name in _FOLDED}
        self._stale = False
        self._model = FacetModel(self)
        self._find = QLineEdit()
        self._find.setPlaceholderText(tr("在筛选项中查找"))
        self._find.setAccessibleName(tr("在筛选项中查找"))
        self._find.setClearButtonEnabled(True)
        self._tree = dressed(_FacetView(), tr("筛选"))
        self._tree.setModel(self._model)
        self._tree.setItemDelegate(_CountDelegate(self._tree))
        layout = column(self)
        inset = QVBoxLayout()
        inset.setContentsMargins(10, 4, 10, 4)
        inset.addWidget(self._find)
        layout.addLayout(inset)
        layout.addWidget(self._tree, 1)
        self._find.textChanged.connect(self._refresh)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.chosen.connect(self._on_chosen)
        self._tree.collapsed.connect(lambda index: self._closed.add(self._key(index)))
        self._tree.expanded.connect(lambda index: self._closed.discard(self._key(index)))

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show the facets of other hits; the list stays where it was scrolled to."""
        self._facets = facets
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        delegate = self._tree.itemDelegate()
        if isinstance(delegate, _CountDelegate):
            delegate.theme = theme
        self._tree.viewport().update()

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible and self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        bar = self._tree.verticalScrollBar()
        at, current = bar.value(), self._key(self._tree.currentIndex())
        typed = self._find.text().strip()
        kept = set(self._closed)  # expanding a row would take it out
        closed = set() if typed else kept
        self._model.set_rows(facet_rows(self._facets, typed, self._opened))
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if self._key(index) not in closed:
                self._tree.expand(index)
        self._closed = kept
        self._tree.setCurrentIndex(self._model.index_of(current))
        self._tree.executeDelayedItemsLayout()
        bar.setValue(at)

    def _key(self, index: QModelIndex) -> str:
        return self._model.row_at(index).key if index.isValid() else ""

    def _on_chosen(self, index: QModelIndex) -> None:
        value = self._model.row_at(index).value
        if isinstance(value, Pick):
            self.toggled.emit(value.name, value.value.value)
        elif isinstance(value, More):
            self._opened.add(value.name)
            self._refresh()
        else:
            self._tree.setExpanded(index, not self._tree.isExpanded(index))


class _FacetView(QTreeView):
    """A tree in which Enter and Space choose."""

    chosen = Signal(QModelIndex)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _CountDelegate(QStyledItemDelegate):
    """Draws the count of a value at the right end of its row."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self.theme = LIGHT

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(Role.VALUE)
        whole = QRect(option.rect)
        if isinstance(value, Pick):
            option.rect = whole.adjusted(0, 0, -_COUNT, 0)
        super().paint(painter, option, index)
        if isinstance(value, Pick):
            painter.save()
            painter.setPen(QColor(self.theme.soft))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(whole.adjusted(0, 0, -10, 0), flags, str(value.value.count))
            painter.restore()
