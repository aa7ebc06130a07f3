"""A table of a document as rows and columns of words."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from policyviewer.app.exporting import rows_of
from policyviewer.domain.tables import LINE_END, Cell, Table
from policyviewer.ui.reader.blocks import BlockKind
from policyviewer.ui.reader.table_widths import Column, column_of

_ALIGNED = {
    BlockKind.NUMBER_CELL: Qt.AlignmentFlag.AlignRight,
    BlockKind.SHORT_CELL: Qt.AlignmentFlag.AlignHCenter,
}
_TOP = QModelIndex()


class TableCells(QAbstractTableModel):
    """The cells of a table; a first row without merged cells names the columns."""

    def __init__(self, table: Table, text: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        rows = rows_of(table, text)
        alone = all(one.rows == one.columns == 1 for one in table.cells if one.row == 0)
        self._head = 1 if len(rows) > 1 and alone else 0
        self._heads = rows[0] if self._head else []
        self._rows = rows[self._head :]
        self._merged = [one for one in table.cells if one.rows > 1 or one.columns > 1]
        self.columns = [self._column(number) for number in range(len(rows[0]))]
        """What each column holds, in order."""

    @property
    def headed(self) -> bool:
        """Say whether the columns have names."""
        return bool(self._head)

    @property
    def merged(self) -> list[Cell]:
        """Give the cells that take up several places, counted from the first row of the model."""
        return [
            Cell(one.span, one.row - self._head, one.column, one.rows, one.columns)
            for one in self._merged
        ]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            kind = self.columns[index.column()].kind
            across = _ALIGNED.get(kind, Qt.AlignmentFlag.AlignLeft)
            return across | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        named = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return _lines(self._heads[section]) if named and self._head else None

    def words(self, row: int, column: int) -> str:
        """Give the words of a cell, its paragraphs one below the other."""
        return _lines(self._rows[row][column])

    def head(self, column: int) -> str:
        """Give the name of a column; empty where columns have none."""
        return _lines(self._heads[column]) if self._head else ""

    def _column(self, number: int) -> Column:
        inside = [one[number] for one in self._rows]
        return column_of(inside, self._heads[number : number + 1])


def _lines(words: str) -> str:
    return words.replace(LINE_END, "\n")
