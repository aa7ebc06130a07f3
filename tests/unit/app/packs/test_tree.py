from __future__ import annotations

import os
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.packing import FOREST, ROADS, ROADS_2, WORDS, Press, inline

from policyviewer.app.packs import tree
from policyviewer.app.packs.tree import Gathering, copied, files_of, gathered, latest_day
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.errors import UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.search.reader import IndexReader

HOW = Gathering("2026-11-01", WORDS)


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    make = tree.ImportService
    monkeypatch.setattr(tree, "ImportService", lambda shelf, now: make(shelf, now, readers=inline))


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "文件"
    folder.mkdir()
    (folder / "防火.txt").write_text(FOREST, encoding="utf-8")
    (folder / "公路.txt").write_text(ROADS, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files_of(folder)}


def titles(folder: Path) -> list[str]:
    with closing(open_shelf(folder, writable=False)) as shelf:
        return [one.metadata.title for one in shelf.documents.summaries()]


def test_the_same_files_give_the_same_shelf(documents: Path, tmp_path: Path):
    for name in ("a/shelf", "b/shelf"):
        gathered(documents, tmp_path / name, HOW, JobContext())
    assert contents(tmp_path / "a" / "shelf") == contents(tmp_path / "b" / "shelf")
    assert titles(tmp_path / "a" / "shelf") == ["青山县农村公路养护办法", "青山县森林防火办法"]


def test_no_path_of_this_machine_comes_along(documents: Path, tmp_path: Path):
    gathered(documents, tmp_path / "shelf", HOW, JobContext())
    assert not any(str(tmp_path).encode() in data for data in contents(tmp_path / "shelf").values())


def test_a_shelf_is_brought_up_to_date(documents: Path, tmp_path: Path):
    gathered(documents, tmp_path / "shelf", HOW, JobContext())
    (documents / "公路.txt").write_text(ROADS_2, encoding="utf-8")
    (documents / "防火.txt").unlink()
    report = gathered(documents, tmp_path / "shelf", HOW, JobContext())
    assert (report.updated, len(titles(tmp_path / "shelf"))) == (1, 2)
    gathered(documents, tmp_path / "shelf", replace(HOW, mirror=True), JobContext())
    assert titles(tmp_path / "shelf") == ["青山县农村公路养护办法"]
    IndexReader([tmp_path / "shelf" / "index"]).close()


def test_the_folders_that_a_library_watches_stay_at_home(press: Press, tmp_path: Path):
    copied(press.source(1), tmp_path / "watched", WORDS, JobContext())
    with closing(open_shelf(tmp_path / "watched", writable=True)) as shelf:
        shelf.watching.watch("/home/张三/桌面")
    copied(tmp_path / "watched", tmp_path / "shelf", WORDS, JobContext())
    data = (tmp_path / "shelf" / "library.sqlite").read_bytes()
    assert "张三".encode() not in data


def test_locks_and_remains_are_no_part_of_a_shelf(press: Press, tmp_path: Path):
    copied(press.source(1), tmp_path / "shelf", WORDS, JobContext())
    (tmp_path / "shelf" / "index" / "000009").mkdir()
    (tmp_path / "shelf" / "index" / "000009" / "x.pst").write_text("x", encoding="utf-8")
    names = files_of(tmp_path / "shelf")
    assert names[0] == "index/000001/" + names[0].rpartition("/")[2]
    assert not any("lock" in name or "000009" in name for name in names)


def test_the_newest_file_dates_a_folder(documents: Path):
    for path in documents.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert latest_day(documents) == "2023-11-14"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(UserError, match="找不到文件夹"):
        gathered(tmp_path / "没有", tmp_path / "shelf", HOW, JobContext())


@pytest.mark.parametrize(("system", "names"), [("linux", 2), ("win32", 1)])
def test_no_file_has_a_second_name_where_that_could_not_be_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, names: int
):
    (tmp_path / "file").write_text("x")
    with monkeypatch.context() as changed:
        changed.setattr(sys, "platform", system)
        tree._take(tmp_path / "file", tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "x"
    assert (tmp_path / "file").stat().st_nlink == names
