from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from policyviewer.domain.queries import Order
from policyviewer.domain.tasks import JobContext
from policyviewer.search import writer
from policyviewer.search.indexed_hits import IndexedHits
from policyviewer.search.scoring import average_length, gram_weights
from policyviewer.search.segments import open_segments


@pytest.fixture
def hits(tmp_path: Path, make_provision) -> IndexedHits:
    dates = ("2019-01-01", "????-05-06", "2021-03-04", "", "2019-01-01")
    ones = [make_provision("粮食" * (n + 1), n, written=date) for n, date in enumerate(dates)]
    writer.build(tmp_path, ones[:2], JobContext())
    writer.update(tmp_path, [], ones[2:], JobContext())
    segments = open_segments(tmp_path)
    weights = gram_weights(segments, ["粮食"])
    rows = [np.arange(segment.count) for segment in segments]
    return IndexedHits(segments, rows, weights, average_length(segments))


def test_hits_are_counted(hits: IndexedHits) -> None:
    assert len(hits) == 5


@pytest.mark.parametrize(
    ("order", "places"),
    [
        (Order.DOCUMENT, [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)]),
        (Order.DATE, [(1, 0), (0, 0), (1, 2), (0, 1), (1, 1)]),
        (Order.RELEVANCE, [(1, 2), (1, 1), (1, 0), (0, 1), (0, 0)]),
    ],
)
@pytest.mark.parametrize("limit", [None, 3, 0, 99])
def test_hits_are_put_in_order(hits: IndexedHits, order: Order, places, limit) -> None:
    assert [one.place for one in hits.first(limit, order)] == places[:limit]


def test_the_score_is_the_same_in_every_order(hits: IndexedHits) -> None:
    by_score = {one.place: one.score for one in hits.first(None, Order.RELEVANCE)}
    assert {one.place: one.score for one in hits.first(None, Order.DATE)} == by_score


def test_nothing_is_no_hit() -> None:
    none = IndexedHits((), (), {}, 1.0)
    for order in Order:
        assert (len(none), none.first(20, order)) == (0, [])
