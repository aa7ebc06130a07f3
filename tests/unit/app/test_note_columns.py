from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
from tests.unit.annotations import NOON, NOTE

from policyviewer.app.note_columns import Facet, in_order
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange

FACET = Facet(["b", "a", "a", "c", "a"])


def test_those_with_a_value_are_told():
    assert FACET.any_of(["a", "c", "none"]).tolist() == [False, True, True, True, True]
    assert not FACET.any_of(["none"]).any()
    assert list(FACET.values) == ["b", "a", "c"]


def test_values_are_counted_among_those_asked_for():
    assert FACET.frequent(np.array([True] * 5)) == ("a", "b", "c")
    assert FACET.frequent(np.array([True, False, False, False, True])) == ("b", "a")


def test_neighbours_are_told_apart():
    assert FACET.changes(np.arange(5)) == [0, 1, 3, 4]
    assert FACET.changes(np.array([1, 2, 4])) == [0]
    assert FACET.changes(np.array([], int)) == []


def test_the_document_with_the_newest_comes_first_and_each_in_the_order_of_its_text():
    def at(document: str, start: int, hours: int):
        target = replace(NOTE.target, document=DocumentId(document), span=TextRange(start, start))
        return replace(NOTE, target=target, modified=NOON + timedelta(hours=hours))

    notes = [at("a", 9, 1), at("b", 5, 3), at("a", 3, 2), at("b", 1, 0)]
    ordered = [(one.target.document, one.target.span.start) for one in in_order(notes)]
    assert ordered == [("b", 1), ("b", 5), ("a", 3), ("a", 9)]
