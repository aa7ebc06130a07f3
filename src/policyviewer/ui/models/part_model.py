"""The parts of a compilation as a Qt model; they are put in order by dragging."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from policyviewer.domain.compilations import CompiledPart, PartId, PresentPart
from policyviewer.ui.models.note_model import reordered
from policyviewer.ui.models.part_rows import second_line, spoken, state_word
from policyviewer.ui.models.rows import Index, Role

MIME = "application/x-policyviewer-parts"
_NOWHERE = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DRAG, _DROP = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled


class PartModel(QAbstractListModel):
    """A row for each part, with what has become of it."""

    arranged = Signal(list)
    """The parts in another order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[CompiledPart, ...] = ()
        self._presents: Mapping[PartId, PresentPart] = {}

    @property
    def parts(self) -> tuple[CompiledPart, ...]:
        """Give the parts that are shown, in their order."""
        return self._parts

    @property
    def presents(self) -> Mapping[PartId, PresentPart]:
        """Give what has become of parts, as far as it is known."""
        return self._presents

    def show_parts(self, parts: Sequence[CompiledPart]) -> None:
        """Show other parts, or the same ones in another order."""
        self.beginResetModel()
        self._parts = tuple(parts)
        self.endResetModel()

    def show_presents(self, presents: Mapping[PartId, PresentPart]) -> None:
        """Show what has become of the parts."""
        self._presents = presents
        if self._parts:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._parts) - 1, 0))

    def part_at(self, index: Index) -> CompiledPart | None:
        """Give the part behind an index, None for an invalid one."""
        return self._parts[index.row()] if index.isValid() else None

    def present_of(self, part: CompiledPart) -> PresentPart | None:
        """Give what has become of a part, None while that is not known."""
        return self._presents.get(part.id)

    def step(self, chosen: Sequence[int], by: int) -> bool:
        """Move rows up (-1) or down (1) by one, all together; False at the end of the list."""
        rows = sorted(chosen)
        if not rows or rows[0] + min(by, 0) < 0 or rows[-1] + max(by, 0) >= len(self._parts):
            return False
        at = rows[0] - 1 if by < 0 else rows[-1] + 2
        self._move(rows, at)
        return True

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._parts)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        part = self.part_at(index)
        if part is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(part, self.present_of(part))
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: part.name,
            Qt.ItemDataRole.ToolTipRole: "\n".join(filter(None, (part.name, second_line(part)))),
            Role.KEY: state_word(self.present_of(part)),
            Role.VALUE: part,
        }
        return told.get(role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _PLAIN | _DRAG if index.isValid() else _DROP

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(MIME, ",".join(str(one.row()) for one in indexes).encode())
        return made

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        told = bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else ""
        rows = [int(one) for one in told.split(",") if one.isdecimal()]
        if rows:
            self._move(sorted(rows), parent.row() if parent.isValid() else row)
        return False  # the rows stand in their new order already

    def _move(self, rows: Sequence[int], at: int) -> None:
        """Put rows before the one at an index, -1 for the end, and tell of it."""
        parts = {str(number): one for number, one in enumerate(self._parts)}
        order = reordered(list(parts), [str(one) for one in rows], at)
        arranged = [parts[name] for name in order]
        if tuple(arranged) != self._parts:
            self.layoutAboutToBeChanged.emit()
            kept = self.persistentIndexList()
            places = {int(name): place for place, name in enumerate(order)}
            self._parts = tuple(arranged)
            moved = [self.index(places[one.row()], 0) for one in kept]
            self.changePersistentIndexList(kept, moved)
            self.layoutChanged.emit()
            self.arranged.emit(arranged)
