"""Which of many ranges touch a stretch of the text, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from policyviewer.domain.ranges import TextRange

T = TypeVar("T")


class Overlaps(Generic[T]):
    """Things with a range, in reading order."""

    def __init__(self, things: Iterable[T], span_of: Callable[[T], TextRange]) -> None:
        self._things = sorted(things, key=span_of)
        self._span_of = span_of
        self._starts = [span_of(one).start for one in self._things]
        self._ends = list(accumulate((span_of(one).end for one in self._things), max))

    def touching(self, stretch: TextRange) -> list[T]:
        """Give the things that share a code point with a stretch, or are empty inside it."""
        first = bisect_left(self._ends, stretch.start)
        last = bisect_right(self._starts, stretch.end)
        return [
            one
            for one in self._things[first:last]
            if self._span_of(one).end > stretch.start
            or (self._span_of(one).length == 0 and self._span_of(one).end >= stretch.start)
        ]

    def all(self) -> list[T]:
        """Give all things in reading order."""
        return list(self._things)
