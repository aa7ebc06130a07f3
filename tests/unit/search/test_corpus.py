from __future__ import annotations

import pytest

from policyviewer.domain.queries import Order
from policyviewer.search.corpus import NOTHING, Found, ListedHits, date_key

WRITTEN = {(0, 1): "2019-01-01", (0, 2): "", (1, 0): "2021-03-04"}
HITS = ListedHits([Found((1, 0), 1.0), Found((0, 2), 3.0), Found((0, 1), 1.0)], WRITTEN.__getitem__)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Order.RELEVANCE, [(0, 2), (0, 1), (1, 0)]),
        (Order.DATE, [(1, 0), (0, 1), (0, 2)]),
        (Order.DOCUMENT, [(0, 1), (0, 2), (1, 0)]),
    ],
)
def test_listed_hits_stand_in_the_order_asked_for(wanted: Order, places):
    assert [one.place for one in HITS.first(None, wanted)] == places
    assert [one.place for one in HITS.first(2, wanted)] == places[:2]


def test_rows_are_grouped_by_document():
    assert {at: list(rows) for at, rows in HITS.rows().items()} == {0: [1, 2], 1: [0]}
    assert len(NOTHING) == 0
    assert NOTHING.rows() == {}


@pytest.mark.parametrize(("written", "key"), [("2019-01-01", "2019-01-01"), ("????-05-06", "")])
def test_a_date_without_a_year_is_older_than_all(written: str, key: str):
    assert date_key(written) == key
