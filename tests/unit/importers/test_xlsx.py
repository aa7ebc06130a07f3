from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, timedelta

import pytest
from xlsx_writer import sheet, workbook

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.xlsx import XlsxImporter, shown


def read(data: bytes):
    return XlsxImporter().extract(data, "一.xlsx")


TABLE = [["序号", "名称", "万元"], [1, "石桥", 0.15], [2, "土路", 3]]


def test_a_sheet_is_a_table():
    extract = read(workbook({"表": sheet(TABLE)}))
    assert extract.text == "序号\t名称\t万元\n1\t石桥\t0.15\n2\t土路\t3"
    (table,) = extract.tables
    assert len(table.cells) == 9


def test_it_takes_workbooks_only():
    assert XlsxImporter().takes(workbook({"表": sheet(TABLE)}))
    assert not XlsxImporter().takes(b"PK\x03\x04 nothing")
    assert XlsxImporter().takes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")
    )


def test_several_sheets_have_their_names_and_hidden_ones_are_told():
    book = workbook(
        {"补助": sheet(TABLE), "名单": sheet(TABLE[:2]), "空": sheet([]), "底稿": sheet(TABLE)},
        hidden=["底稿"],
    )
    extract = read(book)
    assert [line for line in extract.text.split("\n") if "\t" not in line] == ["补助", "名单"]
    assert len(extract.tables) == 2
    assert [one.code for one in extract.notices] == ["hidden-sheets"]


def test_merged_cells_span_and_a_title_over_the_table_is_a_line():
    rows = [["补助标准表", "", ""], ["序号", "名称", "万元"], [1, "石桥", 2], [2, "", 3]]
    extract = read(workbook({"表": sheet(rows, ["A1:C1", "B3:B4"])}))
    assert extract.text.split("\n") == ["补助标准表", "序号\t名称\t万元", "1\t石桥\t2", "2\t3"]
    (table,) = extract.tables
    bridge = next(one for one in table.cells if one.span.of(extract.text) == "石桥")
    assert (bridge.row, bridge.column, bridge.rows, bridge.columns) == (1, 1, 2, 1)
    last = table.cells[-1]
    assert (last.row, last.column) == (2, 2)


def test_too_many_rows_are_cut_which_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("policyviewer.importers.xlsx._MOST_ROWS", 10)
    extract = read(workbook({"表": sheet([[n, "桥"] for n in range(30)])}))
    assert len(extract.text.split("\n")) == 10
    assert "只读入了前 10 行" in extract.notices[0].message


def test_too_many_columns_are_cut_which_is_told():
    """A damaged number of a column makes a row of thousands of blank cells."""
    content = sheet([["序号", "名称"], [1, "石桥"]]).replace('r="B2"', 'r="XFD2"')
    extract = read(workbook({"表": content}))
    assert extract.text == "序号\t名称\n1\t"
    assert "有 16384 列，只读入了前 1024 列" in extract.notices[0].message


def test_a_table_may_begin_anywhere():
    content = sheet([["序号", "名称"], [1, "石桥"]], ["D7:E7"])
    for before, after in (("A1", "D7"), ("B1", "E7"), ("A2", "D8"), ("B2", "E8")):
        content = content.replace(f'r="{before}"', f'r="{after}"')
    content = content.replace('<row r="1">', '<row r="7">').replace('<row r="2">', '<row r="8">')
    extract = read(workbook({"表": content}))
    assert extract.text == "序号\n1\t石桥"
    assert (extract.tables[0].cells[0].columns, extract.tables[0].cells[1].column) == (2, 0)


def test_blank_rows_are_left_out_and_what_is_merged_across_them_stays_merged():
    rows = [["序号", "名称"], [1, "石桥"], ["", ""], ["", "土路"], [3, "水渠"]]
    extract = read(workbook({"表": sheet(rows, ["A2:A4"])}))
    assert extract.text == "序号\t名称\n1\t石桥\n土路\n3\t水渠"
    one = next(cell for cell in extract.tables[0].cells if cell.span.of(extract.text) == "1")
    assert (one.row, one.rows) == (1, 2)


def test_merged_cells_that_lie_over_each_other_are_read_in_time():
    rows = [["石桥"] * 20] * 3
    extract = read(workbook({"表": sheet(rows, ["A1:T3", *["A1:XFD1048576"] * 20_000])}))
    assert extract.text == "石桥"


def test_sheets_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("policyviewer.importers.xlsx._MOST_CELLS", 10)
    extract = read(workbook({f"表{n}": sheet(TABLE) for n in range(9)}))
    assert [one.message for one in extract.notices] == ["表格太大，有 8 张工作表没有读入。"]


def test_a_binary_workbook_is_refused_with_the_way_out():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("xl/workbook.bin", b"x")
    assert XlsxImporter().takes(stream.getvalue())
    with pytest.raises(UnreadableDocumentError, match=r"\.xlsb"):
        read(stream.getvalue())


def test_a_panic_of_the_library_is_a_refusal(monkeypatch: pytest.MonkeyPatch):
    class PanicException(BaseException):  # the name that PyO3 gives it
        pass

    def panic(*_args: object) -> None:
        raise PanicException

    monkeypatch.setattr("policyviewer.importers.xlsx._write", panic)
    with pytest.raises(UnreadableDocumentError, match="损坏"):
        read(workbook({"表": sheet(TABLE)}))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3.0, "3"),
        (0.15, "0.15"),
        (1 / 3, "0.333333333333"),
        (1e20, "1e+20"),
        (True, "是"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2), "2026-01-02"),  # noqa: DTZ001  # Excel knows no zones
        (datetime(2026, 1, 2, 8, 30), "2026-01-02 08:30"),  # noqa: DTZ001
        (timedelta(hours=2), "2:00:00"),
        (timedelta(days=1, minutes=5, seconds=7), "24:05:07"),
        (" 石桥 ", "石桥"),
    ],
)
def test_values_are_shown_as_a_reader_expects(value, words: str):
    assert shown(value) == words


def test_a_broken_workbook_is_refused():
    whole = workbook({"表": sheet(TABLE)})
    broken = workbook({"表": "<worksheet><sheetData><row"})
    for data in (whole[:200], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600):
        with pytest.raises(UnreadableDocumentError):
            read(data)
    with pytest.raises(UnreadableDocumentError):
        read(broken)


def test_a_bomb_is_refused():
    stream = io.BytesIO(workbook({"表": sheet(TABLE)}))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/sharedStrings.xml", b" " * (70 << 20))
    with pytest.raises(UnreadableDocumentError, match="过大"):
        read(stream.getvalue())
