"""The library as a Qt model: groups, and documents that cost nothing until they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from policyviewer.app.groupings import Grouping
from policyviewer.app.shelving import UNKNOWN, Arrangement, Group, level_name
from policyviewer.domain.documents import DocumentId, DocumentSummary
from policyviewer.domain.folders import Folder
from policyviewer.domain.standing import Standing
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.translation import noop, tr

_NOWHERE = QModelIndex()
DOCUMENTS = "application/x-policyviewer-documents"
"""The MIME type of documents that are dragged: their ids, a line each."""
STANDINGS = {
    Standing.REPEALED: noop("已废止"),
    Standing.LAPSED: noop("已失效"),
    Standing.NOT_YET: noop("未施行"),
    Standing.AMENDED: noop("已修改"),
}
_UNKNOWN = {
    Grouping.LEVEL: noop("未识别发文机关"),
    Grouping.ISSUER: noop("未识别发文机关"),
    Grouping.YEAR: noop("年份不详"),
    Grouping.KIND: noop("其他文种"),
    Grouping.STANDING: noop("没有废止、失效、修改的记录"),
    Grouping.FOLDER: noop("未放入文件夹"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A group with its row and the number of the group above it, by which indexes name it."""

    group: Group
    row: int
    above: int
    documents_from: int
    """The row of its first document, behind its groups."""


class LibraryModel(QAbstractItemModel):
    """Shows an Arrangement; an index holds the number of the group that it stands in.

    No object is made for a document: fifty thousand of them are as quick as fifty.
    """

    dropped = Signal(object, list)
    """A Folder, and the ids of documents that were let fall on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrangement = Arrangement(Grouping.LEVEL, ())
        self._places: list[_Place] = []
        self._by_group: dict[tuple[int, int], int] = {}
        self._show(self._arrangement)

    @property
    def arrangement(self) -> Arrangement:
        """Give what is shown."""
        return self._arrangement

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Show other documents, or the same in other groups."""
        self.beginResetModel()
        self._show(arrangement)
        self.endResetModel()

    def document_at(self, index: Index) -> DocumentSummary | None:
        """Give the document of a row; None for a group."""
        if not index.isValid():
            return None
        place = self._places[index.internalId()]
        number = index.row() - place.documents_from
        return place.group.documents[number] if number >= 0 else None

    def folder_at(self, index: Index) -> Folder | None:
        """Give the folder that a row is or stands in; None where there is none."""
        if not index.isValid():
            return None
        number = self._number(index)
        return self._places[number if number > 0 else index.internalId()].group.folder

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.document_at(index) is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if self.folder_at(index) is not None:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return [DOCUMENTS]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = [one for index in indexes if (one := self.document_at(index)) is not None]
        data = QMimeData()
        data.setData(DOCUMENTS, "\n".join(one.id for one in found).encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        folder = self.folder_at(parent)
        names = bytes(data.data(DOCUMENTS).data()).decode().split("\n")
        if folder is None or not names[0]:
            return False
        self.dropped.emit(folder, names)
        return True

    def index_of(self, document: str) -> QModelIndex:
        """Give the first row of a document, or an invalid index."""
        for number, place in enumerate(self._places):
            for row, one in enumerate(place.group.documents):
                if one.id == document:
                    return self.createIndex(place.documents_from + row, 0, number)
        return QModelIndex()

    def groups(self) -> Iterator[tuple[QModelIndex, str]]:
        """Give every group, from above, with a name that is its own."""
        for place in self._places[1:]:
            index = self.createIndex(place.row, 0, place.above)
            names = [place.group.name]
            above = place.above
            while above:
                names.append(self._places[above].group.name)
                above = self._places[above].above
            yield index, f"{self._arrangement.grouping}:{'/'.join(reversed(names))}"

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, self._number(parent))

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        number = index.internalId() if index.isValid() else 0
        if not number:
            return QModelIndex()
        place = self._places[number]
        return self.createIndex(place.row, 0, place.above)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.column() > 0:
            return 0
        number = self._number(parent)
        if number < 0:
            return 0
        group = self._places[number].group
        return len(group.groups) + len(group.documents)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        document = self.document_at(index)
        if document is None:
            return self._group_data(self._places[self._number(index)].group, role)
        return self._document_data(document, role)

    def _show(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        root = Group("", groups=arrangement.groups, count=arrangement.count)
        self._places = [_Place(root, 0, 0, len(root.groups))]
        self._by_group = {}
        number = 0
        while number < len(self._places):
            for row, group in enumerate(self._places[number].group.groups):
                self._by_group[number, row] = len(self._places)
                self._places.append(_Place(group, row, number, len(group.groups)))
            number += 1

    def _number(self, index: Index) -> int:
        """Give the number of the group that a row is; 0 for the root, -1 for a document."""
        if not index.isValid():
            return 0
        return self._by_group.get((index.internalId(), index.row()), -1)

    def _group_data(self, group: Group, role: int) -> object:
        name = group_name(group.grouping, group.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("{name}（{count}）").format(name=name, count=group.count)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{name}，{count} 份文件").format(name=name, count=group.count)
        return name if role == Qt.ItemDataRole.ToolTipRole else None

    def _document_data(self, document: DocumentSummary, role: int) -> object:
        data = document.metadata
        standing = self.standing_of(document.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return short_title(document.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(filter(None, (document.title, standing)))
        if role == Qt.ItemDataRole.ToolTipRole:
            known = (document.title, data.document_number, data.kind, data.written, standing)
            return "\n".join(filter(None, (*known, document.source.name)))
        if role == Role.KEY:
            return document.id
        return document if role == Role.VALUE else None

    def standing_of(self, document: DocumentId) -> str:
        """Give what is to be told of a document, for a badge; empty for most."""
        standing = self._arrangement.standings.get(document)
        return tr(STANDINGS[standing]) if standing is not None else ""


def group_name(grouping: Grouping, name: str) -> str:
    """Give what a group is called."""
    if name == UNKNOWN:
        return tr(_UNKNOWN.get(grouping, noop("未识别发文机关")))
    if grouping is Grouping.STANDING:
        return tr(STANDINGS[Standing(name)])
    if grouping is Grouping.YEAR:
        return tr("{year}年").format(year=name)
    return level_name(name) if grouping is Grouping.LEVEL else name


def short_title(title: str) -> str:
    """Give a title without the issuer before 关于, which its group names already."""
    _issuer, about, subject = title.partition("关于")
    return f"关于{subject}" if about and subject else title
