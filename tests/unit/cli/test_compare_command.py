from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.unit.laws import BODIES, law


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "旧.txt", tmp_path / "新.txt"
    for path, bodies in zip(paths, (BODIES, BODIES[1:]), strict=True):
        path.write_text(law(*bodies), encoding="utf-8")
    return paths


def test_two_files_are_compared_without_importing_them(cli, files):
    shape = cli("compare", *files, "--json").json
    assert shape["counts"] == {"same": 7, "deleted": 1}
    assert cli("documents", "--json").json == []


def test_two_editions_of_a_document_are_compared(cli, files):
    old, new = files
    name = cli("import", old, "--json").json["documents"][0]["id"]
    old.write_text(new.read_text("utf-8"), encoding="utf-8")
    assert cli("import", old).status == 0
    counts = cli("compare", f"{name}@1", f"{name}@2", "--json").json["counts"]
    assert counts == {"same": 7, "deleted": 1}


def test_changes_are_shown_in_words(cli, files):
    out = cli("compare", *files).out
    assert f"第一条　[-{BODIES[0]}-]" in out
    assert "未修改 6 条，删去 1 条" in out


def test_a_table_is_written_by_the_name_of_the_file(cli, files, tmp_path: Path):
    out = tmp_path / "对照表.docx"
    assert "已写入 1 行" in cli("compare", *files, "--out", out, "--changes").out
    assert len(docx.Document(str(out)).tables[0].rows) == 2


def test_a_document_compared_with_itself_is_told_so(cli, files):
    result = cli("compare", files[0], files[0])
    assert result.status == 0
    assert "完全相同" in result.out


def test_a_local_document_is_shown_beside_its_superior(cli, files):
    shape = cli("compare", *files, "--superior", "--json").json
    assert [pair["carried"] for pair in shape["pairs"]].count("missed") == 1
    assert shape["superior"] is True


def test_paragraphs_are_pairs_where_one_asks_for_them(cli, files):
    shape = cli("compare", *files, "--level", "paragraph", "--json").json
    assert {"art_1~1", None} == {shape["pairs"][1]["old"], shape["pairs"][1]["new"]}


@pytest.mark.parametrize("name", ["没有这份", "没有这份@2"])
def test_an_unknown_document_is_told_with_a_hint(cli, files, name: str):
    result = cli("compare", files[0], name)
    assert (result.status, "提示" in result.err) == (1, True)


def test_an_empty_file_is_told(cli, files, tmp_path: Path):
    (tmp_path / "空.txt").touch()
    assert cli("compare", files[0], tmp_path / "空.txt").status == 1


def test_an_edition_that_is_not_there_is_told(cli, files):
    name = cli("import", files[0], "--json").json["documents"][0]["id"]
    result = cli("compare", name, f"{name}@7")
    assert result.status == 1
    assert "没有第 7 版" in result.err
