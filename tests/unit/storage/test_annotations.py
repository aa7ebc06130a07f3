from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from policyviewer.domain.annotations import AnnotationId
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError
from policyviewer.storage.annotations import AnnotationStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ROAD = DocumentId("road")


@pytest.fixture
def store(open_database) -> AnnotationStore:
    return AnnotationStore(open_database())


def test_a_note_comes_back_whole(store: AnnotationStore, make_note):
    store.save(make_note())
    assert store.get(AnnotationId("n1")) == make_note()
    assert store.of_document(ROAD) == [make_note()]


def test_former_words_are_kept(store: AnnotationStore, make_note):
    store.save(make_note(text="一"))
    store.save(make_note(text="二", modified=NOON + timedelta(hours=1)))
    store.save(make_note(text="二", tags=(), modified=NOON + timedelta(hours=2)))
    assert store.former_texts(AnnotationId("n1")) == [(NOON, "一")]
    assert store.get(AnnotationId("n1")).tags == ()


def test_a_sitting_leaves_one_former_text(store: AnnotationStore, make_note):
    store.save(make_note(text="旧"))
    for second in range(1, 9):
        later = NOON + timedelta(hours=1, seconds=second)
        store.save(make_note(text="新" * second, modified=later))
    assert store.former_texts(AnnotationId("n1")) == [(NOON, "旧")]


def test_the_time_of_making_never_changes(store: AnnotationStore, make_note):
    store.save(make_note())
    store.save(make_note(created=NOON + timedelta(days=1)))
    assert store.get(AnnotationId("n1")).created == NOON


def test_the_trash_gives_back(store: AnnotationStore, make_note):
    store.save(make_note())
    store.trash(AnnotationId("n1"), NOON)
    assert (store.all(), store.of_document(ROAD)) == ([], [])
    assert len(store.all(include_deleted=True)) == 1
    store.restore(AnnotationId("n1"))
    assert store.all() == [make_note()]


def test_the_newest_comes_first(store: AnnotationStore, make_note):
    for number in range(3):
        store.save(make_note(f"n{number}", modified=NOON + timedelta(minutes=number)))
    assert [one.id for one in store.all()] == ["n2", "n1", "n0"]


def test_a_half_typed_character_does_not_break_a_note(store: AnnotationStore, make_note):
    store.save(make_note(text="字\ud83d"))
    assert store.get(AnnotationId("n1")).text == "字?"


def test_an_unknown_note_is_told(store: AnnotationStore):
    with pytest.raises(StorageError, match="找不到"):
        store.get(AnnotationId("none"))
