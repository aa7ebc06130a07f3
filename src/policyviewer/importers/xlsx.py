"""Excel workbooks: each sheet a title and a table."""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Extract
from policyviewer.importers.parts import Parts, zip_names
from policyviewer.importers.workbook_bounds import check_parts, check_stream
from policyviewer.importers.writing import TableCell, TextWriter

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM = "Workbook".encode("utf-16-le")
_BINARY = "xl/workbook.bin"
_MOST_ROWS = 20_000
_MOST_COLUMNS = 1_024
_MOST_CELLS = 400_000
"""Of all sheets: a table of 20,000 rows and 20 columns, which nobody reads as a document."""

Value = int | float | str | bool | time | date | datetime | timedelta
Merged = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell, each as row and column."""


class XlsxImporter:
    """Reads Excel workbooks, those of Excel 97 as well."""

    format = "xlsx"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are a workbook."""
        if data.startswith(_OLE):
            return _STREAM in data
        names = zip_names(data)
        return "xl/workbook.xml" in names or _BINARY in names

    def extract(self, data: bytes, name: str) -> Extract:
        """Give each sheet that is shown as a table; raises UnreadableDocumentError."""
        _check(data, name)
        try:
            return _extract(data)
        except Exception as error:
            raise _broken(name) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # Rust's, which is no Exception
                raise
            raise _broken(name) from error


def _check(data: bytes, name: str) -> None:
    """Refuse what would swell: the library itself has no limits."""
    if data.startswith(_OLE):
        check_stream(data, name)
        return
    parts = Parts(data, name)
    if _BINARY in parts.names:
        raise UnreadableDocumentError(
            f"“{name}”是二进制工作簿（.xlsb），不能读。",
            "请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。",
        )
    check_parts(parts, name)


def _broken(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"“{name}”已经损坏，或加了密码，打不开。",
        "请用 Excel 或 WPS 打开它，去掉密码另存为 .xlsx 后再导入。",
    )


def _extract(data: bytes) -> Extract:
    from python_calamine import CalamineWorkbook

    writer = TextWriter()
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        shown = _shown_sheets(book)
        hidden = len(book.sheets_metadata) - len(shown)
        _write(writer, book, shown)
    if hidden:
        writer.notice("hidden-sheets", f"有 {hidden} 张隐藏的工作表，没有读入。")
    return writer.extract()


def _shown_sheets(book: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        one.name
        for one in book.sheets_metadata
        if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
    ]


def _write(writer: TextWriter, book: CalamineWorkbook, titles: Sequence[str]) -> None:
    left = _MOST_CELLS
    skipped = 0
    for title in titles:
        sheet = book.get_sheet_by_name(title)
        most = min(_MOST_ROWS, left // max(1, sheet.width))
        if sheet.height and not most:
            skipped += 1
            continue
        rows = _rows(sheet, most)
        _tell_what_is_cut(writer, sheet, title, most)
        if not rows:
            continue
        left -= min(most, sheet.height) * sheet.width
        if len(titles) > 1:
            writer.paragraph(title)
        heading = _heading(rows)
        for line in rows[:heading]:
            writer.paragraph(next(cell.text for cell in line if cell.text))
        writer.table(rows[heading:])
    if skipped:
        writer.notice("cut", f"表格太大，有 {skipped} 张工作表没有读入。")


def _tell_what_is_cut(writer: TextWriter, sheet: CalamineSheet, title: str, most: int) -> None:
    if sheet.height > most:
        writer.notice("cut", f"工作表“{title}”有 {sheet.height} 行，只读入了前 {most} 行。")
    if sheet.width > _MOST_COLUMNS:
        told = f"工作表“{title}”有 {sheet.width} 列，只读入了前 {_MOST_COLUMNS} 列。"
        writer.notice("cut", told)


def _rows(sheet: CalamineSheet, most: int) -> list[list[TableCell]]:
    """Give the cells of a sheet's rows, up to so many, without those that are blank."""
    top, left = sheet.start or (0, 0)
    values: list[list[Value]] = sheet.to_python(skip_empty_area=True, nrows=most)
    texts = [
        ["" if value == "" else shown(value) for value in row[:_MOST_COLUMNS]] for row in values
    ]
    merged = [
        ((first[0] - top, first[1] - left), (last[0] - top, last[1] - left))
        for first, last in sheet.merged_cell_ranges or []
    ]
    return list(_table(texts, merged))


def _table(texts: list[list[str]], merged: Sequence[Merged]) -> Iterator[list[TableCell]]:
    """Give the cells of each row that has words; what a merged cell covers is absent."""
    kept = [number for number, row in enumerate(texts) if any(row)]
    width = max((at + 1 for row in texts for at, text in enumerate(row) if text), default=0)
    merges = _Merges(texts, kept, width, merged)
    for number in kept:
        yield [
            TableCell(text, *merges.spans.get((number, column), (1, 1)))
            for column, text in enumerate(texts[number][:width])
            if (number, column) not in merges.covered
        ]


class _Merges:
    """Merged cells on the rows that are kept: what each spans, and the cells that it covers."""

    def __init__(
        self, texts: list[list[str]], kept: list[int], width: int, merged: Sequence[Merged]
    ) -> None:
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}
        self.covered: set[tuple[int, int]] = set()
        budget = _MOST_CELLS
        for (top, left), (bottom, right) in merged:
            begins = 0 <= top < len(texts) and 0 <= left < width
            if not begins or not texts[top][left] or (top, left) in self.covered:
                continue
            rows = kept[bisect_left(kept, top) : bisect_right(kept, bottom)]
            columns = range(left, max(left + 1, min(right + 1, width)))
            budget -= len(rows) * len(columns)
            if budget < 0:  # so many only when they lie over each other
                break
            self.spans[top, left] = len(rows), len(columns)
            self.covered.update((row, column) for row in rows for column in columns)
            self.covered.discard((top, left))


def _heading(rows: list[list[TableCell]]) -> int:
    """Give how many of the first rows are titles over the table: a single cell with words."""
    count = 0
    for row in rows[:3]:
        filled = [cell for cell in row if cell.text]
        if len(filled) != 1 or (len(row) == 1 and row[0].columns == 1):
            break
        count += 1
    return count if len(rows) > count + 1 else 0


def shown(value: Value) -> str:
    """Give a cell's value as a reader expects it: no .0 behind whole numbers, dates as ISO."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.12g}"
    if isinstance(value, datetime):
        plain = value.time() == time(0)
        return value.date().isoformat() if plain else value.isoformat(" ", "minutes")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return str(value).strip()
