from __future__ import annotations

from datetime import UTC, datetime, timedelta

from policyviewer.domain.documents import DocumentId
from policyviewer.storage.reading import ReadingStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
A, B = DocumentId("a"), DocumentId("b")


def test_the_last_position_is_kept(open_database):
    store = ReadingStore(open_database())
    assert store.position(A) == 0
    store.remember(A, 10, NOON)
    store.remember(A, 25, NOON)
    assert ReadingStore(open_database()).position(A) == 25


def test_open_documents_keep_their_order(open_database):
    store = ReadingStore(open_database())
    store.set_open_documents([B, A])
    store.set_open_documents([A, B])
    assert store.open_documents() == [A, B]


def test_what_was_read_last_comes_first_and_once(open_database):
    store = ReadingStore(open_database())
    later = NOON + timedelta(minutes=1)
    assert store.last_read(5) == []
    store.remember(A, 1, NOON)
    store.remember(B, 1, later)
    assert store.last_read(5) == [(B, later), (A, NOON)]
    store.remember(A, 9, later + timedelta(microseconds=1))
    assert [name for name, _when in store.last_read(5)] == [A, B]
    assert [name for name, _when in store.last_read(1)] == [A]
