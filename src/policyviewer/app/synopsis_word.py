"""A comparison as a Word document: a table on landscape pages, its head on each of them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyviewer.app.synopsis_cells import Mark, Paragraph
from policyviewer.app.synopsis_sheet import LEGEND, Sheet
from policyviewer.app.word_files import (
    add_page_number,
    keep_whole,
    new_document,
    printable,
    put_style,
    repeat_row,
    set_font,
    shade,
)
from policyviewer.domain.correspondence import DIVISIONS

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.table import Table, _Cell

_WIDTHS = (106, 106, 41)
"""Of the columns, in millimetres: together what an A4 page on its side has between its margins."""
_MARGIN = 22
_SIZE = 10.5
_GAP = 1.5
"""Points between two paragraphs."""
_SHORT = 220
"""Characters up to which a row stands on one page: longer ones would leave half of it empty."""
_INDENT = 2
"""Characters by which the first line of a paragraph is indented."""
_RED, _GREEN, _GREY = "A01C14", "0B5A28", "5F646B"
_HEAD_GROUND = "E8EEF7"


@dataclass(frozen=True, slots=True)
class _Styles:
    """The styles of a table: whoever opens it in Word can change each for all places."""

    words: ParagraphStyle
    line: ParagraphStyle
    """As ``words``, without the indent of the first line."""
    marks: Mapping[Mark, CharacterStyle]


def word_of(sheet: Sheet) -> bytes:
    """Give the document as the bytes of a .docx file."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    made = new_document()
    styles = _styles(made)
    _lay_out(made, styles)
    title = made.add_heading(printable(sheet.title), level=1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = Pt(0)
    for words in (*sheet.remarks, LEGEND):
        paragraph = made.add_paragraph(style=styles.line)
        paragraph.add_run(printable(words), styles.marks[Mark.REMARK])
    table = _table(made, sheet, styles)
    for line, (row, old, new, remark) in zip(table.rows[1:], sheet.rows, strict=True):
        for cell, paragraphs in zip(line.cells, (old, new), strict=False):
            _fill(cell, paragraphs, styles)
        if max(map(_length, (old, new))) <= _SHORT:
            keep_whole(line)
        last = line.cells[-1].paragraphs[0]
        put_style(last, styles.line)
        last.add_run(printable(remark))
        if all(unit.cls in DIVISIONS for unit in (*row.old, *row.new)):
            for paragraph in (one for cell in line.cells for one in cell.paragraphs):
                paragraph.paragraph_format.keep_with_next = True
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _length(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(run.text) for paragraph in paragraphs for run in paragraph)


def _styles(made: WordDocument) -> _Styles:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    def paragraph(name: str, indent: int) -> ParagraphStyle:
        style: ParagraphStyle = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = made.styles["Normal"]
        style.font.size = Pt(_SIZE)
        form = style.paragraph_format
        form.space_before = form.space_after = Pt(_GAP)
        form.line_spacing = 1.2
        form.first_line_indent = Pt(_SIZE * indent)
        return style

    marks: dict[Mark, CharacterStyle] = {}
    for mark, name, colour in _MARKS:
        style: CharacterStyle = made.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.strike = mark is Mark.REMOVED or None
        style.font.underline = mark is Mark.ADDED or None
        style.font.bold = mark in {Mark.ADDED, Mark.NUMBER} or None
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)
        marks[mark] = style
    set_font(marks[Mark.NUMBER], "黑体")
    return _Styles(paragraph("对照条文", _INDENT), paragraph("对照说明", 0), marks)


_MARKS = (
    (Mark.REMOVED, "删去的文字", _RED),
    (Mark.ADDED, "新增的文字", _GREEN),
    (Mark.NUMBER, "条文序号", ""),
    (Mark.REMARK, "对照备注", _GREY),
)


def _lay_out(made: WordDocument, styles: _Styles) -> None:
    """Turn the page on its side, and number it."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    foot = section.footer.paragraphs[0]
    foot.style = styles.line
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_page_number(foot)


def _table(made: WordDocument, sheet: Sheet, styles: _Styles) -> Table:
    """Give a table with its head, which is repeated on every page."""
    from docx.shared import Mm

    table: Table = made.add_table(rows=1 + len(sheet.rows), cols=len(_WIDTHS))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    head = table.rows[0]
    for cell, words in zip(head.cells, sheet.headings, strict=True):
        cell.paragraphs[0].style = styles.line
        cell.paragraphs[0].add_run(printable(words), styles.marks[Mark.NUMBER])
        shade(cell, _HEAD_GROUND)
    repeat_row(head)
    return table


def _fill(cell: _Cell, paragraphs: Sequence[Paragraph], styles: _Styles) -> None:
    first = cell.paragraphs[0]
    for number, told in enumerate(paragraphs):
        paragraph = cell.add_paragraph() if number else first
        put_style(paragraph, styles.words)
        for run in told:
            put_style(paragraph.add_run(printable(run.text)), styles.marks.get(run.mark))
