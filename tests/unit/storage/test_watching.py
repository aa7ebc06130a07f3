from __future__ import annotations

import pytest

from policyviewer.storage.database import Schema
from policyviewer.storage.watching import FileState, WatchStore


@pytest.fixture
def store(open_database) -> WatchStore:
    return WatchStore(open_database(Schema.LIBRARY))


def test_folders_are_watched_once_until_they_are_not(store: WatchStore):
    for folder in ("/政策/乙", "/政策/甲", "/政策/乙"):
        store.watch(folder)
    assert store.folders() == ["/政策/乙", "/政策/甲"]
    store.unwatch("/政策/乙")
    assert store.folders() == ["/政策/甲"]


def test_a_file_is_known_in_the_state_it_was_last_seen_in(store: WatchStore):
    store.see([FileState("/政策/甲.docx", 10, 1), FileState("/政策/乙.docx", 20, 2)])
    store.see([FileState("/政策/甲.docx", 11, 3)])
    assert store.seen() == {FileState("/政策/甲.docx", 11, 3), FileState("/政策/乙.docx", 20, 2)}
