"""How many results have which issuer, level, year, kind, status and document; a click filters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from policyviewer.domain.queries import FACET_NAMES, Facet, FacetName, FacetValue

_VALUE = Qt.ItemDataRole.UserRole
_FEWEST = 2
"""Values from which there is something to choose."""


class FacetTree(QTreeWidget):
    """A group for each facet, a line with a box for each value."""

    toggled = Signal(object, str)
    """A FacetName, and the value that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("筛选")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._open: set[FacetName] = {FacetName.LEVEL}
        self.itemClicked.connect(self._on_clicked)
        self.itemActivated.connect(self._on_clicked)
        self.itemExpanded.connect(self._on_expanded)
        self.itemCollapsed.connect(self._on_collapsed)

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show the counts of other results; groups that were open stay so."""
        top = self.verticalScrollBar().value()
        blocker = QSignalBlocker(self)
        self.clear()
        for facet in facets:
            chosen = any(one.chosen for one in facet.values)
            if len(facet.values) < _FEWEST and not chosen:
                continue
            group = QTreeWidgetItem(self, [FACET_NAMES[facet.name]])
            group.setData(0, _VALUE, (facet.name, None))
            group.addChildren([_item(facet.name, one) for one in facet.values])
            group.setExpanded(facet.name in self._open or chosen)
        blocker.unblock()
        self.verticalScrollBar().setValue(top)

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        name, value = item.data(0, _VALUE)
        if value is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.toggled.emit(FacetName(name), value)

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        self._open.add(FacetName(item.data(0, _VALUE)[0]))

    def _on_collapsed(self, item: QTreeWidgetItem) -> None:
        self._open.discard(FacetName(item.data(0, _VALUE)[0]))


def _item(name: FacetName, one: FacetValue) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{'☑' if one.chosen else '☐'} {one.label}", str(one.count)])
    item.setData(0, _VALUE, (name, one.value))
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(0, one.label)
    state = "已选" if one.chosen else "未选"
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{one.label}，{one.count} 条，{state}")
    return item
