from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.app.collection import open_collection
from policyviewer.app.importing import ImportService
from policyviewer.app.opening import OpeningService, ToOpen
from policyviewer.app.paths import AppPaths
from policyviewer.domain.tasks import JobContext


@pytest.fixture
def sort(paths: AppPaths, tmp_path: Path):
    """Give what sorts files over a library that has imported ``known.txt``."""
    known = tmp_path / "known.txt"
    known.write_text("县人民政府关于河道的通知\n各乡镇：\n一、要求", encoding="utf-8")
    with open_collection(paths) as collection:
        ImportService(collection.own).job([known])(JobContext())
        opening = OpeningService(collection.shelves)
        yield lambda *files: opening.job(files)(JobContext())


def test_a_file_that_was_imported_is_its_document(sort, tmp_path: Path):
    found: ToOpen = sort(tmp_path / "known.txt")
    assert len(found.documents) == 1
    assert found == ToOpen(documents=found.documents)


def test_a_copy_of_it_is_the_same_document(sort, tmp_path: Path):
    copy = tmp_path / "copy.txt"
    copy.write_bytes((tmp_path / "known.txt").read_bytes())
    assert sort(copy).documents == sort(tmp_path / "known.txt").documents


def test_other_files_and_folders_may_be_imported(sort, tmp_path: Path):
    other = tmp_path / "other.txt"
    other.write_text("新文件", encoding="utf-8")
    assert sort(other, tmp_path) == ToOpen(files=(other, tmp_path))


def test_packages_of_notes_are_told_by_their_ending(sort, tmp_path: Path):
    package = tmp_path / "同事.PVNOTES"
    package.touch()
    assert sort(package) == ToOpen(notes=(package,))


def test_library_packs_are_told_by_their_ending(sort, tmp_path: Path):
    pack = tmp_path / "全省.PVPACK"
    pack.touch()
    assert sort(pack) == ToOpen(packs=(pack,))


def test_what_is_not_there_does_not_keep_the_rest_from_opening(sort, tmp_path: Path):
    found: ToOpen = sort(tmp_path / "没有.txt", tmp_path / "known.txt")
    assert [("没有.txt" in one.text) for one in found.failures] == [True]
    assert len(found.documents) == 1
