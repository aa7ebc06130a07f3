"""BM25 over grams: how well a row answers, the rarer its shared grams the better.

The formula is the one of Whoosh's BM25F (k1 = 1.2, b = 0.75, idf = ln(N / (df + 1)) + 1 with
deleted rows counted), to the last bit, so that both can be compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from whoosh.util.numeric import byte_to_length

from policyviewer.search.segments import IMPACTS, Segment

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

K1 = 1.2
B = 0.75
_FEW = 16
"""Rows of a gram for one that is asked about, from which each is looked up alone."""


def gram_weights(segments: Sequence[Segment], grams: Iterable[str]) -> dict[str, float]:
    """Give the weight of every gram that occurs: its idf, times how often it is asked for."""
    count = sum(segment.count for segment in segments)
    weights = {}
    for gram, asked in Counter(grams).items():
        frequency = sum(segment.frequency(gram) for segment in segments)
        if frequency:
            weights[gram] = asked * (log(count / (frequency + 1)) + 1)
    return weights


def average_length(segments: Sequence[Segment]) -> float:
    """Give the mean number of grams of a row."""
    count = sum(segment.count for segment in segments)
    return sum(segment.total_length for segment in segments) / count if count else 1.0


def scores(
    segment: Segment, weights: Mapping[str, float], average: float, rows: Array | None = None
) -> Array:
    """Give the scores of rows, which are in order; of all rows of the segment when None."""
    import numpy as np

    found = np.zeros(segment.count if rows is None else len(rows))
    places = None if rows is None else _Places(rows, segment.count)
    for gram, weight in weights.items():
        having, marks = segment.postings(gram)
        if places is None:
            found[having] += weight * _impacts(segment, having, marks, average)
            continue
        at, which = places.of(having)
        if len(which):
            shared = places.rows if at is None else places.rows[at]
            found[slice(None) if at is None else at] += weight * _impacts(
                segment, shared, marks[which], average
            )
    return found


class _Places:
    """Finds the rows that are asked about among those that have a gram; all are in order."""

    def __init__(self, rows: Array, count: int) -> None:
        self.rows = rows
        self._count = count
        self._asked: Array | None = None
        self._numbers: Array | None = None

    def of(self, having: Array) -> tuple[Array | None, Array]:
        """Give the places among ``rows`` (None for all of them) and among ``having`` of those in
        both.
        """
        import numpy as np

        if len(self.rows) * _FEW < len(having):
            at = np.minimum(np.searchsorted(having, self.rows), len(having) - 1)
            shared = np.flatnonzero(having[at] == self.rows)
            return (None if len(shared) == len(self.rows) else shared), at[shared]
        if self._asked is None:
            self._asked = np.zeros(self._count, np.bool_)
            self._asked[self.rows] = True
        which = np.flatnonzero(self._asked[having])
        if len(which) == len(self.rows):
            return None, which
        if self._numbers is None:
            self._numbers = np.empty(self._count, np.int32)
            self._numbers[self.rows] = np.arange(len(self.rows), dtype=np.int32)
        return self._numbers[having[which]], which


def _impacts(segment: Segment, rows: Array, marks: Array, average: float) -> Array:
    """Give what each posting scores for a gram of weight 1."""
    import numpy as np

    times = (marks >> 1).astype(np.uint16 if marks.itemsize < 4 else np.uint32)
    table = _table(average)
    if len(times) and int(times.max()) < IMPACTS:
        found: Array = table.take(segment.tables[rows] + times)
        return found
    norms = _norms(average)[segment.tables[rows] // np.uint16(IMPACTS)]
    exact = times.astype(np.float64)
    return (exact * (K1 + 1)) / (exact + norms)


@lru_cache(maxsize=4)
def _norms(average: float) -> Array:
    """Give what a row's coded length adds to the times that a gram occurs in it."""
    import numpy as np

    return np.array([K1 * ((1 - B) + B * byte_to_length(code) / average) for code in range(256)])


@lru_cache(maxsize=4)
def _table(average: float) -> Array:
    """Give the impacts of all coded lengths, and of each for few occurrences."""
    import numpy as np

    times = np.arange(IMPACTS, dtype=np.float64)
    return ((times * (K1 + 1)) / (times + _norms(average)[:, None])).ravel()
