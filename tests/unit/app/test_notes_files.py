from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.app.exporting import LONGEST_CELL
from policyviewer.app.notes_files import (
    cell_text,
    export_notes,
    json_of,
    merged_text,
    read_notes,
    word_of,
)
from policyviewer.domain.annotations import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Quote,
    Target,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.merging import Merge, Received
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.web_annotations import ReadPage

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ROAD = Target(
    DocumentId("road"),
    1,
    "art_3",
    TextRange(30, 40),
    Quote("乡镇人民政府负责养护\n并组织巡查", "", ""),
    "青山县道路条例",
    "《青山县道路条例》第三条",
)
NOTE = Annotation(
    AnnotationId("9d3c8a0e-0000-4000-8000-000000000001"),
    "张三",
    AnnotationKind.NOTE,
    Colour.GREEN,
    "核实=1+1",
    ("交通", "急"),
    ROAD,
    NOON,
    NOON,
)
MARK = replace(NOTE, id=AnnotationId("m"), kind=AnnotationKind.BOOKMARK, text="", tags=())
HANDED = [Received(MARK), Received(NOTE, NOON)]


@pytest.mark.parametrize("name", ["批注.json", "批注.pvnotes"])
def test_what_is_handed_on_comes_back_whole(tmp_path: Path, name: str):
    path = tmp_path / name
    assert export_notes(HANDED, path) == 2
    assert read_notes(path) == ReadPage(tuple(HANDED))


def test_markdown_tells_quotation_citation_words_tags_and_day(tmp_path: Path):
    path = tmp_path / "批注.md"
    export_notes(HANDED, path)
    text = path.read_text("utf-8")
    for words in (
        "## 青山县道路条例",
        "> 乡镇人民政府负责养护\n> 并组织巡查",
        "— 《青山县道路条例》第三条",
        "核实=1+1",
        "#交通 #急 · 张三 · 2026-05-01",
    ):
        assert words in text


def test_word_tells_the_same(tmp_path: Path):
    import docx

    path = tmp_path / "批注.docx"
    export_notes(HANDED, path)
    paragraphs = [one.text for one in docx.Document(str(path)).paragraphs]
    assert "青山县道路条例" in paragraphs
    assert "——《青山县道路条例》第三条" in paragraphs
    assert "核实=1+1" in paragraphs


def test_word_looks_through_what_is_there_no_oftener_for_many(monkeypatch: pytest.MonkeyPatch):
    """Four thousand notes took half a minute, and twice as many four times as long."""
    from docx.oxml.document import CT_Body

    looked: list[object] = []
    look = CT_Body.first_child_found_in

    def counted(body: CT_Body, *tags: str) -> object:
        looked.append(tags)
        return look(body, *tags)

    monkeypatch.setattr(CT_Body, "first_child_found_in", counted)
    word_of(HANDED * 50)
    assert len(looked) < 10


def test_excel_has_a_row_for_each_and_no_formula(tmp_path: Path):
    from python_calamine import CalamineWorkbook

    path = tmp_path / "批注.xlsx"
    export_notes([Received(replace(NOTE, text="=1+1"))], path)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("批注").to_python()
    assert rows[0][:3] == ["文件", "条款", "类别"]
    assert rows[1][:3] == ["青山县道路条例", "《青山县道路条例》第三条", "批注"]
    assert rows[1][4] == "=1+1"


def test_an_unknown_format_is_told(tmp_path: Path):
    with pytest.raises(UserError, match="不认识"):
        export_notes(HANDED, tmp_path / "批注.pdf")


def test_nothing_is_not_written(tmp_path: Path):
    with pytest.raises(UserError, match="没有可以导出"):
        export_notes([], tmp_path / "批注.md")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    with pytest.raises(StorageError):
        export_notes(HANDED, tmp_path / "没有" / "批注.md")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{}", b"[1]", b"\xff\xfe"])
@pytest.mark.parametrize("ending", [".json", ".pvnotes"])
def test_what_is_no_package_is_refused(tmp_path: Path, data: bytes, ending: str):
    path = tmp_path / f"x{ending}"
    path.write_bytes(data)
    with pytest.raises(UserError, match="不能导入"):
        read_notes(path)


def test_a_package_is_refused_wherever_it_was_damaged(tmp_path: Path):
    path = tmp_path / "批注.pvnotes"
    export_notes(HANDED, path)
    whole = path.read_bytes()
    bits = ((at, 0x55) for at in range(0, len(whole), 7))
    method = whole.index(b"PK\x01\x02") + 10  # one wrong bit makes bzip2 of it
    for at, wrong in (*bits, (method, 0x04)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ wrong]) + whole[at + 1 :])
        try:
            assert read_notes(path) == ReadPage(tuple(HANDED))  # where the byte means nothing
        except UserError as error:
            assert error.hint  # noqa: PT017


def test_a_newer_format_is_told(tmp_path: Path):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("manifest.json", json.dumps({"format": 99}))
        archive.writestr("notes.json", "[]")
    path = tmp_path / "x.pvnotes"
    path.write_bytes(written.getvalue())
    with pytest.raises(UserError, match="更新版本"):
        read_notes(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(StorageError):
        read_notes(tmp_path / "x.json")


def test_the_outcome_is_told_in_a_sentence():
    found = Merge(new=[NOTE], conflicting=[MARK])
    assert merged_text(found) == "已导入批注：1 条是新的，1 条双方都改过，两份都保留。"
    assert merged_text(Merge()) == "这个文件里没有批注。"
    found = Merge(known=[NOTE, MARK], trashed=[MARK])
    assert merged_text(found, unreadable=2) == (
        "已导入批注：1 条本来就有，1 条您以前删除过，仍在“已删除的批注”里，2 条读不懂，没有导入。"
    )


def test_what_makes_no_sense_costs_no_other(tmp_path: Path):
    path = tmp_path / "x.json"
    good = json.loads(json_of([Received(NOTE)]))["items"]
    path.write_text(json.dumps([*good, {"id": "urn:uuid:1"}, 7, None]), "utf-8")
    assert read_notes(path) == ReadPage((Received(NOTE),), unreadable=3)


@pytest.mark.parametrize(
    "data", ["[" * 100_000, '{"items": ' * 5_000, "[1e999]", "[NaN]", "9" * 9999]
)
def test_json_that_is_meant_to_break_the_reader_is_refused(tmp_path: Path, data: str):
    path = tmp_path / "x.json"
    path.write_text(data, "utf-8")
    with pytest.raises(UserError, match="不能导入"):
        read_notes(path)


def test_a_package_that_unfolds_to_too_much_is_refused(tmp_path: Path):
    path = tmp_path / "x.pvnotes"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", "{}")
        with archive.open("notes.json", "w", force_zip64=True) as inside:
            for _ in range(300):
                inside.write(b" " * 1_000_000)
    with pytest.raises(UserError, match="文件太大"):
        read_notes(path)


def test_a_note_too_long_for_a_cell_says_so():
    assert cell_text("短") == "短"
    long = cell_text("长" * 100_000)
    assert len(long) == LONGEST_CELL
    assert long.endswith("全文请导出为 Word 或 Markdown）")
