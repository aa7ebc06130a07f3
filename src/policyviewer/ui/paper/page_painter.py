"""Paints pages; the painter's unit is a quarter of a point, its origin the corner of the paper."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextLine

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.paper.measures import (
    ASCENT,
    HEIGHT,
    LEFT,
    NUMBER_DROP,
    NUMBER_SIZE,
    POINT,
    TOP,
    WIDTH,
)
from policyviewer.ui.paper.notes import GAP, LINE, MARGIN_WIDTH, PrintedNote, mark
from policyviewer.ui.paper.paging import (
    ELLIPSIS,
    MarginNote,
    Page,
    PlacedLines,
    PlacedRows,
    page_number,
)
from policyviewer.ui.paper.paragraphs import Align, Paragraph, Style, plain
from policyviewer.ui.paper.styles import MARGIN_NOTE, TABLE_LEADING
from policyviewer.ui.paper.table_rows import ABOVE, SIDE, PlacedCell
from policyviewer.ui.paper.typesetter import Typesetter
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.positions import Utf16

_RULE = 3.0
"""Units of the lines of tables: 0.75 pt."""
_MARK = Style(size=7.5, indent=0, align=Align.LEFT)
_DOT = "."
_TAIL = 1.5
"""Characters that the number behind the dots takes at least, so that they end below each other."""
_OVER = 0.85
"""How far above the square of a character the number of a note stands, in its own characters."""


class PagePainter:
    """Paints pages in the fonts of a typesetter, in whose thread it is used."""

    def __init__(self, typesetter: Typesetter, notes: Sequence[PrintedNote] = ()) -> None:
        """``notes`` stand in the order of the text."""
        self._typesetter = typesetter
        self._notes = notes
        self._longest = max((one.span.length for one in notes), default=0)
        self._colours = PageColours().highlights

    def paint(self, painter: QPainter, page: Page) -> None:
        """Paint a page with its number, its marks and the notes beside it."""
        pen = QPen(QColor("black"), _RULE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        for one in page.placed:
            if isinstance(one, PlacedRows):
                self._rows(painter, one)
            else:
                self._lines(painter, one)
        for note in page.notes:
            self._beside(painter, note)
        top = TOP + HEIGHT + NUMBER_DROP - NUMBER_SIZE * POINT / 2
        self._words(painter, page_number(page.number), LEFT, top)

    def _lines(self, painter: QPainter, placed: PlacedLines) -> None:
        paragraph = placed.paragraph
        layout = self._typesetter.layout(paragraph)
        for number in range(placed.first, placed.last):
            top = TOP + placed.top + (number - placed.first) * placed.pitch
            self._line(painter, paragraph, layout, number, QPointF(LEFT, top))
        if paragraph.tail and placed.last == len(placed.lines):
            top = TOP + placed.top + (placed.last - 1 - placed.first) * placed.pitch
            self._tail(painter, paragraph, layout.lineAt(placed.last - 1), top)

    def _tail(self, painter: QPainter, paragraph: Paragraph, line: QTextLine, top: float) -> None:
        """Draw what stands at the right of a line, with dots up to it."""
        style = replace(paragraph.style, align=Align.RIGHT, indent=0, left=0, right=0)
        em = style.size * POINT
        tail = self._typesetter.layout(plain(paragraph.tail, style))
        _draw(painter, tail.lineAt(0), QPointF(LEFT, top), style.size)
        taken = max(tail.lineAt(0).naturalTextWidth(), _TAIL * em) + 0.5 * em
        room = WIDTH - line.x() - line.naturalTextWidth() - taken - 0.5 * em
        ten = self._typesetter.layout(plain(10 * _DOT, style))
        fit = int(10 * room / ten.lineAt(0).naturalTextWidth())
        dots = plain(_DOT * max(0, fit), style)
        self._words(painter, dots, LEFT - taken, top)

    def _rows(self, painter: QPainter, placed: PlacedRows) -> None:
        for one in placed.cells:
            painter.drawRect(QRectF(LEFT + one.left, TOP + one.top, one.width, one.height))
            self._cell(painter, one, placed.table.size)

    def _cell(self, painter: QPainter, placed: PlacedCell, size: float) -> None:
        em = size * POINT
        line = TABLE_LEADING * em
        paragraph = placed.cell.paragraph
        layout = self._typesetter.layout(paragraph, placed.width - 2 * SIDE * em)
        words = (placed.last - placed.first - 1) * line + em
        above = (placed.height - words) / 2 if placed.whole else ABOVE * em
        left = LEFT + placed.left + SIDE * em
        for number in range(placed.first, placed.last):
            top = TOP + placed.top + above + (number - placed.first) * line
            self._line(painter, paragraph, layout, number, QPointF(left, top))

    def _line(
        self,
        painter: QPainter,
        paragraph: Paragraph,
        layout: QTextLayout,
        number: int,
        corner: QPointF,
    ) -> None:
        line, size = layout.lineAt(number), paragraph.style.size
        marked = self._marked(paragraph, line)
        for note, first, last in marked:
            left, right = corner.x() + _x(line, first), corner.x() + _x(line, last)
            under = QRectF(
                left, corner.y() - 0.06 * size * POINT, right - left, 1.12 * size * POINT
            )
            painter.fillRect(under, QColor(self._colours[note.colour]))
        _draw(painter, line, corner, size)
        for note, _first, last in marked:
            end = note.span.end - (paragraph.at or 0)
            if note.number is not None and end <= Utf16(paragraph.words).code_point(last):
                place = QPointF(corner.x() + _x(line, last), corner.y())
                self._number(painter, note, place)

    def _marked(self, paragraph: Paragraph, line: QTextLine) -> list[tuple[PrintedNote, int, int]]:
        """Give the notes on a line, and from where to where in UTF-16 units they mark it."""
        if paragraph.at is None or not self._notes:
            return []
        places = Utf16(paragraph.words)
        begin = paragraph.at + places.code_point(line.textStart())
        end = paragraph.at + places.code_point(line.textStart() + line.textLength())
        key = max(0, begin - self._longest)
        at = bisect_left(self._notes, key, key=lambda one: one.span.start)
        found = []
        for note in self._notes[at:]:
            if note.span.start >= end:
                break
            inside = note.span.clipped(TextRange(begin, end))
            if inside is not None:
                first, last = inside.start - paragraph.at, inside.end - paragraph.at
                found.append((note, places.units(first), places.units(last)))
        return found

    def _number(self, painter: QPainter, note: PrintedNote, corner: QPointF) -> None:
        """Draw the number of a note above the end of the words it marks."""
        words = plain(mark(note), _MARK)
        layout = self._typesetter.layout(words)
        back = layout.lineAt(0).naturalTextWidth()
        up = _OVER * _MARK.size * POINT
        _draw(painter, layout.lineAt(0), corner - QPointF(back, up), _MARK.size)

    def _beside(self, painter: QPainter, note: MarginNote) -> None:
        layout = self._typesetter.layout(note.paragraph, MARGIN_WIDTH)
        left, top = LEFT + WIDTH + GAP, TOP + note.top
        shown = note.lines if note.whole else max(0, note.lines - 1)
        for number in range(shown):
            corner = QPointF(left, top + number * LINE)
            _draw(painter, layout.lineAt(number), corner, MARGIN_NOTE.size)
        if not note.whole:
            small = replace(MARGIN_NOTE, size=6.5)
            self._words(painter, plain(ELLIPSIS, small), left, top + shown * LINE)

    def _words(self, painter: QPainter, words: Paragraph, left: float, top: float) -> None:
        layout = self._typesetter.layout(words)
        if layout.lineCount():
            _draw(painter, layout.lineAt(0), QPointF(left, top), words.style.size)


def _x(line: QTextLine, units: int) -> float:
    """Give where in its room a place in a line is."""
    found: object = line.cursorToX(units)
    at = found[0] if isinstance(found, tuple | list) else found
    return at if isinstance(at, float) else 0.0


def _draw(painter: QPainter, line: QTextLine, corner: QPointF, size: float) -> None:
    """Draw a line; ``corner`` is that of its room and of the square of its characters."""

    base = corner.y() + ASCENT * size * POINT - line.ascent()
    line.draw(painter, QPointF(corner.x(), base))
