from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.app.tasking import TaskService
from policyviewer.domain.progress import TaskProgress
from policyviewer.storage.task_progress import TaskProgressStore

TEXT = """青山县人民政府关于加快发展的意见
（2020年7月30日）
一、修路。硬化全县道路，2021年底前完成。（县交通局牵头，县财政局配合）
二、架桥。维修全县桥梁。（县水利局负责）
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "加快发展.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_tasks_of_a_file_are_told_without_importing_it(cli, source: Path):
    first, second = cli("tasks", source, "--json").json
    assert (first["task"], first["lead"], first["support"]) == ("修路", ["县交通局"], ["县财政局"])
    assert (first["deadline"], first["due"]) == ("2021年底前", "2021-12-31")
    assert (second["provision"], second["deadline"]) == ("main/l1_2", None)
    assert cli("documents", "--json").json == []


def test_the_tasks_of_a_document_are_told_with_their_progress(cli, source: Path):
    cli("import", source)
    shown = cli("tasks", "加快发展")
    assert "牵头：县交通局" in shown.out
    assert "共 2 项任务" in shown.out
    assert cli("tasks", "加快发展", "--json").json[0]["status"] == "open"


def test_the_offices_own_deadline_is_told(cli, source: Path, home: Path):
    """Also where the document has none; it is this one that has passed then."""
    cli("import", source)
    paths = AppPaths.under(home).with_library(home.with_name("lib"))
    with open_collection(paths) as collection, closing(open_notes(paths)) as notes:
        library = LibraryService(collection.shelves)
        document = library.open(library.find("加快发展").id)
        service = TaskService(TaskProgressStore(notes), library.former)
        for one in service.sheet(document).tasks:
            service.keep(document, one, TaskProgress(due="2021-03-01"))
    told = cli("tasks", "加快发展").out
    assert told.count("本单位时限：2021-03-01（已过期）") == 2
    assert "时限：2021年底前\n" in told


def test_only_what_concerns_a_body_is_told(cli, source: Path):
    (task,) = cli("tasks", source, "--body", "市水利部门", "--json").json
    assert task["task"] == "架桥"
    assert "没有涉及“教育”的任务" in cli("tasks", source, "--body", "教育").out


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "ics"])
def test_tasks_are_written_into_a_file(cli, source: Path, suffix: str):
    out = source.with_suffix(f".{suffix}")
    assert cli("tasks", source, "--out", out).status == 0
    assert out.stat().st_size > 0


def test_a_document_without_tasks_says_so(cli, opinion: Path):
    assert "没有识别出任务" in cli("tasks", opinion).out
    assert cli("tasks", opinion, "--json").json == []
    refused = cli("tasks", opinion, "--out", opinion.with_suffix(".xlsx"))
    assert (refused.status, "没有可以导出的任务" in refused.err) == (1, True)


def test_a_damaged_file_and_an_unknown_name_are_told(cli, tmp_path: Path):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04nothing")
    assert cli("tasks", broken).status == 1
    assert cli("tasks", tmp_path / "无此文件.txt").status == 1


def test_one_file_at_a_time_is_read(cli, source: Path, opinion: Path):
    refused = cli("tasks", source.parent)
    assert (refused.status, "一次只看一份文件" in refused.err) == (1, True)
