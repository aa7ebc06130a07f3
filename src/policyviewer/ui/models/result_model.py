"""Search hits as a model that grows: by document or flat, page after page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from typing_extensions import override

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.names import called
from policyviewer.domain.queries import FacetName, SearchHit, SearchPage
from policyviewer.ui.models.library_model import short_title
from policyviewer.ui.models.result_rows import place_of
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.translation import tr

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a document's hits, and how many there are in all."""

    document: DocumentId
    title: str
    total: int


@dataclass(frozen=True, slots=True)
class Rest:
    """Hits of a document that are not listed yet."""

    document: DocumentId
    count: int


class _Node:
    __slots__ = ("children", "number", "parent", "value")

    def __init__(self, value: object, parent: _Node | None, number: int) -> None:
        self.value = value
        self.parent = parent
        self.number = number
        self.children: list[_Node] = []

    def add(self, value: object) -> _Node:
        made = _Node(value, self, len(self.children))
        self.children.append(made)
        return made


class ResultModel(QAbstractItemModel):
    """The hits of one search; later pages are added, and no hit is listed twice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(None, None, 0)
        self._groups: dict[DocumentId, _Node] = {}
        self._known: set[tuple[str, str]] = set()
        self._documents: dict[DocumentId, list[SearchHit]] = {}
        self._grouped = True

    @property
    def documents(self) -> list[DocumentId]:
        """Give the documents of the listed hits, in their order."""
        return list(self._documents)

    def hits_of(self, document: DocumentId) -> list[SearchHit]:
        """Give the listed hits of a document."""
        return self._documents.get(document, [])

    def set_page(self, page: SearchPage | None, *, grouped: bool) -> None:
        """Show the first page of another search, or nothing."""
        self.beginResetModel()
        self._root = _Node(None, None, 0)
        self._groups, self._known, self._documents = {}, set(), {}
        self._grouped = grouped
        if page is not None:
            fresh = self._fresh(page.hits)
            if grouped:
                self._fill(page, fresh)
            else:
                for hit in fresh:
                    self._root.add(hit)
        self.endResetModel()

    def add_page(self, page: SearchPage) -> None:
        """Add more hits: to the groups of their documents, and new groups below."""
        fresh = self._fresh(page.hits)
        if not self._grouped:
            self._append(self._root, _NOWHERE, fresh)
            return
        new: dict[DocumentId, list[SearchHit]] = {}
        for document, hits in _by_document(fresh).items():
            node = self._groups.get(document)
            if node is None:
                new[document] = hits
            else:
                self._grow(node, hits)
        if new:
            first = len(self._root.children)
            self.beginInsertRows(_NOWHERE, first, first + len(new) - 1)
            self._fill(page, [hit for hits in new.values() for hit in hits])
            self.endInsertRows()

    def index_of(self, hit: SearchHit) -> QModelIndex:
        """Give the index of a listed hit, or an invalid one."""
        above = self._groups.get(hit.document) if self._grouped else self._root
        for node in above.children if above is not None else ():
            if isinstance(node.value, SearchHit) and _key(node.value) == _key(hit):
                return self.createIndex(node.number, 0, node)
        return QModelIndex()

    def value(self, index: Index) -> object:
        """Give the Group, SearchHit or Rest behind an index; None for none."""
        return self._node(index).value

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        above = self._node(parent).children
        if column != 0 or not 0 <= row < len(above):
            return QModelIndex()
        return self.createIndex(row, column, above[row])

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
        value = self._node(index).value
        if role == Role.VALUE:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(value)
        return _tip(value) if role == Qt.ItemDataRole.ToolTipRole else None

    def _node(self, index: Index) -> _Node:
        if not index.isValid():
            return self._root
        node: _Node = index.internalPointer()
        return node

    def _fresh(self, hits: Iterable[SearchHit]) -> list[SearchHit]:
        """Give the hits that are not listed yet, and remember them."""
        found = []
        for hit in hits:
            if _key(hit) not in self._known:
                self._known.add(_key(hit))
                self._documents.setdefault(hit.document, []).append(hit)
                found.append(hit)
        return found

    def _fill(self, page: SearchPage, hits: Sequence[SearchHit]) -> None:
        """Add groups to the end; the view is told by whoever calls."""
        counts = _counts(page)
        for document, those in _by_document(hits).items():
            total = max(counts.get(document, 0), len(those))
            title = called(those[0].title, those[0].source)
            group = self._root.add(Group(document, title, total))
            self._groups[document] = group
            for hit in those:
                group.add(hit)
            if total > len(those):
                group.add(Rest(document, total - len(those)))

    def _grow(self, group: _Node, hits: Sequence[SearchHit]) -> None:
        """Add hits to a group, in front of the row that tells how many are left.

        That row goes only with the last hit: a view takes long to let go of rows.
        """
        there = self.createIndex(group.number, 0, group)
        rest = group.children[-1] if isinstance(group.children[-1].value, Rest) else None
        first = len(group.children) - (0 if rest is None else 1)
        self.beginInsertRows(there, first, first + len(hits) - 1)
        if rest is not None:
            group.children.pop()
        for hit in hits:
            group.add(hit)
        if rest is not None:
            rest.number = len(group.children)
            group.children.append(rest)
        self.endInsertRows()
        if rest is not None:
            self._tell_rest(group, rest, there)

    def _tell_rest(self, group: _Node, rest: _Node, there: QModelIndex) -> None:
        about = group.value
        left = about.total - rest.number if isinstance(about, Group) else 0
        if left > 0:
            rest.value = Rest(rest.value.document, left) if isinstance(rest.value, Rest) else None
            index = self.createIndex(rest.number, 0, rest)
            self.dataChanged.emit(index, index)
            return
        self.beginRemoveRows(there, rest.number, rest.number)
        group.children.pop()
        self.endRemoveRows()

    def _append(self, node: _Node, there: QModelIndex, values: Sequence[object]) -> None:
        if values:
            first = len(node.children)
            self.beginInsertRows(there, first, first + len(values) - 1)
            for value in values:
                node.add(value)
            self.endInsertRows()


def _key(hit: SearchHit) -> tuple[str, str]:
    return hit.document, hit.provision


def _by_document(hits: Iterable[SearchHit]) -> dict[DocumentId, list[SearchHit]]:
    found: dict[DocumentId, list[SearchHit]] = {}
    for hit in hits:
        found.setdefault(hit.document, []).append(hit)
    return found


def _counts(page: SearchPage) -> dict[str, int]:
    """Give how many hits the documents have, as far as the page tells."""
    return {
        one.value: one.count
        for facet in page.facets
        if facet.name is FacetName.DOCUMENT
        for one in facet.values
    }


def _text(value: object) -> str:
    if isinstance(value, Group):
        return short_title(value.title)
    if isinstance(value, Rest):
        return tr("这份文件还有 {count} 条，点击列出").format(count=value.count)
    return place_of(value) if isinstance(value, SearchHit) else ""


def _spoken(value: object) -> str:
    if isinstance(value, Group):
        return tr("{title}，{total} 条").format(title=value.title, total=value.total)
    if isinstance(value, SearchHit):
        return f"{place_of(value)}：{value.excerpt}"
    return _text(value)


def _tip(value: object) -> str:
    if isinstance(value, Group):
        return tr("{title}\n{total} 条结果").format(title=value.title, total=value.total)
    return value.citation if isinstance(value, SearchHit) else ""
