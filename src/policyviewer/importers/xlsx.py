"""Excel workbooks: each sheet a title and a table."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Extract
from policyviewer.importers.parts import Parts, zip_names
from policyviewer.importers.writing import TableCell, TextWriter

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM = "Workbook".encode("utf-16-le")
_MOST_ROWS = 20_000
_MOST_CELLS = 400_000
"""Of all sheets: a table of 20,000 rows and 20 columns, which nobody reads as a document."""

Value = int | float | str | bool | time | date | datetime | timedelta


class XlsxImporter:
    """Reads Excel workbooks, those of Excel 97 as well."""

    format = "xlsx"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are a workbook."""
        if data.startswith(_OLE):
            return _STREAM in data
        names = zip_names(data)
        return "xl/workbook.xml" in names or "xl/workbook.bin" in names

    def extract(self, data: bytes, name: str) -> Extract:
        """Give each sheet that is shown as a table; raises UnreadableDocumentError."""
        from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

        if not data.startswith(_OLE):
            _check_size(data, name)
        writer = TextWriter()
        try:
            with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
                shown = [
                    one.name
                    for one in book.sheets_metadata
                    if one.visible == SheetVisibleEnum.Visible
                ]
                _write(writer, [(title, book.get_sheet_by_name(title)) for title in shown])
                hidden = len(book.sheets_metadata) - len(shown)
        except (CalamineError, ValueError, OverflowError, OSError) as error:
            raise UnreadableDocumentError(
                f"“{name}”已经损坏，或加了密码，打不开。",
                "请用 Excel 或 WPS 打开它，去掉密码另存为 .xlsx 后再导入。",
            ) from error
        if hidden:
            writer.notice("hidden-sheets", f"有 {hidden} 张隐藏的工作表，没有读入。")
        return writer.extract()


def _check_size(data: bytes, name: str) -> None:
    """Refuse what would swell: the library itself has no limits."""
    parts = Parts(data, name)
    for part in parts.names:
        if part.endswith((".xml", ".bin")):
            parts.read(part)


def _write(writer: TextWriter, sheets: list[tuple[str, CalamineSheet]]) -> None:
    left = _MOST_CELLS
    for title, sheet in sheets:
        rows = sheet.to_python(skip_empty_area=False)
        if not any(cell != "" for row in rows for cell in row):
            continue
        if len(sheets) > 1:
            writer.paragraph(title)
        width = max(map(len, rows))
        most = min(_MOST_ROWS, left // max(1, width))
        if len(rows) > most:
            writer.notice("cut", f"工作表“{title}”有 {len(rows)} 行，只读入了前 {most} 行。")
        table = list(_table(rows[:most], sheet.merged_cell_ranges or []))
        left -= most * width
        heading = _heading(table)
        for line in table[:heading]:
            writer.paragraph(next(cell.text for cell in line if cell.text))
        writer.table(table[heading:])


def _table(
    rows: list[list[Value]], merged: list[tuple[tuple[int, int], tuple[int, int]]]
) -> Iterator[list[TableCell]]:
    """Give the cells of each row; what a merged cell covers is absent, blank rows are left out."""
    spans = dict(merged)
    covered = {
        (row, column)
        for (top, left), (bottom, right) in merged
        if (bottom - top + 1) * (right - left + 1) <= _MOST_CELLS
        for row in range(top, min(bottom, len(rows)) + 1)
        for column in range(left, min(right, 16_384) + 1)
        if (row, column) != (top, left)
    }
    last = max((at for row in rows for at, value in enumerate(row) if value != ""), default=0)
    last = max([last, *(right for (_start, (_bottom, right)) in merged)])
    for number, row in enumerate(rows):
        cells = []
        for column, value in enumerate(row[: last + 1]):
            if (number, column) in covered:
                continue
            bottom, right = spans.get((number, column), (number, column))
            text = shown(value)
            cells.append(TableCell(text, bottom - number + 1, right - column + 1))
        if any(cell.text for cell in cells) or (number, 0) in covered:
            yield cells


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
    return str(value).strip()
