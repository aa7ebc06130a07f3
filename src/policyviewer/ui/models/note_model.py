"""Annotations in groups as a Qt model; a hundred thousand cost nothing until they are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from policyviewer.app.noting import NoteGroup
from policyviewer.domain.annotations import Annotation, AnnotationKind
from policyviewer.ui.models.annotation_rows import row_text, row_tip, shortened
from policyviewer.ui.models.rows import Role
from policyviewer.ui.translation import noop, tr

MIME = "application/x-policyviewer-bookmarks"
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_GROUP_NAME = 17
"""Characters of a name that leave room for the count in a narrow panel."""
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DRAG, _DROP = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled
_GROUP = 0
"""The internal id of a group; that of an annotation is the number of its group and one more."""
KIND_NAMES = {
    AnnotationKind.NOTE: noop("批注"),
    AnnotationKind.HIGHLIGHT: noop("高亮"),
    AnnotationKind.BOOKMARK: noop("书签"),
}
_TOLD: dict[int, Callable[[Annotation], object]] = {
    Qt.ItemDataRole.DisplayRole: row_text,
    Qt.ItemDataRole.AccessibleTextRole: row_text,
    Qt.ItemDataRole.ToolTipRole: row_tip,
    Role.KEY: lambda one: str(one.id),
    Role.VALUE: lambda one: one,
}


class NoteModel(QAbstractItemModel):
    """Shows groups of annotations; bookmarks are put in order by dragging."""

    dropped = Signal(list, str)
    """The ids of a folder's bookmarks in their new order, and the folder."""

    def __init__(self, *, movable: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._movable = movable
        self._groups: tuple[NoteGroup, ...] = ()

    @property
    def groups(self) -> tuple[NoteGroup, ...]:
        """Give the groups that are shown."""
        return self._groups

    def show_groups(self, groups: Sequence[NoteGroup]) -> None:
        """Show other groups; rows that only changed keep what is open and chosen."""
        groups = tuple(groups)
        alike = [(one.name, len(one.annotations)) for one in self._groups] == [
            (one.name, len(one.annotations)) for one in groups
        ]
        if alike:
            self._groups = groups
            for at in range(len(groups)):
                above = self.index(at, 0)
                last = self.index(len(groups[at].annotations) - 1, 0, above)
                self.dataChanged.emit(self.index(0, 0, above), last)
            return
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def annotation_at(self, index: Index) -> Annotation | None:
        """Give the annotation behind an index, None for a group."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._groups[index.internalId() - 1].annotations[index.row()]

    def folder_at(self, index: Index) -> str:
        """Give the folder that an index stands for or in."""
        if not index.isValid():
            return ""
        number = index.internalId()
        return self._groups[index.row() if number == _GROUP else number - 1].name

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if row < 0 or column != 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.column() > 0 or parent.internalId() != _GROUP:
            return 0
        return len(self._groups[parent.row()].annotations)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.annotation_at(index)
        if one is None:
            if role == Qt.ItemDataRole.ToolTipRole:
                return group_tip(self._groups[index.row()])
            shown = role == Qt.ItemDataRole.DisplayRole
            return group_text(self._groups[index.row()], self._movable) if shown else None
        told = _TOLD.get(role)
        return told(one) if told is not None else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _DROP if self._movable else Qt.ItemFlag.NoItemFlags
        if not self._movable:
            return _PLAIN
        return _PLAIN | _DROP if self.annotation_at(index) is None else _PLAIN | _DROP | _DRAG

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        found = (self.annotation_at(index) for index in indexes)
        made.setData(MIME, "\n".join(str(one.id) for one in found if one).encode())
        return made

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        names = bytes(data.data(MIME).data()).decode().split("\n") if data.hasFormat(MIME) else []
        if not names:
            return False
        folder = self.folder_at(parent)
        at = parent.row() if self.annotation_at(parent) is not None else row
        inside = [str(one.id) for group in self._groups if group.name == folder
                  for one in group.annotations]  # fmt: skip
        self.dropped.emit(reordered(inside, names, at), folder)
        return False  # the rows come anew once the change is kept


def reordered(inside: Sequence[str], moved: Sequence[str], at: int) -> list[str]:
    """Give names in their new order: some are put before the one at an index, -1 for the end."""
    at = len(inside) if at < 0 else at
    before = [name for name in inside[:at] if name not in moved]
    behind = [name for name in inside[at:] if name not in moved]
    return [*before, *moved, *behind]


def group_text(group: NoteGroup, folders: bool) -> str:  # noqa: FBT001  # one of two sorts
    """Give the name of a group with its count."""
    if folders:
        name = group.name or tr("未放入文件夹")
    else:
        name = group.name or tr("（文件已不在文库中）")
        if group.gone and group.name:
            name = tr("{name}（文件已不在文库中）").format(name=name)
    return f"{shortened(name, _GROUP_NAME)}（{len(group.annotations)}）"


def group_tip(group: NoteGroup) -> str:
    """Give the whole name of a group, and how many of each kind it has."""
    counts = Counter(one.kind for one in group.annotations)
    parts = (f"{tr(name)} {counts[kind]}" for kind, name in KIND_NAMES.items() if counts[kind])
    return "\n".join(part for part in (group.name, " · ".join(parts)) if part)
