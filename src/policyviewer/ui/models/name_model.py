"""Names with their counts as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from policyviewer.app.name_list import NameList, NameOrder
from policyviewer.domain.name_counts import NameCount
from policyviewer.domain.named import NameKind
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import noop, tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class NameColumn(IntEnum):
    """The columns of the table."""

    NAME = 0
    FORMS = 1
    PROVISIONS = 2
    DOCUMENTS = 3


HEADS = {
    NameColumn.NAME: noop("名称"),
    NameColumn.FORMS: noop("也写作"),
    NameColumn.PROVISIONS: noop("条款数"),
    NameColumn.DOCUMENTS: noop("文件数"),
}
ORDERS = {
    NameColumn.NAME: NameOrder.NAME,
    NameColumn.PROVISIONS: NameOrder.PROVISIONS,
    NameColumn.DOCUMENTS: NameOrder.DOCUMENTS,
}
_USUAL = Qt.SortOrder.DescendingOrder
"""The order of counts in which the frequent come first."""
_COUNTS = (NameColumn.PROVISIONS, NameColumn.DOCUMENTS)


class NameModel(QAbstractTableModel):
    """Shows the names of one kind; what is typed and a click on a head choose which, and how."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list = NameList(())
        self._kind, self._words = NameKind.PLACE, ""
        self._order, self._backwards = NameOrder.PROVISIONS, False
        self._shown: Sequence[NameCount] = ()
        self.theme: Theme = LIGHT

    def show_list(self, names: NameList) -> None:
        """Show the names of another library or document."""
        self._list = names
        self._select()

    def narrow(self, kind: NameKind, words: str) -> None:
        """Show names of a kind that have words in them."""
        self._kind, self._words = kind, words
        self._select()

    def name_at(self, row: int) -> NameCount:
        """Give the name of a row."""
        return self._shown[row]

    def total(self, kind: NameKind) -> int:
        """Give how many names of a kind there are, whatever was typed."""
        return self._list.total(kind)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(NameColumn)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADS[NameColumn(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            centre = NameColumn(section) in _COUNTS  # the arrow stands at the right end
            return int(Qt.AlignmentFlag.AlignCenter) if centre else _alignment(NameColumn.NAME)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one, column = self._shown[index.row()], NameColumn(index.column())
        values: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: cell_text(one, column),
            Qt.ItemDataRole.AccessibleTextRole: lambda: spoken(one, column),
            Qt.ItemDataRole.ToolTipRole: lambda: tool_tip(one),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(column),
            Qt.ItemDataRole.ForegroundRole: lambda: self._colour(column),
        }
        return values[role]() if role in values else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; other forms are no order."""
        chosen = ORDERS.get(NameColumn(column)) if column >= 0 else None
        if chosen is not None:
            self._order = chosen
            usual = _USUAL if chosen is not NameOrder.NAME else Qt.SortOrder.AscendingOrder
            self._backwards = order is not usual
            self._select()

    def _select(self) -> None:
        self.beginResetModel()
        self._shown = self._list.select(
            self._kind, self._words, self._order, backwards=self._backwards
        )
        self.endResetModel()

    def _colour(self, column: NameColumn) -> QColor | None:
        return QColor(self.theme.soft) if column is NameColumn.FORMS else None


def cell_text(one: NameCount, column: NameColumn) -> str:
    """Give what a cell shows."""
    if column is NameColumn.NAME:
        return one.text
    if column is NameColumn.FORMS:
        return "、".join(form.text for form in one.forms[1:])
    return str(one.provisions if column is NameColumn.PROVISIONS else one.documents)


def spoken(one: NameCount, column: NameColumn) -> str:
    """Give what a screen reader says of a cell."""
    words = cell_text(one, column)
    return words if column is NameColumn.NAME else f"{tr(HEADS[column])}：{words}"


def tool_tip(one: NameCount) -> str:
    """Give all forms of a name with their counts."""
    forms = "\n".join(f"{form.text}　{form.provisions}" for form in one.forms)
    return tr("{forms}\n点击检索").format(forms=forms)


def _alignment(column: NameColumn) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _COUNTS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
