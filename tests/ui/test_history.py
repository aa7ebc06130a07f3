from __future__ import annotations

from policyviewer.domain.documents import DocumentId
from policyviewer.ui.history import History, Place

A, B, C = (Place(DocumentId("d"), offset) for offset in (1, 2, 3))


def test_back_and_forward_return_to_the_same_places():
    place, history = History().left(A).left(B).back(C)
    assert place == B
    place, history = history.back(place)
    assert place == A
    place, history = history.forward(place)
    assert place == B
    assert history.forward(place)[0] == C


def test_a_new_jump_forgets_what_lay_ahead():
    _place, history = History().left(A).back(B)
    assert history.left(A).forward(C) is None


def test_the_ends_are_ends():
    assert History().back(A) is None
    assert History().forward(A) is None


def test_leaving_the_same_place_twice_counts_once():
    assert History().left(A).left(A).past == (A,)


def test_the_oldest_places_are_dropped():
    history = History()
    for offset in range(1000):
        history = history.left(Place(DocumentId("d"), offset))
    assert (len(history.past), history.past[-1].offset) == (200, 999)
