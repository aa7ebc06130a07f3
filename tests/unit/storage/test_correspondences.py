from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.superior import Settled
from policyviewer.storage.correspondences import CorrespondenceStore

ABOVE, BELOW = DocumentId("above"), DocumentId("below")
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(open_database) -> CorrespondenceStore:
    return CorrespondenceStore(open_database())


def test_decisions_come_back_as_they_were_made(store: CorrespondenceStore):
    made = [Settled("a", "b"), Settled("c", None)]
    for one in made:
        store.put(ABOVE, BELOW, one, NOON)
    assert store.of(ABOVE, BELOW) == made


def test_a_later_decision_takes_the_place_of_the_earlier(store: CorrespondenceStore):
    store.put(ABOVE, BELOW, Settled("a", "b"), NOON)
    store.put(ABOVE, BELOW, Settled("a", None), NOON)
    assert store.of(ABOVE, BELOW) == [Settled("a", None)]


def test_decisions_belong_to_a_pair_of_documents(store: CorrespondenceStore):
    store.put(ABOVE, BELOW, Settled("a", "b"), NOON)
    assert store.of(BELOW, ABOVE) == []


def test_a_decision_can_be_taken_back(store: CorrespondenceStore):
    store.put(ABOVE, BELOW, Settled("a", "b"), NOON)
    store.forget(ABOVE, BELOW, "a")
    assert store.of(ABOVE, BELOW) == []
