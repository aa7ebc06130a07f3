"""BM25 over grams: how well a row answers, the rarer its shared grams the better.

The formula is the one of Whoosh's BM25F (k1 = 1.2, b = 0.75, idf = ln(N / (df + 1)) + 1 with
deleted rows counted), so that both can be compared. Pure Python: it serves thousands of rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from math import log

from whoosh.util.numeric import byte_to_length

from policyviewer.search.segments import Segment

K1 = 1.2
B = 0.75


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
    segment: Segment,
    weights: dict[str, float],
    average: float,
    only: Collection[int] | None = None,
) -> dict[int, float]:
    """Give the score of every row of a segment that has one of the grams, or of those rows
    ``only`` that are asked about.
    """
    if only is not None and not only:
        return {}
    norms = [K1 * (1 - B + B * byte_to_length(code) / average) for code in range(256)]
    lengths = segment.lengths
    found: defaultdict[int, float] = defaultdict(float)
    for gram, weight in weights.items():
        postings = segment.postings(gram)
        for number, occurrences in zip(postings.ids, postings.weights, strict=True):
            if only is None or number in only:
                norm = norms[lengths[number]]
                found[number] += weight * occurrences * (K1 + 1) / (occurrences + norm)
    return found
