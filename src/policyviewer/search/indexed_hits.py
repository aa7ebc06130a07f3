"""The rows of an index that answer, ranked when it is known how many are to be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from policyviewer.domain.queries import Order
from policyviewer.search import ranking, scoring
from policyviewer.search.corpus import Found, date_key
from policyviewer.search.segments import Segment

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array


class IndexedHits:
    """Rows by segment, in order; a place is a segment and a row."""

    def __init__(
        self,
        segments: Sequence[Segment],
        rows: Sequence[Array],
        weights: Mapping[str, float],
        average: float,
    ) -> None:
        self._segments, self._rows = segments, rows
        self._weights, self._average = weights, average

    def __len__(self) -> int:
        return sum(map(len, self._rows))

    def first(self, limit: int | None, order: Order) -> list[Found]:
        """Give so many as are to be shown first, or all."""
        most = len(self) if limit is None else min(limit, len(self))
        if order is Order.RELEVANCE:
            return self._best(most)
        numbers = self._newest(most) if order is Order.DATE else range(most)
        places = [self._place(number) for number in numbers]
        return [Found(place, self._score(place)) for place in places]

    def rows(self) -> dict[int, Array]:
        """Give the rows of every segment."""
        return dict(enumerate(self._rows))

    def _best(self, most: int) -> list[Found]:
        import numpy as np

        parts = [
            scoring.scores(segment, self._weights, self._average, rows)
            for segment, rows in zip(self._segments, self._rows, strict=True)
        ]
        if not parts:
            return []
        scores = parts[0] if len(parts) == 1 else np.concatenate(parts)
        found = ranking.best(scores, most)
        values = zip(found.tolist(), scores[found].tolist(), strict=True)
        return [Found(self._place(number), score) for number, score in values]

    def _newest(self, most: int) -> list[int]:
        """Give the hits whose date of writing is the latest; those alike in their order."""
        import numpy as np

        dates = [
            [date_key(told.written) for told in segment.different_facts]
            for segment in self._segments
        ]
        ranks = {
            date: rank for rank, date in enumerate(sorted({one for of in dates for one in of}))
        }
        parts = [
            np.array([ranks[date] for date in of], np.float64)[segment.facts_of_rows[rows]]
            for segment, rows, of in zip(self._segments, self._rows, dates, strict=True)
        ]
        return ranking.best(np.concatenate(parts), most).tolist() if parts else []

    def _place(self, number: int) -> tuple[int, int]:
        """Give the place of a hit, by its number among all in order."""
        for at, rows in enumerate(self._rows):
            if number < len(rows):
                return at, int(rows[number])
            number -= len(rows)
        raise IndexError(number)

    def _score(self, place: tuple[int, int]) -> float:
        import numpy as np

        rows = np.array([place[1]])
        segment = self._segments[place[0]]
        return float(scoring.scores(segment, self._weights, self._average, rows)[0])
