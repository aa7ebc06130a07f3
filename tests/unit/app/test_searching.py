from __future__ import annotations

import os
import random
import shutil
import sys
from pathlib import Path

import pytest

from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.searching import SCANNED, IndexState, SearchService
from policyviewer.domain.queries import SearchFilter, SearchQuery
from policyviewer.domain.tasks import Cancelled, CancelToken, JobContext, Progress

QUERY = SearchQuery("蔬菜基地")


def test_a_query_is_answered_from_the_index(filled: Collection):
    service = SearchService(filled.shelves)
    page = service.search(QUERY)
    assert (page.total, page.complete, service.state) == (1, True, IndexState.READY)
    service.close()


def test_masked_characters_are_found_by_their_reading(filled: Collection):
    service = SearchService(filled.shelves)
    assert service.search(SearchQuery("人民政府给予补助")).total == 1
    service.close()


def test_a_lost_index_is_replaced_by_a_scan_with_the_same_answer(filled: Collection):
    service = SearchService(filled.shelves)
    expected = service.search(QUERY)
    service.close()
    shutil.rmtree(filled.own.index)
    scanned = service.search(QUERY)
    assert [hit.provision for hit in scanned.hits] == [hit.provision for hit in expected.hits]
    assert (scanned.hint, service.ready) == ("索引正在重建，本次逐字检索了全文。", False)


def test_a_damaged_index_is_mended_with_progress(filled: Collection):
    for file in filled.own.index.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\0" * 64)
    service = SearchService(filled.shelves)
    service.search(QUERY)
    heard: list[Progress] = []
    assert service.mend(JobContext(report=heard.append)) == 1
    assert heard
    assert (service.search(QUERY).total, service.state) == (1, IndexState.READY)
    service.close()


def test_a_sound_index_is_left_alone(filled: Collection):
    service = SearchService(filled.shelves)
    assert service.mend(JobContext()) == 0
    service.close()


def test_a_job_answers_like_the_call(filled: Collection):
    service = SearchService(filled.shelves)
    assert service.job(QUERY)(JobContext()).total == service.search(QUERY).total
    service.close()


def test_a_scan_that_is_no_longer_wanted_ends(filled: Collection):
    service = SearchService(filled.shelves)
    shutil.rmtree(filled.own.index)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        service.search(QUERY, token)
    service.close()


def test_a_library_never_used_is_searched_without_an_index(collection: Collection):
    service = SearchService(collection.shelves)
    assert service.search(QUERY).total == 0
    assert (service.ready, service.mend(JobContext())) == (True, 0)
    service.close()


def test_what_was_imported_meanwhile_is_found_after_a_refresh(
    collection: Collection, sources: Path
):
    service = SearchService(collection.shelves)
    service.search(QUERY)
    ImportService(collection.own).job([sources])(JobContext())
    service.refresh()
    assert service.search(QUERY).total == 1
    service.close()


def test_a_citation_leads_to_its_place(filled: Collection):
    service = SearchService(filled.shelves)
    (hit, *_) = service.search(SearchQuery("青山县人民政府办公室关于做好森林防火工作的通知 1")).hits
    assert hit.excerpt.startswith("一、压实责任")
    service.close()


def test_initials_lead_to_a_title(filled: Collection):
    service = SearchService(filled.shelves)
    page = service.search(SearchQuery("qsxrmzfbgsgyzhslfhgzdtz"))
    assert [hit.title for hit in page.hits] == ["青山县人民政府办公室关于做好森林防火工作的通知"]
    service.close()


_BAD = (
    "“「(（~，。！~ \u3000\n~😀~\x00\x07~\ud800 \udfff~*?*~'; DROP TABLE--~(a+)+$ [^~%_"
    "~标题:\ud800~文号:(~年份:..~*的*~的*的*的*的"
)


@pytest.mark.parametrize("typed", ["人" * 10_000, *_BAD.split("~")])
def test_bad_words_get_an_answer_or_a_hint(filled: Collection, typed: str):
    service = SearchService(filled.shelves)
    page = service.search(SearchQuery(typed))
    assert page.hits or page.hint
    assert service.ready
    service.close()


def test_a_filter_asks_for_no_place(filled: Collection):
    service = SearchService(filled.shelves)
    query = SearchQuery("qsxrmzf", wanted=SearchFilter(kinds=("意见",)))
    assert service.search(query).total == 0
    service.close()


@pytest.mark.parametrize("seed", range(6))
def test_a_file_damaged_in_any_way_costs_no_answer(filled: Collection, seed: int):
    dice = random.Random(seed)
    service = SearchService(filled.shelves)
    if seed % 2:  # the index is open already
        service.search(SearchQuery("森林防火"))
    files = sorted(path for path in filled.own.index.rglob("*.*") if path.stat().st_size)
    for path in dice.sample(files, 3):
        path.write_bytes(path.read_bytes()[: dice.randrange(path.stat().st_size)])
    service.refresh()
    page = service.search(QUERY)
    assert (page.total, page.hint, service.ready) == (1, SCANNED, False)
    assert service.mend(JobContext()) == 1
    assert (service.search(QUERY).hint, service.ready) == ("", True)
    service.close()


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be cut there")
def test_an_index_cut_while_it_is_open_is_scanned_and_mended(filled: Collection):
    service = SearchService(filled.shelves)
    service.search(QUERY)
    for path in filled.own.index.rglob("*.arr"):
        os.truncate(path, 0)
    page = service.search(QUERY)
    assert (page.total, page.hint, service.ready) == (1, SCANNED, False)
    assert service.mend(JobContext()) == 1
    assert (service.search(QUERY).hint, service.ready) == ("", True)
    service.close()
