"""A tree of rows as a Qt model: the adapter that lists and trees of the window share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a row gives besides its text."""

    KEY = Qt.ItemDataRole.UserRole + 1
    """The id of what the row stands for; empty for a group."""
    VALUE = Qt.ItemDataRole.UserRole + 2
    """The domain value itself, for delegates."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it shows, what it stands for, and the rows below it."""

    text: str
    key: str = ""
    tip: str = ""
    value: object = None
    children: tuple[Row, ...] = ()


class _Node:
    """A row with its place in the tree; kept alive by the model, since Qt keeps only ids."""

    __slots__ = ("children", "number", "parent", "row")

    def __init__(self, row: Row, parent: _Node | None, number: int) -> None:
        self.row = row
        self.parent = parent
        self.number = number
        self.children = [_Node(child, self, at) for at, child in enumerate(row.children)]


class RowModel(QAbstractItemModel):
    """Shows rows; they are replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(Row(""), None, 0)
        self._by_key: dict[str, _Node] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._root = _Node(Row("", children=tuple(rows)), None, 0)
        self._by_key = {node.row.key: node for node in _below(self._root) if node.row.key}
        self.endResetModel()

    def row_at(self, index: Index) -> Row:
        """Give the row behind an index; raises ValueError for an invalid one."""
        if not index.isValid():
            raise ValueError("no row")
        return self._node(index).row

    def index_of(self, key: str) -> QModelIndex:
        """Give the index of the row with a key, or an invalid one."""
        node = self._by_key.get(key)
        return QModelIndex() if node is None else self.createIndex(node.number, 0, node)

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        above = self._node(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.number, 0, above)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._node(index).row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or row.text
        if role == Role.KEY:
            return row.key
        return row.value if role == Role.VALUE else None

    def _node(self, index: Index) -> _Node:
        if not index.isValid():
            return self._root
        node: _Node = index.internalPointer()
        return node


def _below(node: _Node) -> Iterator[_Node]:
    for child in node.children:
        yield child
        yield from _below(child)
