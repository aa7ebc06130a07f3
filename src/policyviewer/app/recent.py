"""Which documents the user had in hand last: those read, and those imported."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from datetime import datetime

from policyviewer.app.library import LibraryService
from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.storage.reading import ReadingStore

_SPARE = 4
"""Times as many documents are asked for as are wanted: some may have left the library."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A document with the time at which it was read, or imported."""

    document: DocumentId
    title: str
    when: datetime


class RecentService:
    """Answers what was read and imported last; raises StorageError when it cannot be looked up."""

    def __init__(self, library: LibraryService, reading: ReadingStore, own: Shelf) -> None:
        self._library = library
        self._reading = reading
        self._own = own

    def read(self, limit: int) -> list[Recent]:
        """Give the documents that were read last and are still there, the latest first."""
        found: list[Recent] = []
        for document, when in self._reading.last_read(limit * _SPARE):
            title = self._library.title(document)
            if title is not None:
                found.append(Recent(document, title, when))
        return found[:limit]

    def imported(self, limit: int) -> list[Recent]:
        """Give the documents that were imported last, the latest first.

        There are none on a shelf that nothing can be imported to: what lies there came with it.
        """
        if not self._own.writable:
            return []
        names = self._own.documents.names()
        latest = heapq.nlargest(limit, names, key=lambda one: one.imported)
        return [
            Recent(
                one.id,
                one.title or self._library.title(one.id) or "",
                datetime.fromisoformat(one.imported),
            )
            for one in latest
        ]
