"""A compilation as a Word document: real headings, a table of contents, pages as on our paper."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from policyviewer.app.word_files import (
    add_page_number,
    new_document,
    printable,
    repeat_row,
    set_font,
)
from policyviewer.domain.patterns import regex
from policyviewer.domain.tables import LINE_END
from policyviewer.ui.paper.compiled import CONTENTS, Manuscript, is_title
from policyviewer.ui.paper.measures import BODY_SIZE, NUMBER_SIZE, POINT
from policyviewer.ui.paper.paragraphs import Align, Paragraph, Part, PrintedTable, Style
from policyviewer.ui.paper.styles import (
    CONTENTS_HEADING,
    SOURCE,
    TITLE_SIZE,
)
from policyviewer.ui.paper.word_contents import Contents
from policyviewer.ui.reader.blocks import Face

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

FONTS = {
    Face.TITLE: "方正小标宋简体",
    Face.HEITI: "黑体",
    Face.KAITI: "楷体",
    Face.BODY: "仿宋",
}
LATIN = "Times New Roman"
_PITCH = 28.95
"""Points from one line to the next: Word leaves white below the last line, too."""
_CLOSER = -5
"""Twentieths of a point by which 28 characters of 16 points fit in a line."""
_MARGINS = (37, 35, 28, 26)
_FOOTER = 24
_BLANK = regex("(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_SOURCE_STYLE = "出处"
_HEADINGS = {1: (Face.TITLE, TITLE_SIZE), 2: (Face.HEITI, BODY_SIZE), 3: (Face.HEITI, BODY_SIZE)}


def word_of(made: Manuscript, pages: Mapping[int, int]) -> bytes:
    """Give a compilation as the bytes of a .docx file.

    ``pages`` are the numbers of the pages that the table of contents shows until Word counts
    them itself.
    """
    document = new_document()
    writer = _Writer(document, Contents(document))
    writer.set_up()
    writer.front(made)
    writer.contents.write(made.contents, pages)
    writer.body(made.body)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Writer:
    document: WordDocument
    contents: Contents

    def set_up(self) -> None:
        """Give the document its paper, its styles and the numbers of its pages."""
        section = self.document.sections[0]
        _lay_out(section)
        _set_styles(self.document)
        _number_pages(self.document, section)

    def front(self, made: Manuscript) -> None:
        """Write the title and the date."""
        *titles, day = made.front
        words = self.document.add_paragraph(style="Title")
        _align(words, titles[-1].style)
        _write_lines(words, [one.words for one in titles])
        self._paragraph(day)
        heading = self.document.add_paragraph(style="Normal")
        _align(heading, CONTENTS_HEADING)
        _run(heading, CONTENTS, Face.HEITI)

    def body(self, parts: Sequence[Part]) -> None:
        """Write the parts, from a new page on; the lines of a title are one heading."""
        lines: list[Paragraph] = []
        for number, part in enumerate(parts):
            if isinstance(part, Paragraph) and is_title(part):
                lines.append(part)
                if _goes_on(parts, number):
                    continue
            fresh = number + 1 == max(1, len(lines))
            if lines:
                self._title(lines, fresh=fresh)
                lines = []
            elif isinstance(part, PrintedTable):
                _table(self.document, part)
            else:
                self._paragraph(part, fresh=fresh)

    def _title(self, lines: Sequence[Paragraph], *, fresh: bool) -> None:
        words = self.document.add_paragraph(style=_style_of(lines[0]))
        _align(words, replace(lines[0].style, below=lines[-1].style.below))
        for one in _write_lines(words, [line.words for line in lines], Face.TITLE):
            one.font.size = _points(TITLE_SIZE)
        _begin_page(words, wanted=fresh or any(one.new_page for one in lines))
        self._mark(words, lines[0])

    def _paragraph(self, part: Paragraph, *, fresh: bool = False) -> None:
        words = self.document.add_paragraph(style=_style_of(part))
        _align(words, part.style)
        start, wide = 0, _BLANK.sub("\u3000", part.words)  # as wide as on our paper
        for end, face in part.faces:
            run = _run(words, wide[start:end], part.style.face or face)
            run.font.size = _points(part.style.size)
            start = end
        _begin_page(words, wanted=fresh or part.new_page)
        words.paragraph_format.keep_with_next = part.style.keeps or None
        self._mark(words, part)

    def _mark(self, words: WordParagraph, part: Paragraph) -> None:
        if part.entry is not None:
            self.contents.mark(words, part.entry)


def _goes_on(parts: Sequence[Part], number: int) -> bool:
    """Say whether a title has another line behind this one."""
    behind = parts[number + 1] if number + 1 < len(parts) else None
    return isinstance(behind, Paragraph) and is_title(behind) and behind.entry is None


def _style_of(part: Paragraph) -> str:
    """Give the style of a paragraph: what the table of contents lists is of the first two levels,
    what lies in it of the third.
    """
    if part.style == SOURCE:
        return _SOURCE_STYLE
    if part.entry is not None:
        return f"Heading {part.level + 1}"
    return "Heading 3" if is_title(part) or (part.bookmark and part.style.keeps) else "Normal"


def _lay_out(section: Section) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = map(Mm, _MARGINS)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right
    section.footer_distance = Mm(_FOOTER)


def _set_styles(document: WordDocument) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    normal = document.styles["Normal"]
    normal.font.size = Pt(BODY_SIZE)
    _set_fonts(normal, Face.BODY)
    closer = OxmlElement("w:spacing")
    closer.set(qn("w:val"), str(_CLOSER))
    normal.element.get_or_add_rPr().append(closer)
    _space(normal.paragraph_format)
    normal.paragraph_format.widow_control = False  # 22 lines stand on every page
    title = document.styles["Title"]
    styles: list[tuple[Any, Face, float]] = [(title, Face.TITLE, TITLE_SIZE)]
    styles += [(document.styles[f"Heading {n}"], *look) for n, look in _HEADINGS.items()]
    source = document.styles.add_style(_SOURCE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    styles.append((source, Face.KAITI, SOURCE.size))
    for style, face, size in styles:
        _set_fonts(style, face)
        style.font.size, style.font.bold = Pt(size), False
        style.font.color.rgb = RGBColor(0, 0, 0)
        _space(style.paragraph_format)
    title.paragraph_format.alignment = 1
    for border in title.element.xpath(".//w:pBdr"):  # Word's own title has a line below it
        border.getparent().remove(border)
    source.paragraph_format.line_spacing = Pt(0.75 * _PITCH)
    source.paragraph_format.space_before = Pt(1.25 * _PITCH)  # our rows are whole ones
    source.paragraph_format.space_after = Pt(_PITCH)


def _set_fonts(style: Any, face: Face) -> None:  # noqa: ANN401  # any style with a font
    set_font(style, FONTS[face])
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):  # a theme's fonts would go before ours
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi"):
        fonts.set(qn(name), LATIN)


def _space(form: Any) -> None:  # noqa: ANN401  # a paragraph's or a style's
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_PITCH)


def _number_pages(document: WordDocument, section: Section) -> None:
    """Put page numbers at the bottom: odd ones at the right, even ones at the left."""
    document.settings.odd_and_even_pages_header_footer = True
    for footer, align in ((section.footer, Align.RIGHT), (section.even_page_footer, Align.LEFT)):
        words = footer.paragraphs[0]
        add_page_number(words)
        side = NUMBER_SIZE / BODY_SIZE
        right = align is Align.RIGHT
        style = Style(indent=0, align=align, left=0 if right else side, right=side if right else 0)
        _align(words, style)
        for run in words.runs:
            run.font.size = _points(NUMBER_SIZE)


def _align(words: WordParagraph, style: Style) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    form, em = words.paragraph_format, BODY_SIZE
    form.alignment = {
        Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
        Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
        Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
        Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    }[style.align]
    form.first_line_indent = _points(style.indent * style.size)
    form.left_indent, form.right_indent = _points(style.left * em), _points(style.right * em)
    if style.above:
        form.space_before = _points(style.above * _PITCH)
    if style.below:
        form.space_after = _points(style.below * _PITCH)


def _begin_page(words: WordParagraph, *, wanted: bool) -> None:
    """Let a paragraph begin a page if that is wanted; nothing is left above it there."""
    if wanted:
        words.paragraph_format.page_break_before = True
        words.paragraph_format.space_before = _points(0)


def _run(words: WordParagraph, text: str, face: Face) -> Any:  # noqa: ANN401  # python-docx's run
    from docx.oxml.ns import qn

    run = words.add_run(printable(text))
    if face is not Face.BODY:
        run.font.name = LATIN
        fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001  # it has no other way
        fonts.set(qn("w:eastAsia"), FONTS[face])
    return run


def _write_lines(words: WordParagraph, lines: Sequence[str], face: Face = Face.BODY) -> list[Any]:
    """Write lines into one paragraph, with breaks between them."""
    runs: list[Any] = []
    for number, line in enumerate(lines):
        if number:
            runs[-1].add_break()
        runs.append(_run(words, line, face))
    return runs


def _table(document: WordDocument, table: PrintedTable) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT

    made = document.add_table(table.rows, len(table.widths), "Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for number, width in enumerate(table.widths):
        made.columns[number].width = _points(width / POINT)
        for cell in made.columns[number].cells:
            cell.width = _points(width / POINT)
    for row in made.rows[: table.head_rows]:
        repeat_row(row)
    grid = [row.cells for row in made.rows]  # the library looks all cells up again for each
    for one in table.cells:
        cell = grid[one.row][one.column]
        if one.rows > 1 or one.columns > 1:
            last = min(one.row + one.rows, table.rows) - 1
            cell = cell.merge(grid[last][one.column + one.columns - 1])
        _fill(cell, one.paragraph)
    after = document.add_paragraph()
    after.paragraph_format.line_spacing = _points(0.35 * _PITCH)


def _fill(cell: _Cell, part: Paragraph) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_LINE_SPACING

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    words = cell.paragraphs[0]
    _align(words, part.style)
    words.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    words.paragraph_format.line_spacing = _points(1.45 * part.style.size)
    face = part.faces[0][1] if part.faces else Face.BODY
    for run in _write_lines(words, part.words.split(LINE_END), face):
        run.font.size = _points(part.style.size)


def _points(length: float) -> Any:  # noqa: ANN401  # a length of python-docx
    from docx.shared import Pt

    return Pt(length)
