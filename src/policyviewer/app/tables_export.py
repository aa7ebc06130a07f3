"""Tables of a document as a workbook or as comma-separated values."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policyviewer.domain.citations import citation
from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.provisions import provision_at, provisions
from policyviewer.domain.tables import Table

_NAME = 31
"""Characters that Excel allows for the name of a sheet."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table with the provision that it stands in and how that is cited."""

    table: Table
    provision: str
    citation: str

    def rows(self, text: str) -> list[list[str]]:
        """Give the cells' words row by row; what a merged cell covers is empty."""
        cells = self.table.cells
        width = max((cell.column + cell.columns for cell in cells), default=0)
        rows = [[""] * width for _ in range(max((cell.row + 1 for cell in cells), default=0))]
        for cell in cells:
            rows[cell.row][cell.column] = words_of(text, cell.span.start, cell.span.end)
        return rows


def tables_of(outline: Outline) -> list[FoundTable]:
    """Give the tables of a document in reading order."""
    tiles = provisions(outline)
    found = []
    for table in outline.tables:
        name = provision_at(tiles, table.span.start).id
        found.append(FoundTable(table, name, citation(outline, name)))
    return found


def export_tables(outline: Outline, out: Path) -> int:
    """Write all tables of a document and give their number; the file's name says the format.

    Raises UserError when there are none or the format is unknown, and StorageError when the
    file cannot be written.
    """
    tables = tables_of(outline)
    if not tables:
        raise UserError("这份文件里没有表格。", "可以打开别的文件再试。")
    writers = {".xlsx": _write_workbook, ".csv": _write_values}
    write = writers.get(out.suffix.lower())
    if write is None:
        raise UserError(f"不认识“{out.suffix}”这种格式。", "文件名请以 .xlsx 或 .csv 结尾。")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        write(outline.text, tables, out)
    except OSError as error:
        raise StorageError(
            f"不能写入“{out}”。", "请检查文件是否正在别的程序里打开、有没有写入权限。"
        ) from error
    return len(tables)


def _write_workbook(text: str, tables: Sequence[FoundTable], out: Path) -> None:
    """Write a sheet a table: merged cells merged, the source below."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(out), {"strings_to_formulas": False, "strings_to_urls": False})
    ruled = {"border": 1, "text_wrap": True, "valign": "vcenter"}
    head = book.add_format({**ruled, "bold": True, "align": "center"})
    body = book.add_format(ruled)
    for number, one in enumerate(tables, start=1):
        sheet = book.add_worksheet(_sheet_name(number, one))
        for cell in one.table.cells:
            words = words_of(text, cell.span.start, cell.span.end)
            form = head if cell.row == 0 else body
            if cell.rows > 1 or cell.columns > 1:
                last = cell.row + cell.rows - 1, cell.column + cell.columns - 1
                sheet.merge_range(cell.row, cell.column, *last, "", form)
            if _NUMBER.fullmatch(words):
                sheet.write_number(cell.row, cell.column, float(words), form)
            else:
                sheet.write_string(cell.row, cell.column, words, form)
        rows = one.rows(text)
        for column, width in enumerate(_widths(rows)):
            sheet.set_column(column, column, width)
        sheet.write_string(len(rows) + 1, 0, f"出处：{one.citation}")
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _write_values(text: str, tables: Sequence[FoundTable], out: Path) -> None:
    """Write all tables one below the other; the mark at the beginning is for Excel."""
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for number, one in enumerate(tables):
            if number:
                writer.writerow([])
            writer.writerows([_safe(words) for words in row] for row in one.rows(text))


def _safe(words: str) -> str:
    """Give words that Excel takes for no formula."""
    return (
        f"'{words}" if words.startswith(("=", "+", "@")) and not _NUMBER.fullmatch(words) else words
    )


def words_of(text: str, start: int, end: int) -> str:
    """Give the words of a cell, its paragraphs on lines of their own."""
    return text[start:end].strip().replace("\u2028", "\n")


def _sheet_name(number: int, one: FoundTable) -> str:
    plain = _NOT_IN_NAMES.sub("", one.citation.rpartition("》")[2]).strip()
    return f"表{number} {plain}"[:_NAME].strip()


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Give the columns' widths in Latin characters, two for a Chinese one."""
    columns = zip(*rows, strict=True)
    return [min(_WIDEST, max(8, *(_width(words) for words in column)) + 2) for column in columns]


def _width(words: str) -> int:
    return max(sum(2 if ord(sign) > 0x2E7F else 1 for sign in line) for line in words.split("\n"))
