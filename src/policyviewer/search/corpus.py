"""What can be searched, and the provisions of it that answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from policyviewer.domain.queries import Facet, IndexedProvision, Order, SearchFilter
from policyviewer.search.expression import Expression

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array as Rows

Place = tuple[int, int]
"""Where a provision is kept; places sort by document and by the provisions' order in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A provision that answers."""

    place: Place
    score: float


class Hits(Protocol):
    """The provisions that answer, not yet in order."""

    def __len__(self) -> int: ...

    def first(self, limit: int | None, order: Order) -> list[Found]:
        """Give so many as are to be shown first, or all; what the order leaves equal stands by
        place.
        """
        ...

    def rows(self) -> Mapping[int, Rows]:
        """Give the second halves of all places, in order, by their first."""
        ...


class ListedHits:
    """Hits that are few enough to be sorted one by one."""

    def __init__(self, found: Sequence[Found], written: Callable[[Place], str]) -> None:
        self._found, self._written = found, written

    def __len__(self) -> int:
        return len(self._found)

    def first(self, limit: int | None, order: Order) -> list[Found]:
        """Give so many as are to be shown first, or all."""
        found = sorted(self._found, key=lambda one: one.place)
        if order is Order.RELEVANCE:
            found.sort(key=lambda one: -one.score)
        if order is Order.DATE:
            found.sort(key=lambda one: date_key(self._written(one.place)), reverse=True)
        return found[:limit]

    def rows(self) -> dict[int, Rows]:
        """Give the second halves of all places, in order, by their first."""
        import numpy as np

        grouped: dict[int, list[int]] = {}
        for at, row in sorted(one.place for one in self._found):
            grouped.setdefault(at, []).append(row)
        return {at: np.array(those, np.int64) for at, those in grouped.items()}


NOTHING = ListedHits((), lambda _place: "")


class Corpus(Protocol):
    """What can be searched."""

    def answering(self, expression: Expression, wanted: SearchFilter) -> Hits:
        """Give every provision that meets the expression and the filter."""
        ...

    def nearest(self, text: str, wanted: SearchFilter) -> list[Found]:
        """Give the provisions that have the most in common with a folded text."""
        ...

    def record(self, place: Place) -> IndexedProvision:
        """Give a provision that was found."""
        ...

    def keys(self, place: Place) -> Sequence[str]:
        """Give the folded texts of a provision that was found (see rows.keys)."""
        ...

    def written(self, place: Place) -> str:
        """Give the date of a provision that was found."""
        ...

    def limited(self, found: Hits) -> Corpus:
        """Give a corpus of nothing but these hits."""
        ...

    def after(self, char: str) -> Mapping[str, int]:
        """Give the characters that stand behind one, with the number of provisions, roughly."""
        ...

    def before(self, char: str) -> Mapping[str, int]:
        """Give the characters that stand before one, with the number of provisions, roughly."""
        ...

    def is_word(self, text: str) -> bool:
        """Say whether a text is known as a word."""
        ...

    def facets(
        self, found: Hits, wanted: SearchFilter, documents: Collection[str]
    ) -> tuple[Facet, ...]:
        """Give what hits can be narrowed down by; the documents named are listed in any case."""
        ...


def date_key(written: str) -> str:
    """Give what a date sorts by; one without a year is older than all."""
    return written if written[:1].isdecimal() else ""
