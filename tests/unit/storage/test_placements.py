from __future__ import annotations

import pytest

from policyviewer.domain.anchoring import Anchor
from policyviewer.domain.annotations import AnchorState, AnnotationId
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.placements import PlacementStore

ROAD, NOTE = DocumentId("road"), AnnotationId("n1")


@pytest.fixture
def store(open_database, make_note) -> PlacementStore:
    database = open_database()
    AnnotationStore(database).save(make_note())
    return PlacementStore(database)


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor(AnchorState.MOVED, TextRange(7, 9), "art_2"),
        Anchor(AnchorState.TEXT_CHANGED, None, "art_1", TextRange(3, 8)),
        Anchor(AnchorState.TEXT_DELETED, None, None),
    ],
)
def test_a_place_comes_back_as_it_was(store: PlacementStore, anchor: Anchor):
    store.keep(2, "ab", {NOTE: anchor})
    assert store.of(ROAD, 2, "ab") == {NOTE: anchor}


def test_a_place_is_that_of_one_text_alone(store: PlacementStore):
    store.keep(2, "ab", {NOTE: Anchor(AnchorState.TEXT_DELETED, None, None)})
    assert store.of(ROAD, 3, "ab") == store.of(ROAD, 2, "cd") == {}


def test_a_later_place_takes_the_place_of_a_former_one(store: PlacementStore):
    store.keep(2, "ab", {NOTE: Anchor(AnchorState.TEXT_DELETED, None, None)})
    found = Anchor(AnchorState.MOVED, TextRange(7, 9), "art_2")
    store.keep(2, "ab", {NOTE: found})
    assert store.of(ROAD, 2, "ab") == {NOTE: found}
