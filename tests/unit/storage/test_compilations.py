from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from policyviewer.domain.annotations import Quote, Target
from policyviewer.domain.compilations import CompilationId, CompiledPart, PartId
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.compilations import CompilationStore
from policyviewer.storage.database import Schema

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
TARGET = Target(
    DocumentId("a"),
    2,
    "art_3",
    TextRange(5, 7),
    Quote("道路", "前", "后"),
    "条例",
    "《条例》第三条",
)
HEADING = CompiledPart(PartId(0), "上级政策")
PIECE = CompiledPart(PartId(0), "", TARGET, "现行有效")


@pytest.fixture
def store(open_database) -> CompilationStore:
    return CompilationStore(open_database(Schema.NOTES))


@pytest.fixture
def made(store: CompilationStore) -> CompilationId:
    return store.create("农田", NOON)


def test_parts_come_back_as_they_were_put_in(store: CompilationStore, made: CompilationId):
    store.add(made, [HEADING, PIECE])
    store.add(made, [PIECE])
    parts = store.parts(made)
    assert [replace(one, id=PartId(0)) for one in parts] == [HEADING, PIECE, PIECE]
    assert len({one.id for one in parts}) == 3


def test_parts_are_put_in_another_order_and_keep_their_ids(
    store: CompilationStore, made: CompilationId
):
    store.add(made, [HEADING, PIECE])
    heading, piece = store.parts(made)
    store.replace(made, [HEADING, piece, heading])
    assert [one.id for one in store.parts(made)][1:] == [piece.id, heading.id]
    assert len(store.parts(made)) == 3


def test_a_part_that_comes_back_takes_no_other_ones_place(
    store: CompilationStore, made: CompilationId
):
    store.add(made, [PIECE])
    taken_out = store.parts(made)
    store.replace(made, [])
    other = store.create("道路", NOON)
    store.add(other, [HEADING])
    store.replace(made, taken_out)
    assert [len(store.parts(one)) for one in (made, other)] == [1, 1]


def test_the_one_used_last_comes_first(store: CompilationStore, made: CompilationId):
    other = store.create("道路", NOON + timedelta(hours=1))
    assert [one.id for one in store.compilations()] == [other, made]
    store.use(made, NOON + timedelta(hours=2))
    assert [one.id for one in store.compilations()] == [made, other]


def test_a_deleted_one_comes_back_with_its_parts(store: CompilationStore, made: CompilationId):
    store.add(made, [PIECE])
    store.delete(made, NOON)
    assert (store.compilations(), store.named("农田")) == ([], None)
    store.restore(made)
    assert store.named("农田") == made
    assert len(store.parts(made)) == 1


def test_a_compilation_gets_another_name(store: CompilationStore, made: CompilationId):
    store.rename(made, "高标准农田")
    assert [one.name for one in store.compilations()] == ["高标准农田"]


def test_deleted_ones_are_listed_with_what_they_hold(store: CompilationStore, made: CompilationId):
    other = store.create("道路", NOON)
    store.add(made, [HEADING, PIECE])
    store.delete(made, NOON)
    store.delete(other, NOON + timedelta(days=1))
    told = [(one.compilation.name, one.parts) for one in store.deleted()]
    assert told == [("道路", 0), ("农田", 1)]
    assert store.last_change() == NOON + timedelta(days=1)


def test_what_was_deleted_long_ago_goes_for_good(store: CompilationStore, made: CompilationId):
    store.add(made, [PIECE])
    kept = store.create("道路", NOON)
    store.delete(made, NOON)
    assert store.purge(NOON) == 0
    assert store.purge(NOON + timedelta(days=1)) == 1
    assert (store.deleted(), store.parts(made)) == ([], [])
    assert [one.id for one in store.compilations()] == [kept]


def test_where_nothing_was_compiled_nothing_was_changed(store: CompilationStore):
    assert store.last_change() is None
