from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from policyviewer.app import importing
from policyviewer.app.collection import Collection, open_collection
from policyviewer.app.editions import Outcome
from policyviewer.app.import_report import ImportReport
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.corrections import Corrections, HeadingCorrection
from policyviewer.domain.errors import StorageError, UserError
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
    kept = collection.own.originals.path(
        collection.own.documents.load(report.documents[0].document).source.sha256
    )
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
        if progress.label == "末.txt":
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


RULE = """青山县河道管理办法
（{date}青山县人民政府第{count}次常务会议通过）
第一条　为了管理河道，制定本办法。
第二条　{duty}。
"""
OLD = RULE.format(date="2019年3月1日", count=3, duty="水利局负责巡查")
NEW = RULE.format(date="2024年6月2日", count=8, duty="水利局和乡镇负责巡查")


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("names", [("甲旧", "乙新"), ("乙旧", "甲新")])
def test_editions_of_a_work_are_versions_and_the_newest_is_shown(
    collection: Collection, tmp_path: Path, names: tuple[str, str]
):
    write(tmp_path / "办法", **dict(zip(names, (OLD, NEW), strict=True)))
    report = imported(collection, tmp_path / "办法")
    assert (report.imported, report.updated) == (1, 1)
    (summary,) = LibraryService(collection.shelves).documents()
    shown = LibraryService(collection.shelves).open(summary.id)
    assert "乡镇" in shown.outline.text
    assert len(collection.own.documents.versions(summary.id)) == 2
    codes = {warned.code for one in report.documents for warned in one.warnings}
    assert codes == {"new-version" if names[0] == "乙旧" else "older-version"}
    again = imported(collection, tmp_path / "办法")
    assert (again.unchanged, again.updated) == (2, 0)


def test_the_same_text_in_other_bytes_is_not_imported_twice(collection: Collection, tmp_path: Path):
    write(tmp_path / "办法", 甲=OLD)
    (tmp_path / "办法" / "乙.txt").write_text(OLD.replace("　", " "), encoding="gb18030")
    report = imported(collection, tmp_path / "办法")
    assert (report.imported, report.updated, report.unchanged) == (1, 0, 1)
    assert [Path(one.source).name for one in report.skipped] == ["甲.txt"]
    assert len(LibraryService(collection.shelves).documents()) == 1


def test_copies_are_read_once_and_bad_copies_are_all_told(collection: Collection, tmp_path: Path):
    write(tmp_path / "来稿", 甲=OLD, 乙=OLD, 丙="", 丁="")
    report = imported(collection, tmp_path / "来稿")
    assert (report.imported, report.unchanged, len(report.failed)) == (1, 1, 2)


def test_another_document_under_an_old_name_is_another_document(
    collection: Collection, tmp_path: Path
):
    first = "青山县人民政府关于修路的通知\n青政发〔2026〕1号\n一、修好石路。\n"
    second = "青山县人民政府关于架桥的通知\n青政发〔2026〕2号\n一、架好石桥。\n"
    write(tmp_path / "来稿", 文件=first)
    imported(collection, tmp_path / "来稿")
    write(tmp_path / "来稿", 文件=second)
    assert imported(collection, tmp_path / "来稿").imported == 1
    assert len(LibraryService(collection.shelves).documents()) == 2


def test_a_secret_file_leaves_no_trace(collection: Collection, paths: AppPaths, tmp_path: Path):
    secret = "机密★1年\n青山县人民政府关于演练暗号的通知\n一、暗号是“长风破浪会有时”。\n"
    write(tmp_path / "来稿", 密=secret, 平=OLD)
    report = imported(collection, tmp_path / "来稿")
    assert report.imported == 1
    (failed,) = report.failed
    assert "机密★1年" in failed.reason
    assert "涉密" in failed.hint
    collection.close()
    for file in paths.library.rglob("*"):
        if file.is_file():
            assert "长风破浪".encode() not in file.read_bytes()
            assert secret.encode()[:40] not in file.read_bytes()


