"""A comparison as an Excel workbook that can be printed as it is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from policyviewer.app.exporting import LONGEST_CELL
from policyviewer.app.synopsis_cells import Mark, Paragraph
from policyviewer.app.synopsis_sheet import LEGEND, Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (58, 58, 26)
"""Of the columns, in half-width characters."""
_A4 = 9


def workbook_of(sheet: Sheet) -> bytes:
    """Give the workbook; of a cell that is too long for Excel, what it can hold."""
    import xlsxwriter

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet("对照表")
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "bg_color": "#E8EEF7"})
    page.write_string(0, 0, sheet.title, book.add_format({"bold": True, "font_size": 16}))
    for row, words in enumerate((*sheet.remarks, LEGEND), start=1):
        page.write_string(row, 0, words)
    top = len(sheet.remarks) + 2
    for column, (words, width) in enumerate(zip(sheet.headings, _WIDTHS, strict=True)):
        page.set_column(column, column, width)
        page.write_string(top, column, words, head)
    looks = _looks(book)
    for row, (_row, old, new, remark) in enumerate(sheet.rows, start=top + 1):
        for column, paragraphs in enumerate((old, new)):
            _write(page, (row, column), _rich(paragraphs, looks), cell)
        page.write_string(row, 2, remark, cell)
    page.freeze_panes(top + 1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.set_footer("&C— &P —")
    book.close()
    return written.getvalue()


def _looks(book: Workbook) -> dict[Mark, Format]:
    return {
        Mark.REMOVED: book.add_format({"font_strikeout": True, "font_color": "#A01C14"}),
        Mark.ADDED: book.add_format({"bold": True, "underline": 1, "font_color": "#0B5A28"}),
        Mark.NUMBER: book.add_format({"bold": True}),
        Mark.REMARK: book.add_format({"font_color": "#5F646B"}),
    }


def _rich(paragraphs: Sequence[Paragraph], looks: dict[Mark, Format]) -> list[object]:
    """Give words and their looks as Excel takes them, no longer than it takes."""
    told: list[object] = []
    room = LONGEST_CELL
    for number, paragraph in enumerate(paragraphs):
        for at, run in enumerate(paragraph):
            words = ("\n" if number and not at else "") + run.text
            words, room = words[:room], room - len(words[:room])
            if words:
                told += (looks[run.mark], words) if run.mark in looks else (words,)
    return told


def _write(page: Worksheet, place: tuple[int, int], told: list[object], cell: Format) -> None:
    """Write words into a cell: Excel wants several pieces of rich text, or none."""
    pieces = [one for one in told if isinstance(one, str)]
    if len(told) > 2 and len(pieces) > 1:
        page.write_rich_string(*place, *told, cell)
    else:
        page.write_string(*place, "".join(pieces), cell)
