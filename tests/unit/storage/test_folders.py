from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.folders import Folder
from policyviewer.storage.database import Schema
from policyviewer.storage.folders import FolderStore

A, B = DocumentId("a"), DocumentId("b")
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(open_database) -> FolderStore:
    return FolderStore(open_database(Schema.NOTES))


def test_documents_lie_in_several_folders(store: FolderStore):
    second, first = store.create("乙"), store.create("一")
    store.put(first, [A, B])
    store.put(second, [A])
    store.put(second, [A])
    assert sorted(store.folders(), key=lambda one: one.id) == [
        Folder(second, "乙", frozenset({A})),
        Folder(first, "一", frozenset({A, B})),
    ]
    store.take(first, [A])
    assert {one.id: one.documents for one in store.folders()}[first] == {B}


def test_a_folder_is_renamed_deleted_and_restored_as_it_was(store: FolderStore):
    folder = store.create("春耕")
    store.put(folder, [A])
    store.rename(folder, "夏收")
    assert (store.named("夏收"), store.named("春耕")) == (folder, None)
    store.delete(folder, NOON)
    assert store.folders() == []
    assert store.named("夏收") is None
    store.restore(folder)
    assert store.folders() == [Folder(folder, "夏收", frozenset({A}))]
