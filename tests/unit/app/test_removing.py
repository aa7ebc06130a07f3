from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from policyviewer.app.collection import Collection, open_collection
from policyviewer.app.importing import ImportService
from policyviewer.app.paths import AppPaths
from policyviewer.app.removing import KEPT, RemovalService
from policyviewer.app.searching import SearchService
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def searching(filled: Collection) -> Iterator[SearchService]:
    service = SearchService(filled.shelves)
    service.mend(JobContext())
    yield service
    service.close()


@pytest.fixture
def service(filled: Collection, searching: SearchService) -> RemovalService:
    def changed() -> None:
        filled.shelves.look_again()
        searching.refresh()

    return RemovalService(filled.own, changed, lambda: NOON)


@pytest.fixture
def first(filled: Collection) -> DocumentId:
    return filled.own.documents.ids()[0]


def words_of(collection: Collection, document: DocumentId) -> str:
    return collection.own.documents.text(document).split("\n")[2].strip()[:6]


def found(searching: SearchService, words: str) -> set[str]:
    page = searching.search(SearchQuery(f'"{words}"'))
    return {str(hit.document) for hit in page.hits}


def test_what_was_taken_out_is_neither_listed_nor_found_and_comes_back(
    filled: Collection, service: RemovalService, searching: SearchService, first: DocumentId
):
    words = words_of(filled, first)
    assert first in found(searching, words)
    (removed,) = service.remove([first, first])
    assert (removed.id, removed.removed) == (first, NOON)
    assert first not in [one.id for one in filled.own.documents.summaries()]
    assert first not in found(searching, words)
    assert [one.title for one in service.removed()] == [removed.title]
    assert service.put_back([first]) == (first,)
    assert first in found(searching, words)
    assert service.removed() == []


def test_it_stays_out_when_the_library_is_opened_again(
    filled: Collection, service: RemovalService, first: DocumentId, paths: AppPaths
):
    service.remove([first])
    with open_collection(paths) as opened:
        assert not opened.own.documents.holds(first)
        assert opened.own.documents.is_stored(first)


def test_importing_the_file_again_brings_it_back(
    filled: Collection, service: RemovalService, first: DocumentId, sources: Path
):
    service.remove([first])
    report = ImportService(filled.own).job([sources])(JobContext())
    assert (report.imported, report.unchanged) == (1, 1)
    assert filled.own.documents.holds(first)
    assert service.removed() == []


def test_what_is_deleted_for_good_leaves_nothing_in_store_index_and_originals(
    filled: Collection, service: RemovalService, searching: SearchService, first: DocumentId
):
    words = words_of(filled, first)
    sha256 = filled.own.documents.load(first).source.sha256
    service.remove([first])
    assert service.forget([first, DocumentId("none")])(JobContext()) == 1
    assert not filled.own.documents.is_stored(first)
    assert filled.own.originals.path(sha256) is None
    assert (service.removed(), filled.own.pending()) == ([], ())
    assert first not in found(searching, words)
    assert searching.search(SearchQuery("县")).total


def test_only_what_was_taken_out_is_deleted_for_good(service: RemovalService, first: DocumentId):
    assert service.forget([first])(JobContext()) == 0


def test_what_was_taken_out_long_ago_is_deleted(
    filled: Collection, service: RemovalService, first: DocumentId
):
    later = RemovalService(filled.own, now=lambda: NOON + KEPT + timedelta(seconds=1))
    service.remove([first])
    assert service.forget_old()(JobContext()) == 0
    assert later.forget_old()(JobContext()) == 1
    assert not filled.own.documents.is_stored(first)


def test_a_clock_that_runs_ahead_deletes_nothing(
    filled: Collection, service: RemovalService, first: DocumentId
):
    service.remove([first])
    years = timedelta(days=7000)
    ahead = RemovalService(filled.own, now=lambda: NOON + years, worked=NOON + timedelta(days=1))
    assert ahead.forget_old()(JobContext()) == 0
    assert [one.id for one in ahead.removed()] == [first]


def test_what_is_not_the_users_own_cannot_be_taken_out(
    filled: Collection, service: RemovalService, first: DocumentId
):
    with pytest.raises(UserError, match="不是您导入的"):
        service.remove([first, DocumentId("strange")])
    assert filled.own.documents.holds(first)


def test_nothing_is_taken_out_of_a_library_that_is_read_only(filled: Collection, first: DocumentId):
    service = RemovalService(replace(filled.own, writable=False))
    with pytest.raises(StorageError, match="只读"):
        service.remove([first])
    assert service.forget_old()(JobContext()) == 0
