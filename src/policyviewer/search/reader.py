"""Searching the index folders of all shelves as one."""

from __future__ import annotations

import heapq
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from policyviewer.domain.queries import (
    Facet,
    IndexedProvision,
    SearchFilter,
    SearchPage,
    SearchQuery,
)
from policyviewer.search import facets, matching, nearness, ranking, scoring
from policyviewer.search.analyzer import required_grams
from policyviewer.search.answers import NEAREST, answer
from policyviewer.search.completions import Completions
from policyviewer.search.corpus import Found, Hits, Place
from policyviewer.search.expression import Expression
from policyviewer.search.indexed_hits import IndexedHits
from policyviewer.search.manifest import unusable
from policyviewer.search.nearness import Asked
from policyviewer.search.rows import SEPARATOR, joined
from policyviewer.search.segments import Segment, damage_told, open_segments

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

Segments = tuple[Segment, ...]
NEARER = 10 * NEAREST
"""Rows of a segment that share most pairs with a question, whose characters are counted too."""
ANSWERING = 300
"""Of those, rows that are looked at more closely."""
_LEGAL = 0.3
"""What the words of the law count among the question's own until then."""


class IndexReader:
    """Answers queries from several index folders, whose documents are all different.

    Safe to use from several threads: a search keeps the state that it began with, whatever
    :meth:`refresh` and :meth:`close` do meanwhile; after ``close`` the next search opens anew.
    """

    def __init__(
        self, folders: Sequence[Path], hidden: Mapping[Path, Collection[str]] | None = None
    ) -> None:
        """Open the indexes; raises UnusableIndexError when one cannot be used.

        ``hidden`` are documents that an index is not to show, since another one does.
        """
        self._folders = tuple(folders)
        self._hidden = hidden or {}
        self._lock = threading.Lock()
        self._segments: Segments | None = self._opened()

    def search(self, query: SearchQuery) -> SearchPage:
        """Answer a query; raises UnusableIndexError when damage shows on the way."""
        segments = self._current()
        with damage_told():
            return answer(_IndexedCorpus(segments), query)

    def words(self, typed: str, most: int) -> list[str]:
        """Give texts that go on from a typed one to the end of a word, the most frequent words
        first; all stand in a document.

        Raises UnusableIndexError.
        """
        segments = self._current()
        with damage_told():
            return Completions(segments).of(typed, most)

    def refresh(self) -> Segments:
        """Let later searches see what has been written since; raises UnusableIndexError."""
        segments = self._opened()
        with self._lock:
            self._segments = segments
        return segments

    def close(self) -> None:
        """Let go of the files; each is closed when the last search that reads it ends."""
        with self._lock:
            self._segments = None

    def _current(self) -> Segments:
        """Give the segments to search; raises UnusableIndexError where a file was cut."""
        with self._lock:
            segments = self._segments
        if segments is None:
            return self.refresh()
        if not all(segment.is_whole for segment in segments):
            raise unusable()
        return segments

    def _opened(self) -> Segments:
        found: list[Segment] = []
        for folder in self._folders:
            segments = open_segments(folder)
            hidden = self._hidden.get(folder)
            for segment in segments if hidden else ():
                segment.hide(hidden or ())
            found += segments
        return tuple(found)


class _IndexedCorpus:
    """The segments as what can be searched; a place is a segment and a row."""

    def __init__(self, segments: Segments, limits: Mapping[int, Array] | None = None) -> None:
        """``limits`` are the rows of each segment that are all there is."""
        self._segments = segments
        self._average = scoring.average_length(segments)
        self._limits = limits

    def answering(self, expression: Expression, wanted: SearchFilter) -> IndexedHits:
        asked = [gram for text in expression.wanted for gram in sorted(required_grams(text))]
        rows = [
            self._limited(at, matching.answering(segment, expression, wanted))
            for at, segment in enumerate(self._segments)
        ]
        weights = scoring.gram_weights(self._segments, asked)
        return IndexedHits(self._segments, rows, weights, self._average)

    def nearest(self, text: str, wanted: SearchFilter) -> list[Found]:
        """Rank those that share most grams with a question by how well they answer it."""
        asked = nearness.asked(self._segments, text)
        near = [self._near(at, asked, wanted) for at in range(len(self._segments))]
        highest = max((float(shared.max(initial=0)) for _, shared, _ in near), default=0) or 1.0
        found = [
            Found((at, row), score)
            for at, (rows, shared, legal) in enumerate(near)
            for row, score in zip(
                rows.tolist(),
                nearness.scores(
                    self._segments[at], asked, rows, shared / highest, legal / highest
                ).tolist(),
                strict=True,
            )
        ]
        return heapq.nsmallest(NEAREST, found, key=lambda one: (-one.score, one.place))

    def record(self, place: Place) -> IndexedProvision:
        return self._segments[place[0]].record(place[1])

    def keys(self, place: Place) -> Sequence[str]:
        return joined(self._segments[place[0]].texts[place[1]]).split(SEPARATOR)

    def written(self, place: Place) -> str:
        return self._segments[place[0]].facts(place[1]).written

    def after(self, char: str) -> Mapping[str, int]:
        return _summed(one.terms("grams").after(char) for one in self._segments)

    def before(self, char: str) -> Mapping[str, int]:
        return _summed(one.terms("grams").before(char) for one in self._segments)

    def is_word(self, text: str) -> bool:
        spans = (one.terms("words").span(text) for one in self._segments)
        return any(end > start for start, end in spans)

    def limited(self, found: Hits) -> _IndexedCorpus:
        return _IndexedCorpus(self._segments, found.rows())

    def facets(
        self, found: Hits, wanted: SearchFilter, documents: Collection[str]
    ) -> tuple[Facet, ...]:
        counts = facets.joined(
            self._segments[at].facets.counts(self._segments[at].tally(rows), wanted)
            for at, rows in found.rows().items()
        )
        titles: dict[str, str] = {}
        for segment in self._segments:
            titles |= segment.facets.titles
        return facets.listed(counts, wanted, titles, documents)

    def _limited(self, at: int, rows: Array) -> Array:
        """Give those of a segment's rows that the corpus has."""
        if self._limits is None:
            return rows
        import numpy as np

        return np.intersect1d(rows, self._limits.get(at, rows[:0]), assume_unique=True)

    def _near(self, at: int, asked: Asked, wanted: SearchFilter) -> tuple[Array, Array, Array]:
        """Give the rows of a segment that share most with a question, and their scores for its
        grams and for the words of the law.

        Who shares no pair is not near at all; of those that share one, the characters count
        only for the nearest.
        """
        import numpy as np

        segment = self._segments[at]
        pairs = {gram: weight for gram, weight in asked.grams.items() if len(gram) > 1}
        lone = {gram: weight for gram, weight in asked.grams.items() if len(gram) == 1}
        found = scoring.scores(segment, pairs, self._average)
        let = matching.admitted(segment, wanted)
        found *= ~segment.dead if let is None else let
        if self._limits is not None:
            found *= np.isin(np.arange(segment.count), self._limits.get(at, ()))
        rows = ranking.best(found, NEARER)
        rows = np.sort(rows[found[rows] > 0])
        total = found[rows] + scoring.scores(segment, lone, self._average, rows)
        legal = nearness.legal_scores(segment, asked, self._average, rows)
        best = np.sort(ranking.best(total + _LEGAL * legal, ANSWERING))
        return rows[best], total[best], legal[best]


def _summed(parts: Iterable[Mapping[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in parts:
        found.update(part)
    return found
