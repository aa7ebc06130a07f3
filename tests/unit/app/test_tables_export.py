from __future__ import annotations

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from policyviewer.app.tables_export import export_tables, tables_of
from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.structure import parse
from policyviewer.importers.writing import TableCell, TextWriter


def outline(*more: str) -> Outline:
    writer = TextWriter()
    writer.paragraph("青山县河道管理办法")
    writer.paragraph("一、治理任务如下表。")
    writer.table(
        [
            [TableCell("序号"), TableCell("河道", columns=2)],
            [TableCell("1", rows=2), TableCell("清水河\n上游"), TableCell("12.5")],
            [TableCell("=1+1"), TableCell("007")],
        ]
    )
    for words in more:
        writer.paragraph("二、另一张。")
        writer.table([[TableCell(words), TableCell("乙")], [TableCell("丙"), TableCell("丁")]])
    extract = writer.extract()
    return parse(extract.text, tables=extract.tables)


def test_tables_are_told_with_their_place():
    read = outline()
    (one,) = tables_of(read)
    assert one.citation.startswith("《青山县河道管理办法》")
    assert one.rows(read.text) == [
        ["序号", "河道", ""],
        ["1", "清水河\n上游", "12.5"],
        ["", "=1+1", "007"],
    ]


def test_a_workbook_has_a_sheet_a_table_with_its_source(tmp_path: Path):
    out = tmp_path / "表.xlsx"
    assert export_tables(outline("甲"), out) == 2
    book = CalamineWorkbook.from_path(str(out))
    first, second = (book.get_sheet_by_name(name) for name in book.sheet_names)
    rows = first.to_python(skip_empty_area=False)
    assert rows[:3] == [["序号", "河道", ""], [1.0, "清水河\n上游", 12.5], ["", "=1+1", "007"]]
    assert str(rows[4][0]).startswith("出处：《青山县河道管理办法》")
    assert set(first.merged_cell_ranges) == {((0, 1), (0, 2)), ((1, 0), (2, 0))}
    assert second.to_python()[0][:2] == ["甲", "乙"]


def test_values_are_for_excel_and_no_formulas(tmp_path: Path):
    out = tmp_path / "表.csv"
    export_tables(outline("甲"), out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[2] == ["", "'=1+1", "007"]
    assert rows[3] == []
    assert rows[4] == ["甲", "乙"]


def test_what_cannot_be_done_is_told(tmp_path: Path):
    with pytest.raises(UserError, match="没有表格"):
        export_tables(parse("青山县河道管理办法\n一、治理。"), tmp_path / "表.xlsx")
    with pytest.raises(UserError, match=r"\.pdf"):
        export_tables(outline(), tmp_path / "表.pdf")
    (tmp_path / "占").touch()
    for name in ("表.xlsx", "表.csv"):
        with pytest.raises(StorageError, match="无法写入"):
            export_tables(outline(), tmp_path / "占" / name)
