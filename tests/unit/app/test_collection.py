from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from policyviewer.app.collection import open_collection
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.errors import StorageError
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext, Progress


def without_release(home: Path) -> AppPaths:
    """Give paths for which no shelf was built beforehand, whatever lies in the checkout."""
    return replace(AppPaths.under(home), bundled_index=home / "none")


def test_the_first_start_builds_the_bundled_shelf_with_progress(tmp_path: Path):
    heard: list[Progress] = []
    with open_collection(without_release(tmp_path), JobContext(report=heard.append)) as collection:
        assert len(collection.shelves) == 2
    assert heard


def test_a_built_shelf_is_not_built_again(tmp_path: Path):
    paths = without_release(tmp_path)
    open_collection(paths).close()
    heard: list[Progress] = []
    open_collection(paths, JobContext(report=heard.append)).close()
    assert heard == []


@pytest.mark.parametrize("broken", ["library.sqlite", "index/current.json"])
def test_a_broken_prebuilt_shelf_is_replaced(tmp_path: Path, broken: str):
    paths = without_release(tmp_path)
    open_collection(paths).close()
    shipped = replace(paths, bundled_index=tmp_path / "shipped", cache=tmp_path / "other")
    shutil.copytree(paths.bundled_cache, shipped.bundled_index)
    (shipped.bundled_index / broken).write_bytes(b"broken" * 500)
    with open_collection(shipped) as collection:
        service = SearchService(collection.shelves)
        service.mend(JobContext())
        assert service.search(SearchQuery("西部陆海新通道")).total == 2
        assert service.ready
        service.close()
    assert (shipped.bundled_index / broken).read_bytes().startswith(b"broken")


def test_a_teams_library_stands_between_the_programs_and_the_users(tmp_path: Path):
    paths = replace(AppPaths.under(tmp_path / "home"), release=tmp_path / "release")
    made = open_shelf(paths.release / "library", writable=True)
    made.database.seal()
    made.close()
    with open_collection(paths) as collection:
        assert [shelf.writable for shelf in collection.shelves] == [False, False, True]
        assert collection.shelves[1].folder == paths.release / "library"


def test_a_chosen_library_stands_alone(paths: AppPaths):
    with open_collection(paths) as collection:
        assert [shelf.folder for shelf in collection.shelves] == [paths.library]


def test_a_library_that_cannot_be_is_told(paths: AppPaths, tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="不是文库"):
        open_collection(paths.with_library(tmp_path / "file"))
