"""Tables as files for a spreadsheet: Excel's .xlsx, with merged cells, and .csv."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.patterns import regex
from policyviewer.domain.tables import LINE_END, Cell, Table

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""Characters in a cell of Excel's, by its specification."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Rows and columns of a sheet of Excel's, by its specification."""
_NUMBER = regex(r"-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,13})(?:\.\d{1,6})?%?")
_WIDEST = 60
_NARROWEST = 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a sheet of a workbook; ``source`` is told below it."""

    name: str
    table: Table
    source: str = ""


def export_table(path: Path, table: Table, text: str) -> None:
    """Write a table into a file, as ``export_sheets`` does."""
    export_sheets(path, [Sheet("表格", table)], text)


def export_sheets(path: Path, sheets: Sequence[Sheet], text: str) -> None:
    """Write tables into a file, as .csv one below the other if it is called so, else as .xlsx.

    Raises UserError for what Excel cannot hold and StorageError when the file cannot be written.
    """
    if path.suffix.lower() == ".csv":
        data = csv_of([one.table for one in sheets], text)
    else:
        data = xlsx_of(sheets, text)
    put(path, data)


def put(path: Path, data: bytes) -> None:
    """Write a file whole, in the place of one that is there; raises StorageError."""
    written = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        written.write_bytes(data)
        written.replace(path)
    except OSError as error:
        with suppress(OSError):
            written.unlink(missing_ok=True)
        hint = "请关掉正在使用它的程序，或换一个位置。"
        raise StorageError(f"无法写入“{path}”。", hint) from error


def rows_of(table: Table, text: str) -> list[list[str]]:
    """Give the cells' words row by row; what a merged cell covers is empty."""
    rows: list[list[str]] = [[""] * _columns(table) for _ in range(_rows(table))]
    for cell in table.cells:
        rows[cell.row][cell.column] = _words(cell, text)
    return rows


def csv_of(tables: Sequence[Table], text: str) -> bytes:
    """Give tables as CSV in UTF-8, with the mark by which Excel knows it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    for number, table in enumerate(tables):
        writer.writerows([[]] if number else [])
        writer.writerows([_no_formula(words) for words in row] for row in rows_of(table, text))
    return written.getvalue().encode("utf-8-sig", "replace")


def _no_formula(words: str) -> str:
    """Give words that a spreadsheet does not take for something to be computed."""
    return f"'{words}" if words.startswith(("=", "+", "@")) else words


def xlsx_of(sheets: Sequence[Sheet], text: str) -> bytes:
    """Give tables as an Excel workbook: numbers as numbers, merged cells merged.

    Raises UserError when a table has more than Excel can hold.
    """
    import xlsxwriter

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    for one in sheets:
        _check(one.table)
        sheet = book.add_worksheet(one.name)
        _write(book, sheet, one.table, text)
        if one.source:
            sheet.write_string(_rows(one.table) + 1, 0, f"出处：{one.source}")
    book.close()
    return written.getvalue()


def _write(book: Workbook, sheet: Worksheet, table: Table, text: str) -> None:
    look = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "宋体"}
    looks = {form: book.add_format({**look, "num_format": form}) for form in _forms(table, text)}
    for cell in table.cells:
        value, form = _value(_words(cell, text))
        if cell.rows > 1 or cell.columns > 1:
            end = (cell.row + cell.rows - 1, cell.column + cell.columns - 1)
            sheet.merge_range(cell.row, cell.column, *end, "", looks[form])
        if isinstance(value, float):
            sheet.write_number(cell.row, cell.column, value, looks[form])
        else:
            sheet.write_string(cell.row, cell.column, value, looks[form])
    for column, width in enumerate(_widths(table, text)):
        sheet.set_column(column, column, width)


def _check(table: Table) -> None:
    hint = "请改存为 .csv 文件。"
    if max((cell.span.length for cell in table.cells), default=0) > LONGEST_CELL:
        raise UserError("表格里有一格的字数超过了 Excel 的上限（32767 字）。", hint)
    if _rows(table) > MOST_ROWS or _columns(table) > MOST_COLUMNS:
        raise UserError("表格的行列数超过了 Excel 的上限。", hint)


def _rows(table: Table) -> int:
    return max((cell.row + cell.rows for cell in table.cells), default=0)


def _columns(table: Table) -> int:
    return max((cell.column + cell.columns for cell in table.cells), default=0)


def _words(cell: Cell, text: str) -> str:
    return cell.span.of(text).strip().replace(LINE_END, "\n")


def _forms(table: Table, text: str) -> set[str]:
    return {_value(_words(cell, text))[1] for cell in table.cells}


def _value(words: str) -> tuple[str | float, str]:
    """Give what stands in a cell and the format that shows it as printed.

    Codes with zeros before them and numbers too long to be exact stay words.
    """
    if not _NUMBER.fullmatch(words):
        return words, "@"
    part = words.removesuffix("%")
    decimals = len(part.partition(".")[2])
    form = ("#,##0" if "," in part else "0") + ("." + "0" * decimals if decimals else "")
    number = float(part.replace(",", ""))
    return (number / 100, form + "%") if words.endswith("%") else (number, form)


def _widths(table: Table, text: str) -> list[int]:
    """Give how wide the columns are, in half-width characters."""
    found = [_NARROWEST] * _columns(table)
    for cell in table.cells:
        if cell.columns == 1:
            lines = _words(cell, text).split("\n")
            longest = max(len(one) + sum(not sign.isascii() for sign in one) for one in lines)
            found[cell.column] = min(_WIDEST, max(found[cell.column], longest + 2))
    return found
