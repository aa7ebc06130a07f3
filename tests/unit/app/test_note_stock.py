from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.unit.storage.conftest import NOON, note

from policyviewer.app.note_stock import NoteStock, key_of
from policyviewer.domain.documents import DocumentId
from policyviewer.storage.annotations import AnnotationStore, Changes
from policyviewer.storage.database import Database, Schema


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AnnotationStore]:
    with closing(Database(tmp_path / "notes.sqlite", Schema.NOTES)) as database:
        made = AnnotationStore(database)
        made.save_all([note(f"n{number}") for number in range(3)])
        yield made


def names(stock: NoteStock) -> list[str]:
    return sorted(str(one.id) for one in stock.all())


def test_what_is_stored_is_there(store: AnnotationStore):
    store.save(note("gone", deleted=NOON))
    assert names(NoteStock(store.changed_since)) == ["n0", "n1", "n2"]


def test_only_what_has_changed_is_read_again(store: AnnotationStore):
    read: list[int] = []

    def changed(since: int) -> Changes:
        changes = store.changed_since(since)
        read.append(len(changes.annotations))
        return changes

    stock = NoteStock(changed)
    stock.all()
    store.save_all([note("n1", text="核实"), note("n3"), note("n0", deleted=NOON)])
    assert names(stock) == ["n1", "n2", "n3"]
    assert names(stock) == ["n1", "n2", "n3"]
    assert read == [3, 3, 0]


def test_a_document_that_was_given_another_id_counts_as_a_change(store: AnnotationStore):
    stock = NoteStock(store.changed_since)
    (document,) = {one.target.document for one in stock.all()}
    store.move(document, DocumentId("other"))
    assert {one.target.document for one in stock.all()} == {"other"}


def test_words_are_found_as_they_are_now(store: AnnotationStore):
    stock = NoteStock(store.changed_since)
    before = next(one for one in stock.all() if one.id == "n1")
    assert "經費" not in stock.key(before)
    store.save(replace(before, text="核實經費", modified=NOON + timedelta(hours=1)))
    after = next(one for one in stock.all() if one.id == "n1")
    stock.key(before)  # a list that is still being narrowed down goes through the former ones
    assert stock.key(after) == key_of(after)
    assert "核实经费" in stock.key(after)
