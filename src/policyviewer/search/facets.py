"""How many hits have which issuer, level, year, kind, status and document.

Hits are counted by their facts, of which a library has about as many as documents, and facts by
their values; both as arrays, so that a word that stands everywhere costs little more than a
rare one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from policyviewer.domain.facet_labels import value_label
from policyviewer.domain.levels import Level
from policyviewer.domain.metadata import status_on
from policyviewer.domain.queries import Facet, FacetName, FacetValue, SearchFilter
from policyviewer.search import filters
from policyviewer.search.facts import Facts
from policyviewer.search.folding import fold

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

MOST_VALUES = 200
"""Values of a facet that are listed besides those that must be."""
MOST_MASKS = 64
"""Answers about facts that a table remembers."""

Counts = dict[FacetName, Counter[str]]
_VALUES: Mapping[FacetName, Callable[[Facts, str], Iterable[str]]] = {
    FacetName.ISSUER: lambda one, _day: dict.fromkeys(one.issuers.splitlines()),
    FacetName.LEVEL: lambda one, _day: (filters.level(one),),
    FacetName.YEAR: lambda one, _day: (str(one.year or ""),),
    FacetName.KIND: lambda one, _day: (one.kind,),
    FacetName.STATUS: lambda one, day: (str(status_on(day, one.effective, one.expires)),),
    FacetName.DOCUMENT: lambda one, _day: (one.document,),
}
"""What facts count for on a day; empty for what is unknown, which is no value."""


class FacetTable:
    """The values of different facts, which are counted by their number in the sequence."""

    def __init__(self, different: Sequence[Facts]) -> None:
        self._different = different
        self._columns: dict[tuple[FacetName, str], _Column] = {}
        self._masks: dict[Hashable, Array] = {}

    def counts(self, hits: Array, wanted: SearchFilter) -> Counts:
        """Count hits by value, of each facet those that pass the filter's other questions.

        ``hits`` are the numbers of hits that have each of the facts.
        """
        day = filters.day_of(wanted)
        passed = {
            name: self._passing(name, wanted, day, holds)
            for name, holds in filters.conditions(wanted).items()
        }
        found: Counts = {}
        for name in FacetName:
            those = hits
            for other, mask in passed.items():
                if other is not name:
                    those = those * mask
            found[name] = self._column(name, day).counts(those)
        return found

    @cached_property
    def titles(self) -> dict[str, str]:
        """Give the title of every document."""
        return {one.document: one.title for one in self._different}

    def _column(self, name: FacetName, day: str) -> _Column:
        key = (name, day if name is FacetName.STATUS else "")
        found = self._columns.get(key)
        if found is None:
            values = (_VALUES[name](one, day) for one in self._different)
            found = self._columns[key] = _Column(values)
        return found

    def _passing(
        self, name: FacetName, wanted: SearchFilter, day: str, holds: filters.Condition
    ) -> Array:
        import numpy as np

        years = wanted.years if name is FacetName.YEAR else None
        key = (name, years, _asked(name, wanted), day)
        found = self._masks.get(key)
        if found is None:
            told = map(holds, self._different)
            found = np.fromiter(told, np.bool_, len(self._different))
            if len(self._masks) >= MOST_MASKS:
                self._masks.clear()
            self._masks[key] = found
        return found


class _Column:
    """The values of a facet, and which facts have them."""

    def __init__(self, values: Iterable[Iterable[str]]) -> None:
        import numpy as np

        numbers: dict[str, int] = {}
        pairs = [
            (owner, numbers.setdefault(value, len(numbers)))
            for owner, those in enumerate(values)
            for value in those
            if value
        ]
        self._names = list(numbers)
        table = np.array(pairs, np.int64).reshape(-1, 2)
        self._owners, self._numbers = table[:, 0], table[:, 1]

    def counts(self, hits: Array) -> Counter[str]:
        """Count the values of hits."""
        import numpy as np

        if not self._names:
            return Counter()
        totals = np.bincount(self._numbers, hits[self._owners], len(self._names))
        there = totals.nonzero()[0]
        pairs = zip(there.tolist(), totals[there].tolist(), strict=True)
        return Counter({self._names[at]: int(count) for at, count in pairs})


def joined(parts: Iterable[Counts]) -> Counts:
    """Give the sums of several counts."""
    found: Counts = {name: Counter() for name in FacetName}
    for part in parts:
        for name, counts in part.items():
            found[name].update(counts)
    return found


def listed(
    counts: Counts,
    wanted: SearchFilter,
    titles: Mapping[str, str],
    needed: Iterable[str] = (),
) -> tuple[Facet, ...]:
    """Give the facets of hits; those of the ``needed`` documents are listed in any case."""
    return tuple(
        Facet(name, _values(name, counts.get(name, Counter()), wanted, titles, set(needed)))
        for name in FacetName
    )


def _values(
    name: FacetName,
    counts: Counter[str],
    wanted: SearchFilter,
    titles: Mapping[str, str],
    needed: set[str],
) -> tuple[FacetValue, ...]:
    chosen = {
        value for value in (*counts, *_asked(name, wanted)) if _is_chosen(name, value, wanted)
    }
    ranked = sorted(counts, key=lambda value: _rank(name, value, counts[value]))
    kept = dict.fromkeys(ranked[:MOST_VALUES])
    kept |= dict.fromkeys(one for one in ranked if one in chosen or one in needed)
    kept |= dict.fromkeys(sorted(chosen - kept.keys()))
    return tuple(
        FacetValue(value, _label(name, value, titles), counts[value], value in chosen)
        for value in kept
    )


def _rank(name: FacetName, value: str, count: int) -> tuple[float, str]:
    if name is FacetName.YEAR:
        return -int(value), ""
    if name is FacetName.LEVEL:
        return list(Level).index(Level(value)), ""
    return -count, value


def _asked(name: FacetName, wanted: SearchFilter) -> tuple[str, ...]:
    """Give the values that a filter names, whether or not there are hits."""
    first, last = wanted.years or (None, None)
    return {
        FacetName.ISSUER: wanted.issuers,
        FacetName.LEVEL: wanted.levels,
        FacetName.YEAR: (str(first),) if first is not None and first == last else (),
        FacetName.KIND: wanted.kinds,
        FacetName.STATUS: wanted.statuses,
        FacetName.DOCUMENT: tuple(map(str, wanted.documents)),
    }[name]


def _is_chosen(name: FacetName, value: str, wanted: SearchFilter) -> bool:
    if name is FacetName.YEAR:
        first, last = wanted.years or (None, None)
        asked = (first, last) != (None, None)
        return asked and (first or 0) <= int(value) <= (last if last is not None else 9999)
    if name in (FacetName.ISSUER, FacetName.KIND):
        return fold(value) in set(map(fold, _asked(name, wanted)))
    return value in _asked(name, wanted)


def _label(name: FacetName, value: str, titles: Mapping[str, str]) -> str:
    return titles.get(value, value) if name is FacetName.DOCUMENT else value_label(name, value)
