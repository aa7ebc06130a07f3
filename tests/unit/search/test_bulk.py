from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis.strategies import lists, text

from policyviewer.search.bulk import FieldPostings
from policyviewer.search.postings import Postings

ROWS = lists(lists(text("甲乙ab\ud800", min_size=1, max_size=2)), max_size=12)


def collected(rows: list[list[str]]) -> FieldPostings:
    postings = FieldPostings()
    for number, terms in enumerate(rows):
        postings.add_row(number, Counter(terms))
    return postings


@given(ROWS)
def test_every_term_has_its_rows_in_order(rows: list[list[str]]) -> None:
    for term, postings in collected(rows).sorted_terms():
        name = term.decode("utf-8", "surrogatepass")
        expected = [(n, terms.count(name)) for n, terms in enumerate(rows) if name in terms]
        assert list(zip(postings.ids, postings.weights, strict=True)) == expected


@given(ROWS)
def test_terms_come_in_the_order_of_their_bytes(rows: list[list[str]]) -> None:
    terms = [term for term, _ in collected(rows).sorted_terms()]
    expected = {term.encode("utf-8", "surrogatepass") for row in rows for term in row}
    assert terms == sorted(expected)


def test_postings_are_counted() -> None:
    assert len(collected([["甲", "甲", "乙"], ["甲"]])) == 3


def test_rows_of_another_segment_come_behind() -> None:
    postings = collected([["甲"]])
    postings.add_term("甲", Postings((1, 3), (2.0, 1.0)))
    assert list(postings.sorted_terms()) == [("甲".encode(), Postings((0, 1, 3), (1.0, 2.0, 1.0)))]
