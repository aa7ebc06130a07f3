from __future__ import annotations

from datetime import UTC, datetime

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
