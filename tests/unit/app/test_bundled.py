from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.app import bundled, catalogue
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.errors import StorageError
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import Cancelled, CancelToken, JobContext

SOURCES = AppPaths.under(Path("home")).bundled_sources


def test_the_bundled_shelf_is_built_and_current(tmp_path: Path):
    assert bundled.build(SOURCES, tmp_path / "shelf", JobContext()) == 2
    assert catalogue.is_current(tmp_path / "shelf", SOURCES)


def test_the_built_shelf_is_read_without_writing(tmp_path: Path):
    folder = tmp_path / "shelf"
    bundled.build(SOURCES, folder, JobContext())
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    shelf = open_shelf(folder, writable=False)
    searching = SearchService([shelf])
    assert searching.search(SearchQuery("西部陆海新通道")).total >= 2
    assert {one.id for one in LibraryService([shelf]).documents()} == {
        "manual",
        "regional-coordination",
    }
    searching.close()
    shelf.close()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_cancelled_build_leaves_nothing(tmp_path: Path):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        bundled.build(SOURCES, tmp_path / "shelf", JobContext(token))
    assert list(tmp_path.iterdir()) == []


def test_building_again_replaces_the_old_shelf(tmp_path: Path):
    folder = tmp_path / "shelf"
    bundled.build(SOURCES, folder, JobContext())
    (folder / catalogue.MANIFEST).write_text("{}", encoding="utf-8")
    bundled.build(SOURCES, folder, JobContext())
    assert catalogue.is_current(folder, SOURCES)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="无法"):
        bundled.build(SOURCES, tmp_path / "file" / "shelf", JobContext())