def test_corrections_come_with_an_import_and_survive_the_next(
    collection: Collection, tmp_path: Path
):
    write(tmp_path / "来稿", 办法=OLD)
    path = tmp_path / "来稿" / "办法.txt"
    corrected = Corrections(title="河道管理办法（试行）", document_number="青政发〔2019〕9号")
    report = ImportService(collection.own).job([path], {str(path): corrected})(JobContext())
    assert report.documents[0].title == "河道管理办法（试行）"
    path.write_text(NEW, encoding="utf-8")
    assert imported(collection, path).updated == 1
    (summary,) = LibraryService(collection.shelves).documents()
    assert summary.metadata.title == "河道管理办法（试行）"
    assert summary.metadata.document_number == "青政发〔2019〕9号"


def test_a_document_is_corrected_later_and_found_by_that(collection: Collection, tmp_path: Path):
    write(tmp_path / "来稿", 办法=OLD)
    imported(collection, tmp_path / "来稿")
    (summary,) = LibraryService(collection.shelves).documents()
    service = ImportService(collection.own)
    level = HeadingCorrection("第二条　水利局负责巡查。", 0, None)
    corrections = Corrections(title="石河管理办法", headings=(level,))
    document = service.correct(summary.id, corrections)(JobContext())
    assert document.outline.metadata.title == "石河管理办法"
    assert service.corrections(summary.id) == corrections
    assert "art_2" not in [node.id for node in document.outline.nodes]
    searching = SearchService(collection.shelves)
    (hit,) = searching.search(SearchQuery("水利局")).hits
    searching.close()
    assert (hit.title, hit.provision) == ("石河管理办法", "art_1")


def test_a_preview_imports_nothing(collection: Collection, tmp_path: Path):
    write(tmp_path / "来稿", 旧=OLD, 新=NEW)
    service = ImportService(collection.own)
    first = service.preview(tmp_path / "来稿" / "旧.txt")(JobContext())
    assert (first.decision.outcome, first.reading.outline.metadata.title) == (
        Outcome.NEW,
        "青山县河道管理办法",
    )
    assert LibraryService(collection.shelves).documents() == []
    imported(collection, tmp_path / "来稿" / "新.txt")
    second = service.preview(tmp_path / "来稿" / "旧.txt")(JobContext())
    assert (second.decision.outcome, second.decision.present) == (Outcome.UPDATED, False)
    same = service.preview(tmp_path / "来稿" / "新.txt")(JobContext())
    assert same.decision.outcome is Outcome.UNCHANGED


def test_a_preview_of_a_secret_file_is_refused(collection: Collection, tmp_path: Path):
    write(tmp_path / "来稿", 密=f"秘密★\n{OLD}")
    with pytest.raises(UserError, match="密级"):
        ImportService(collection.own).preview(tmp_path / "来稿" / "密.txt")(JobContext())


def test_a_whole_import_opens_no_socket(collection: Collection, sources: Path):
    opened: list[str] = []
    listening = True

    def hear(event: str, _arguments: tuple[object, ...]) -> None:
        if listening and event.startswith(("socket.", "urllib.", "http.")):
            opened.append(event)

    sys.addaudithook(hear)  # the reading processes refuse sockets by a hook of their own
    imported(collection, sources)
    listening = False
    assert opened == []


def test_an_archive_is_imported_file_by_file(collection: Collection, tmp_path: Path):
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("甲/办法.txt", OLD)
        file.writestr("甲/空.txt", "")
        file.writestr("../外.txt", OLD)
    heard: list[Progress] = []
    report = ImportService(collection.own).job([path])(JobContext(report=heard.append))
    assert report.imported == 1
    assert {one.source for one in report.failed} == {f"{path}/甲/空.txt", f"{path}/../外.txt"}
    assert heard[-1].done == heard[-1].total
    (summary,) = LibraryService(collection.shelves).documents()
    assert summary.source.name == f"{path}/甲/办法.txt"
    assert imported(collection, path).unchanged == 1


def test_a_preview_of_an_archive_says_what_it_is(collection: Collection, tmp_path: Path):
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("甲/办法.txt", OLD)
        file.writestr("甲/乙.txt", OLD)
    with pytest.raises(UserError, match="里面有 2 份文件"):
        ImportService(collection.own).preview(path)(JobContext())
