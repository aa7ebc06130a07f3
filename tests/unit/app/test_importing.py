from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from policyviewer.app import importing
from policyviewer.app.collection import Collection, open_collection
from policyviewer.app.importing import ImportReport, ImportService
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.errors import StorageError
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import Cancelled, CancelToken, JobContext, Progress


def imported(collection: Collection, *paths: Path) -> ImportReport:
    return ImportService(collection.own).job(paths)(JobContext())


def found(collection: Collection, text: str) -> int:
    service = SearchService(collection.shelves)
    total = service.search(SearchQuery(text)).total
    assert service.ready
    service.close()
    return total


def test_a_folder_is_imported_and_found(collection: Collection, sources: Path):
    report = imported(collection, sources)
    assert (report.imported, report.failed) == (2, [])
    assert found(collection, "森林防火责任制") == 1


def test_the_same_bytes_are_unchanged(filled: Collection, sources: Path):
    report = imported(filled, sources)
    assert (report.imported, report.unchanged) == (0, 2)


def test_a_changed_file_becomes_a_new_version(filled: Collection, sources: Path):
    path = sources / "通知.txt"
    text = path.read_text(encoding="gb18030").replace("清明", "重阳")
    path.write_text(text, encoding="utf-8")
    before = LibraryService(filled.shelves).find("森林防火")
    assert imported(filled, path).updated == 1
    after = LibraryService(filled.shelves).find("森林防火")
    assert (after.id, after.version) == (before.id, before.version + 1)
    assert (found(filled, "清明前后"), found(filled, "重阳前后")) == (0, 1)


def test_a_file_that_returns_to_its_old_text_is_updated_again(filled: Collection, sources: Path):
    path = sources / "通知.txt"
    old = path.read_bytes()
    path.write_text(old.decode("gb18030").replace("清明", "重阳"), encoding="utf-8")
    imported(filled, path)
    path.write_bytes(old)
    assert imported(filled, path).updated == 1
    assert found(filled, "清明前后") == 1


def test_bad_files_are_reported_and_stop_nothing(collection: Collection, sources: Path):
    (sources / "空.txt").touch()
    (sources / "程序.txt").write_bytes(bytes(range(256)) * 40)
    report = imported(collection, sources, sources / "不存在.txt")
    assert report.imported == 2
    assert {Path(one.source).name for one in report.failed} == {"空.txt", "程序.txt", "不存在.txt"}
    assert all(one.reason and one.hint for one in report.failed)


def test_the_original_is_kept(collection: Collection, sources: Path):
    report = imported(collection, sources / "通知.txt")
    kept = collection.own.originals.path(report.documents[0].source.sha256)
    assert kept.read_bytes() == (sources / "通知.txt").read_bytes()


def test_progress_names_the_files(collection: Collection, sources: Path):
    heard: list[Progress] = []
    ImportService(collection.own).job([sources])(JobContext(report=heard.append))
    assert {"意见.txt", "通知.txt"} <= {one.label for one in heard}
    assert heard[-1].done == heard[-1].total


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_progress_names_a_file_of_any_name_readably(collection: Collection, tmp_path: Path):
    path = tmp_path / os.fsdecode(b"\xce\xc4\xbc\xfe.txt")
    path.touch()
    heard: list[Progress] = []
    ImportService(collection.own).job([path])(JobContext(report=heard.append))
    assert heard[0].label == "文件.txt（GBK）"


def test_a_cancelled_import_leaves_whole_documents_only(
    collection: Collection, sources: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(importing, "BATCH_CHARACTERS", 1)  # each file is a batch of its own
    token = CancelToken()

    def cancel_at_second(progress: Progress) -> None:
        if progress.label == "通知.txt":
            token.cancel()

    (sources / "末.txt").write_text("关于修桥的通知\n一、修好石桥。\n", encoding="utf-8")
    with pytest.raises(Cancelled):
        ImportService(collection.own).job([sources])(JobContext(token, cancel_at_second))
    listed = LibraryService(collection.shelves).documents()
    assert 1 <= len(listed) < 3
    assert all(found(collection, one.metadata.title[:8]) for one in listed)


def test_a_read_only_library_refuses_with_a_reason(filled: Collection, paths: AppPaths):
    filled.close()
    shelf = open_shelf(paths.library, writable=False)
    with pytest.raises(StorageError, match="只读"):
        ImportService(shelf).job([])(JobContext())
    shelf.close()


def test_what_a_dead_program_had_stored_is_indexed_later(
    paths: AppPaths, sources: Path, monkeypatch: pytest.MonkeyPatch
):
    def die(*_arguments: object) -> int:
        raise KeyboardInterrupt

    with open_collection(paths) as collection:
        imported(collection, sources / "意见.txt")
        with monkeypatch.context() as patched:
            patched.setattr(importing.indexing, "catch_up", die)
            with pytest.raises(KeyboardInterrupt):
                imported(collection, sources / "通知.txt")
    with open_collection(paths) as collection:
        service = SearchService(collection.shelves)
        assert service.mend(JobContext()) == 1
        assert service.search(SearchQuery("森林防火责任制")).total == 1
        service.close()
