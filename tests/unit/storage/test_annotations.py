from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from policyviewer.domain.annotations import AnnotationId, Quote
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


def test_words_that_are_being_written_leave_no_former_ones(store: AnnotationStore, make_note):
    store.save(make_note(text=""))
    for words in ("旧", "新", "新的"):
        store.save_all([make_note(text=words)], writing=words != "新")
    assert store.former_texts(AnnotationId("n1")) == [(NOON, "旧")]


def test_the_time_of_making_never_changes(store: AnnotationStore, make_note):
    store.save(make_note())
    store.save(make_note(created=NOON + timedelta(days=1)))
    assert store.get(AnnotationId("n1")).created == NOON


def test_the_trash_gives_back(store: AnnotationStore, make_note):
    store.save(make_note())
    store.save(make_note(deleted=NOON))
    assert (store.all(), store.of_document(ROAD)) == ([], [])
    assert len(store.all(include_deleted=True)) == len(store.deleted()) == 1
    store.save(make_note())
    assert store.all() == [make_note()]


def test_only_what_lies_in_the_trash_since_long_is_purged(store: AnnotationStore, make_note):
    store.save(make_note())
    for number in range(3):
        store.save(make_note(f"d{number}", deleted=NOON + timedelta(days=number)))
    assert store.purge(NOON + timedelta(days=2)) == 2
    assert {one.id for one in store.all(include_deleted=True)} == {"n1", "d2"}


def test_all_are_kept_or_none(store: AnnotationStore, make_note):
    with pytest.raises(AttributeError):
        store.save_all([make_note(), None])
    assert store.all() == []


def test_documents_are_known_by_the_titles_kept(store: AnnotationStore, make_note):
    target = replace(make_note().target, title="修路的意见", citation="《修路的意见》一")
    store.save(make_note(target=target))
    assert store.documents() == {ROAD: "修路的意见"}
    assert store.get(AnnotationId("n1")).target == target


def test_annotations_of_a_document_come_to_another(store: AnnotationStore, make_note):
    store.save(make_note())
    store.move(ROAD, DocumentId("other"))
    (moved,) = store.of_document(DocumentId("other"))
    assert moved.target.version == 0


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


def test_what_is_no_text_breaks_no_field(store: AnnotationStore, make_note):
    quote = Quote("修\udcce", "\ud83d", "后\udfff")
    target = replace(make_note().target, quote=quote)
    store.save(make_note(author="张\udcce", tags=("急\ud83d", "急"), target=target))
    found = store.get(AnnotationId("n1"))
    assert (found.author, found.tags) == ("张?", ("急?", "急"))
    assert found.target.quote == Quote("修?", "?", "后?")


def test_notes_and_their_tags_are_of_one_moment(open_database, make_note):
    """Another program changes the tags between the two queries of a list."""
    mine, other = open_database(), AnnotationStore(open_database())
    other.save(make_note(tags=("旧",)))

    def meddle(statement: str) -> None:
        if "JOIN tag" in statement:
            mine.connection().set_trace_callback(None)
            other.save(make_note(text="新", tags=("新",)))

    mine.connection().set_trace_callback(meddle)
    (seen,) = AnnotationStore(mine).all()
    assert (seen.text, seen.tags) == ("核实", ("旧",))
    assert AnnotationStore(mine).all()[0].tags == ("新",)


def test_only_the_tags_of_the_wanted_notes_are_read(open_database, make_note):
    database = open_database()
    store = AnnotationStore(database)
    for number in range(50):
        store.save(make_note(f"n{number}"))
    read: list[str] = []
    database.connection().set_trace_callback(read.append)
    store.get(AnnotationId("n7"))
    (tags,) = [statement for statement in read if "JOIN tag" in statement]
    assert "WHERE id = 'n7'" in tags


def test_bases_of_what_was_deleted_for_good_are_not_needed(store: AnnotationStore, make_note):
    store.save(make_note())
    store.set_bases({AnnotationId("n1"): NOON, AnnotationId("gone"): NOON})
    assert store.bases() == {AnnotationId("n1"): NOON}
    store.set_bases({AnnotationId("n1"): None})
    assert store.bases() == {}


def test_changes_are_numbered_also_those_of_another_program(
    open_database, store: AnnotationStore, make_note
):
    store.save_all([make_note("n1"), make_note("n2")])
    first = store.changed_since(0)
    assert len(first.annotations) == 2
    AnnotationStore(open_database()).save(make_note("n2", deleted=NOON))
    later = store.changed_since(first.last)
    assert [(one.id, one.deleted) for one in later.annotations] == [("n2", NOON)]
    assert store.changed_since(later.last).annotations == []
