"""Where in the library words lead that name a place: a citation, a 发文字号, a title, the
initials of one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyviewer.app.shelves import Shelf
from policyviewer.domain.destinations import Address, address
from policyviewer.domain.document_numbers import is_number, names
from policyviewer.domain.documents import Document, DocumentId, DocumentName, Node
from policyviewer.domain.queries import IndexedProvision
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.title_index import TitleIndex, plain_title
from policyviewer.search import initials

MOST = 5
"""Documents that one number, or the same initials, may lead to."""
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Destination:
    """A provision that words name, and the part of the stored text that they mean."""

    provision: IndexedProvision
    span: TextRange
    citation: str
    outright: bool
    """Whether the words can hardly mean anything else: a title is also words."""


class Destinations:
    """Finds destinations among the documents of all shelves, whose names are read once."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = shelves
        self._lock = threading.Lock()
        self._known: _Names | None = None

    def forget(self) -> None:
        """Read the names anew for the next question: the library has changed."""
        with self._lock:
            self._known = None

    def of(self, text: str) -> list[Destination]:
        """Give where a citation, a number or a title leads; nothing for other words."""
        words = text.strip()
        cited = address(words)
        if cited is not None:
            found = self._cited(cited)
            if found:
                return found
        if is_number(words):
            return [self._whole(one, outright=True) for one in self._names().numbered(words)]
        if not 2 <= len(words) <= _LONGEST_TITLE:
            return []
        named = self._names().titled(words.strip("《》"))
        return [self._whole(one, outright=False) for one in named[:MOST]]

    def by_initials(self, text: str) -> list[Destination]:
        """Give the documents whose titles have these initials."""
        typed = initials.letters(text)
        if not typed:
            return []
        return [self._whole(one, outright=True) for one in self._names().with_initials(typed)]

    def _cited(self, cited: Address) -> list[Destination]:
        from policyviewer.domain.references import Places  # the parser: only for a citation

        for one in self._names().titled(cited.title):
            document = self._load(one)
            node = Places(document.outline.nodes).locate(cited.place)
            if node is not None:
                return [_at(document, node.span.start, node)]
        return []

    def _whole(self, named: DocumentId, *, outright: bool) -> Destination:
        """Give the place of a document where its number or its title is printed."""
        document = self._load(named)
        data = document.outline.metadata
        printed = data.document_number_as_printed if outright else None
        at = document.outline.text.find(printed or data.title_as_printed or data.title)
        return _at(document, max(0, at), None, outright=outright)

    def _load(self, document: DocumentId) -> Document:
        shelf = next(one for one in self._shelves if one.documents.holds(document))
        return shelf.documents.load(document)

    def _names(self) -> _Names:
        with self._lock:
            if self._known is None:
                self._known = _Names(
                    [one for shelf in self._shelves for one in shelf.documents.names()]
                )
            return self._known


class _Names:
    """What the documents are called."""

    def __init__(self, documents: Sequence[DocumentName]) -> None:
        self._index = TitleIndex(documents)
        self._numbers = [(one.number, one.id) for one in documents if one.number]
        self._titles: dict[str, list[DocumentId]] = {}
        for one in sorted(documents, key=lambda one: one.imported, reverse=True):
            for title in {plain_title(one.title), one.title}:
                self._titles.setdefault(title, []).append(one.id)

    def titled(self, title: str) -> list[DocumentId]:
        """Give the documents of a title, the last imported first: a code may come in parts."""
        found = self._titles.get(plain_title(title))
        if found:
            return found
        named = self._index.find(title, None)
        return [] if named is None else [named]

    def numbered(self, typed: str) -> list[DocumentId]:
        """Give the documents that a typed number means."""
        return [document for number, document in self._numbers if names(typed, number)][:MOST]

    def with_initials(self, typed: str) -> list[DocumentId]:
        """Give the documents whose titles have these initials."""
        titles = initials.named(typed, self._titles)
        return list(dict.fromkeys(one for title in titles for one in self._titles[title]))[:MOST]


def _at(document: Document, at: int, node: Node | None, *, outright: bool = True) -> Destination:
    """Give the provision that holds a code point; what is meant is the node, or all of it."""
    from policyviewer.domain.citations import citation
    from policyviewer.domain.records import records

    units: Iterator[IndexedProvision] = records(document)
    best = next(units)
    for unit in units:
        if unit.start > at:
            break
        best = unit
    whole = TextRange(best.start, best.start + len(best.text))
    if node is None:
        return Destination(best, whole, best.citation, outright)
    span = node.span.clipped(whole) or whole
    return Destination(best, span, citation(document.outline, node.id), outright)
