from __future__ import annotations

from pathlib import Path

import pytest

import release_files
import team_library
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext

NOTICE = "青山县人民政府关于{}的通知\n各乡镇：\n一、{}工作由县水利局负责。\n青山县人民政府\n"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "文件"
    (folder / "水利").mkdir(parents=True)
    for name, subject in (("水利/河道.txt", "河道保洁"), ("防汛.txt", "防汛抗旱")):
        (folder / name).write_text(NOTICE.format(subject, subject), encoding="utf-8")
    return folder


@pytest.fixture
def library(documents: Path, tmp_path: Path) -> Path:
    team_library.build(documents, tmp_path / "library", JobContext())
    return tmp_path / "library"


def test_the_library_is_read_without_indexing_anything(library: Path, paths: AppPaths):
    assert team_library.count(library) == 2
    before = release_files.fingerprint(library)
    shelf = open_shelf(library, writable=False, spare=paths.cache / "spare")
    searching = SearchService((shelf,))
    assert searching.mend(JobContext()) == 0
    assert searching.search(SearchQuery("河道保洁")).complete
    searching.close()
    shelf.close()
    assert release_files.fingerprint(library) == before
    assert not (paths.cache / "spare").exists()


def test_the_same_documents_give_the_same_bytes(documents: Path, library: Path, tmp_path: Path):
    team_library.build(documents, tmp_path / "again", JobContext())
    assert release_files.fingerprint(tmp_path / "again") == release_files.fingerprint(library)


def test_no_path_of_this_machine_goes_along(library: Path):
    shelf = open_shelf(library, writable=False)
    names = {one.source.name for one in shelf.documents.summaries()}
    shelf.close()
    assert names == {"水利/河道.txt", "防汛.txt"}


def test_originals_stay_behind_unless_they_are_wanted(documents: Path, library: Path, tmp_path):
    assert not (library / "originals").exists()
    team_library.build(documents, tmp_path / "other", JobContext(), originals=True)
    assert len(list((tmp_path / "other" / "originals").rglob("*.txt"))) == 2


def test_a_library_that_was_made_already_is_taken_as_it_is(library: Path, tmp_path: Path):
    team_library.build(library, tmp_path / "copy", JobContext())
    assert team_library.count(tmp_path / "copy") == 2


def test_what_cannot_be_read_is_reported(documents: Path, tmp_path: Path):
    (documents / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    report = team_library.build(documents, tmp_path / "library", JobContext())
    assert [one.source for one in report.failed] == ["坏.docx"]
    assert report.imported == 2
