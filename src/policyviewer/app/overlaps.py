"""The shelves of a run, as one sequence that may change, and documents that stand on several.

A document has the same id wherever its file came from. Of several shelves that hold it, one shows
it: the user's own before all packs, since what was imported by hand is never hidden unless the user
took it out; of packs the one whose documents were gathered later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from typing_extensions import override

from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import DocumentId


class Shelves(Sequence[Shelf]):
    """The shelves in the order in which they are shown; the user's own is the last."""

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self._shelves = tuple(shelves)
        self._ids: dict[int, frozenset[DocumentId]] = {}
        self.look_again()

    def put(self, shelves: Iterable[Shelf]) -> None:
        """Put other shelves in the place of all; whoever is going through them sees the former."""
        self._shelves = tuple(shelves)
        self._ids.clear()
        self.look_again()

    def look_again(self) -> None:
        """Find out anew which shelf shows a document that several hold."""
        *others, own = self._shelves
        removed = frozenset(own.removed())
        own.documents.hide(removed)
        if not any(shelf.overlaps for shelf in others):
            return
        seen = set(own.documents.ids()) - removed
        for shelf in others:
            if shelf.overlaps:
                ids = self._ids_of(shelf)
                shelf.documents.hide(ids & seen)
                seen |= ids

    def _ids_of(self, shelf: Shelf) -> frozenset[DocumentId]:
        """Give the ids of a shelf that does not change."""
        found = self._ids.get(id(shelf))
        if found is None:
            found = self._ids[id(shelf)] = frozenset(shelf.documents.ids())
        return found

    @overload
    def __getitem__(self, index: int) -> Shelf: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Shelf]: ...

    @override
    def __getitem__(self, index: int | slice) -> Shelf | Sequence[Shelf]:
        return self._shelves[index]

    @override
    def __len__(self) -> int:
        return len(self._shelves)

    @override
    def __iter__(self) -> Iterator[Shelf]:
        return iter(self._shelves)
