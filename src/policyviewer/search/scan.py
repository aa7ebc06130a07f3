"""Searching without an index: every provision is read and compared, by the same rule.

It answers while no index can be used, and is what the index is tested against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from policyviewer.domain.queries import (
    Facet,
    IndexedProvision,
    SearchFilter,
    SearchPage,
    SearchQuery,
)
from policyviewer.search import facets, filters
from policyviewer.search.analyzer import grams
from policyviewer.search.answers import answer
from policyviewer.search.corpus import Found, Hits, ListedHits, Place
from policyviewer.search.expression import Expression, decide
from policyviewer.search.facts import facts
from policyviewer.search.folding import fold
from policyviewer.search.rows import headings, keys


def search(records: Iterable[IndexedProvision], query: SearchQuery) -> SearchPage:
    """Answer a query from the provisions themselves."""
    return answer(_ScannedCorpus(tuple(records)), query)


class _ScannedCorpus:
    """Provisions in memory; a place is where one stands in their sequence."""

    def __init__(self, records: Sequence[IndexedProvision]) -> None:
        self._records = records

    def answering(self, expression: Expression, wanted: SearchFilter) -> ListedHits:
        met = decide(expression.root)
        found = [
            Found((0, number), _density(texts, expression.wanted))
            for number, record in enumerate(self._records)
            if _admitted(record, wanted) and met(record, texts := keys(record))
        ]
        return ListedHits(found, self.written)

    def nearest(self, text: str, wanted: SearchFilter) -> list[Found]:
        asked = {gram for gram in grams(text) if len(gram) > 1}  # as of the index: without a pair
        shared = [  # in common, nothing is near, and headings count
            Found((0, number), float(len(asked & _grams_of(record))))
            for number, record in enumerate(self._records)
            if _admitted(record, wanted)
        ]
        return sorted((one for one in shared if one.score), key=lambda one: (-one.score, one.place))

    def record(self, place: Place) -> IndexedProvision:
        return self._records[place[1]]

    def keys(self, place: Place) -> Sequence[str]:
        return keys(self._records[place[1]])

    def written(self, place: Place) -> str:
        return self._records[place[1]].written

    def after(self, char: str) -> Mapping[str, int]:
        return {pair[1]: many for pair, many in self._pairs.items() if pair[0] == char}

    def before(self, char: str) -> Mapping[str, int]:
        return {pair[0]: many for pair, many in self._pairs.items() if pair[1] == char}

    def is_word(self, text: str) -> bool:  # noqa: ARG002  # without an index nobody cuts words
        return False

    @cached_property
    def _pairs(self) -> Counter[str]:
        texts = ({*grams("\n".join(keys(record)))} for record in self._records)
        return Counter(gram for found in texts for gram in found if len(gram) > 1)

    def limited(self, found: Hits) -> _ScannedCorpus:
        there = (number for those in found.rows().values() for number in those.tolist())
        return _ScannedCorpus([self._records[number] for number in there])

    def facets(
        self, found: Hits, wanted: SearchFilter, documents: Collection[str]
    ) -> tuple[Facet, ...]:
        import numpy as np

        numbers = (number for those in found.rows().values() for number in those.tolist())
        tally = Counter(facts(self._records[number]) for number in numbers)
        table = facets.FacetTable(list(tally))
        counts = table.counts(np.array(list(tally.values()), np.int64), wanted)
        return facets.listed(counts, wanted, table.titles, documents)


def _admitted(record: IndexedProvision, wanted: SearchFilter) -> bool:
    told = facts(record)
    return all(condition(told) for condition in filters.conditions(wanted).values())


def _grams_of(record: IndexedProvision) -> set[str]:
    """Give the grams by which the index has a provision."""
    return {*grams("\n".join((fold(headings(record)), *keys(record))))}


def _density(texts: Sequence[str], wanted: Sequence[str]) -> float:
    """Give how much of a provision is what was asked for: the characters hit in a hundred."""
    hit = sum(texts[-1].count(text) * len(text) for text in wanted)
    return 100.0 * hit / max(1, len(texts[-1]))
