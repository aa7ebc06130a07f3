from __future__ import annotations

import io
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from policyviewer.app.exporting import LONGEST_CELL, Sheet, csv_of, export_table, xlsx_of
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.importers.tabbed import tables_in

TEXT = "编号\t金额\t占比\n007\t1,250.50\t12.5%\n012\t-3\t=1+1"


def table_of(text: str) -> Table:
    return tables_in(text)[0]


def merged() -> tuple[Table, str]:
    """Give a table whose first cell is two rows high, with a heading over two columns."""
    text = "甲\t乙\n丙\t丁\u2028戊"
    cells = (
        Cell(TextRange(0, 1), 0, 0, rows=2),
        Cell(TextRange(2, 3), 0, 1, columns=2),
        Cell(TextRange(4, 5), 1, 1),
        Cell(TextRange(6, 9), 1, 2),
    )
    return Table(TextRange(0, 9), cells), text


def sheet(data: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def test_numbers_are_numbers_and_codes_stay_words():
    rows = sheet(xlsx_of([Sheet("表", table_of(TEXT))], TEXT)).get_sheet_by_index(0).to_python()
    assert rows == [
        ["编号", "金额", "占比"],
        ["007", 1250.5, 0.125],
        ["012", -3, "=1+1"],
    ]


def test_merged_cells_stay_merged():
    found = sheet(xlsx_of([Sheet("表", merged()[0])], merged()[1])).get_sheet_by_index(0)
    assert sorted(found.merged_cell_ranges or []) == [((0, 0), (1, 0)), ((0, 1), (0, 2))]
    assert found.to_python() == [["甲", "乙", ""], ["", "丙", "丁\n戊"]]


def test_csv_is_known_to_excel_as_utf_8():
    data = csv_of([merged()[0]], merged()[1])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == '甲,乙,\r\n,丙,"丁\n戊"\r\n'


def test_the_name_decides_on_the_format(tmp_path: Path):
    export_table(tmp_path / "表.CSV", table_of(TEXT), TEXT)
    export_table(tmp_path / "表.xlsx", table_of(TEXT), TEXT)
    assert (tmp_path / "表.CSV").read_bytes() == csv_of([table_of(TEXT)], TEXT)
    assert (tmp_path / "表.xlsx").read_bytes().startswith(b"PK")
    assert len([*tmp_path.iterdir()]) == 2


def test_what_excel_cannot_hold_is_told():
    text = "甲" * (LONGEST_CELL + 1)
    table = Table(TextRange(0, len(text)), (Cell(TextRange(0, len(text)), 0, 0),))
    with pytest.raises(UserError, match="32767"):
        xlsx_of([Sheet("表", table)], text)
    assert len(csv_of([table], text)) > LONGEST_CELL


def test_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(StorageError, match="无法写入"):
        export_table(tmp_path / "没有" / "表.csv", table_of(TEXT), TEXT)


def test_a_place_that_is_taken_leaves_nothing_behind(tmp_path: Path):
    (tmp_path / "表.csv").mkdir()
    with pytest.raises(StorageError):
        export_table(tmp_path / "表.csv", table_of(TEXT), TEXT)
    assert [one.name for one in tmp_path.iterdir()] == ["表.csv"]
