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

    if rows is not None and len(rows) == 0:
        return np.empty(0)
    everything: Array | None = None
    found = np.zeros(segment.count if rows is None else len(rows))
    for gram, weight in weights.items():
        having, marks = segment.postings(gram)
        if rows is not None and len(rows) * _FEW < len(having):
            at = np.minimum(np.searchsorted(having, rows), len(having) - 1)
            shared = having[at] == rows
            found[shared] += weight * _impacts(
                segment, having[at[shared]], marks[at[shared]], average
            )
            continue
        if everything is None:
            everything = found if rows is None else np.zeros(segment.count)
        everything[having] += weight * _impacts(segment, having, marks, average)
    if rows is not None and everything is not None:
        found += everything[rows]
    return found


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
