"""Postings of a segment in the making, kept as numbers and sorted all at once.

Whoosh's own pool handles every posting as a Python object; over a whole body of laws that takes
most of the time of a build. What is written is the same.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import repeat

from policyviewer.search.postings import Postings


class FieldPostings:
    """The postings of one field; rows are added in order."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._terms = array("I")
        self._rows = array("I")
        self._weights = array("f")

    def __len__(self) -> int:
        return len(self._terms)

    def add_row(self, row: int, counts: Mapping[str, int]) -> None:
        """Add the terms of a row with the times that each stands in it."""
        self._terms.extend(map(self._numbers.__getitem__, counts))
        self._rows.extend(repeat(row, len(counts)))
        self._weights.extend(counts.values())

    def add_term(self, term: str, postings: Postings) -> None:
        """Add the rows of a term, all behind those that it has."""
        self._terms.extend(repeat(self._numbers[term], len(postings.ids)))
        self._rows.extend(postings.ids)
        self._weights.extend(postings.weights)

    def sorted_terms(self) -> Iterator[tuple[bytes, Postings]]:
        """Give the terms as they are stored, in the order of their bytes."""
        import numpy as np  # 0.1 s: only to write

        encoded = [term.encode("utf-8", "surrogatepass") for term in self._numbers]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        ranks = np.empty(len(order), np.uint32)
        ranks[order] = np.arange(len(order), dtype=np.uint32)
        ranked = ranks[np.frombuffer(self._terms, np.uint32)]
        sorting = np.argsort(ranked, kind="stable")
        ends = np.cumsum(np.bincount(ranked, minlength=len(order))).tolist()
        rows = np.frombuffer(self._rows, np.uint32)[sorting]
        weights = np.frombuffer(self._weights, np.float32)[sorting]
        start = 0
        for number, end in zip(order, ends, strict=True):
            ids, times = rows[start:end].tolist(), weights[start:end].tolist()
            yield encoded[number], Postings(tuple(ids), tuple(times))
            start = end
