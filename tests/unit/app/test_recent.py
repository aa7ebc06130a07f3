from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.app.recent import RecentService
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.reading import ReadingStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def reading(tmp_path: Path):
    notes = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    yield ReadingStore(notes)
    notes.close()


@pytest.fixture
def recent(filled: Collection, reading: ReadingStore) -> RecentService:
    return RecentService(LibraryService(filled.shelves), reading, filled.own)


def test_what_was_read_is_told_with_its_title(filled: Collection, reading, recent):
    first, second = LibraryService(filled.shelves).documents()
    reading.remember(first.id, 3, NOON)
    reading.remember(second.id, 3, NOON + timedelta(hours=1))
    assert [(one.document, one.title, one.when) for one in recent.read(5)] == [
        (second.id, second.metadata.title, NOON + timedelta(hours=1)),
        (first.id, first.metadata.title, NOON),
    ]
    assert [one.document for one in recent.read(1)] == [second.id]


def test_what_has_left_the_library_makes_room(filled: Collection, reading, recent):
    first = LibraryService(filled.shelves).documents()[0]
    reading.remember(first.id, 3, NOON)
    for number in range(2):
        reading.remember(DocumentId(f"gone-{number}"), 0, NOON + timedelta(hours=1))
    assert [one.document for one in recent.read(1)] == [first.id]


def test_the_latest_import_comes_first(filled: Collection, recent, tmp_path: Path):
    new = tmp_path / "新.txt"
    new.write_text("青山县人民政府关于修路的通知\n一、修路。全县修路。\n", encoding="utf-8")
    ImportService(filled.own).job([new])(JobContext())
    told = recent.imported(2)
    assert told[0].title == "青山县人民政府关于修路的通知"
    assert len(told) == 2
    assert told[0].when >= told[1].when


def test_nothing_is_imported_to_a_shelf_that_cannot_be_written(filled: Collection, reading):
    shelf = replace(filled.own, writable=False)
    assert RecentService(LibraryService([shelf]), reading, shelf).imported(5) == []
