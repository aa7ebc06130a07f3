"""A comparison as a Word document: a table on landscape pages, its head on each of them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from policyviewer.app.synopsis_cells import Mark, Paragraph, Run
from policyviewer.app.synopsis_sheet import LEGEND, Sheet
from policyviewer.app.word_files import (
    add_page_number,
    new_document,
    printable,
    repeat_row,
    set_font,
    shade,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_WIDTHS = (106, 106, 41)
"""Of the columns, in millimetres: together what an A4 page on its side has between its margins."""
_MARGIN = 22
_SIZE, _HEAD_SIZE = 10.5, 11
_GAP = 1.5
"""Points between two paragraphs."""
_INDENT = 2
"""Characters by which the first line of a paragraph is indented."""


def word_of(sheet: Sheet) -> bytes:
    """Give the document as the bytes of a .docx file."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    made = new_document()
    _lay_out(made)
    title = made.add_heading(printable(sheet.title), level=1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = Pt(0)
    for words in (*sheet.remarks, LEGEND):
        _add_run(_tight(made.add_paragraph()), Run(words, Mark.REMARK))
    table = _table(made, sheet)
    for line, (_row, old, new, remark) in zip(table.rows[1:], sheet.rows, strict=True):
        cells = line.cells
        _fill(cells[0], old)
        _fill(cells[1], new)
        _fill(cells[2], [(Run(remark, Mark.KEPT),)], indent=0)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _lay_out(made: WordDocument) -> None:
    """Turn the page on its side, and number it."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_page_number(foot)
    for run in foot.runs:
        run.font.size = Pt(_SIZE)


def _table(made: WordDocument, sheet: Sheet) -> Table:
    """Give a table with its head, which is repeated on every page."""
    from docx.shared import Mm, Pt

    table: Table = made.add_table(rows=1 + len(sheet.rows), cols=len(_WIDTHS))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    head = table.rows[0]
    for cell, words, width in zip(head.cells, sheet.headings, _WIDTHS, strict=True):
        cell.width = Mm(width)
        run = _tight(cell.paragraphs[0]).add_run(printable(words))
        run.bold, run.font.size = True, Pt(_HEAD_SIZE)
        set_font(run, "黑体")
        shade(cell, "E8EEF7")
    repeat_row(head)
    return table


def _fill(cell: _Cell, paragraphs: Sequence[Paragraph], *, indent: int = _INDENT) -> None:
    from docx.shared import Pt

    for number, told in enumerate(paragraphs):
        paragraph = _tight(cell.add_paragraph() if number else cell.paragraphs[0])
        paragraph.paragraph_format.first_line_indent = Pt(_SIZE * indent)
        for run in told:
            _add_run(paragraph, run)


def _add_run(paragraph: WordParagraph, run: Run) -> None:
    from docx.shared import Pt, RGBColor

    added = paragraph.add_run(printable(run.text))
    added.font.size = Pt(_SIZE)
    if run.mark is Mark.REMOVED:
        added.font.strike, added.font.color.rgb = True, RGBColor(0xA0, 0x1C, 0x14)
    elif run.mark is Mark.ADDED:
        added.bold, added.underline = True, True
        added.font.color.rgb = RGBColor(0x0B, 0x5A, 0x28)
    elif run.mark is Mark.NUMBER:
        added.bold = True
        set_font(added, "黑体")
    elif run.mark is Mark.REMARK:
        added.font.color.rgb = RGBColor(0x5F, 0x64, 0x6B)


def _tight(paragraph: WordParagraph) -> WordParagraph:
    """Give a paragraph as it is set in a table: little room before and behind."""
    from docx.shared import Pt

    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(_GAP)
    form.line_spacing = 1.2
    return paragraph
