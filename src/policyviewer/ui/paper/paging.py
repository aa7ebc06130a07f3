"""Puts what is printed on pages: 22 rows each, headings not at the end, tables by rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.paper.measures import (
    BODY_SIZE,
    HEIGHT,
    NUMBER_SIZE,
    PITCH,
    POINT,
    ROWS,
    top_of,
)
from policyviewer.ui.paper.paragraphs import Align, Paragraph, Part, PrintedTable, Style, plain
from policyviewer.ui.paper.table_rows import PlacedCell, TableRows
from policyviewer.ui.paper.typesetter import Lines, Typesetter

ELLIPSIS = "……（全文见文末）"
"""What stands below a note that is cut."""
_NEARLY = 1e-6
_TAKEN_OVER = 2
"""Lines that go to the next page with a signature or a source which has no room."""
_TABLE_ROWS = 3
"""Rows of a table that a heading before it must have on its page."""


@dataclass(frozen=True, slots=True)
class PlacedLines:
    """Lines of a paragraph on a page; ``top`` counts from the top of the text's room."""

    paragraph: Paragraph
    first: int
    """From ``first`` (included) to ``last`` (excluded)."""
    last: int
    top: float
    lines: Lines

    @property
    def pitch(self) -> float:
        """Give the units from one line to the next."""
        return self.paragraph.style.leading * PITCH

    def span_of(self, line: int) -> TextRange | None:
        """Give which code points of the document's text a line holds."""
        at, starts = self.paragraph.at, self.lines.starts
        if at is None:
            return None
        end = starts[line + 1] if line + 1 < len(starts) else len(self.paragraph.words)
        return TextRange(at + starts[line], at + end)

    def top_of(self, at: int) -> float | None:
        """Give where the line with a code point of the document's text begins, if it is here."""
        for line in range(self.first, self.last):
            span = self.span_of(line)
            if span is not None and span.start <= at < span.end:
                return self.top + (line - self.first) * self.pitch
        return None


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """Rows of a table on a page."""

    table: PrintedTable
    cells: tuple[PlacedCell, ...]

    def top_of(self, at: int) -> float | None:
        """Give where the cell with a code point of the document's text begins, if it is here."""
        for one in self.cells:
            words = one.cell.paragraph
            if words.at is not None and words.at <= at < words.at + len(words.words):
                return one.top
        return None


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note beside the text; ``top`` counts from the top of the text's room."""

    paragraph: Paragraph
    top: float
    lines: int
    """So many of its lines are shown."""
    whole: bool
    """Whether these are all."""


Placed = PlacedLines | PlacedRows


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, numbered from 1."""

    number: int
    placed: tuple[Placed, ...]
    notes: tuple[MarginNote, ...] = ()


class Pager:
    """Fills page after page; measured in rows, which may be broken behind tables and small type."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._pages: list[list[Placed]] = [[]]
        self._row = 0.0
        self._gap = 0
        """Empty rows that what comes next leaves above it at least."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Give what is on pages so far."""
        return tuple(Page(number, tuple(one)) for number, one in enumerate(self._pages, start=1))

    def add(self, parts: Sequence[Part], step: Callable[[int], None] = lambda _done: None) -> None:
        """Put parts behind the others; ``step`` is called with the number done, and may raise."""
        measured: dict[int, Lines] = {}
        for number, part in enumerate(parts):
            step(number)
            if isinstance(part, PrintedTable):
                self._put_table(part)
                continue
            lines = self._measured(part, number, measured)
            style = part.style
            if style.keeps and not self._fits(style, self._wanted(parts, number, measured)):
                self._turn()
            alone = style.clings and not (number and _clings(parts[number - 1]))
            if alone and not self._fits(style, self._clinging(parts, number, measured)):
                self._take_over()
            self._put(part, lines)
            measured.pop(number)

    def _measured(self, part: Paragraph, number: int, known: dict[int, Lines]) -> Lines:
        if number not in known:
            known[number] = self._typesetter.lines(part)
        return known[number]

    def _wanted(self, parts: Sequence[Part], number: int, known: dict[int, Lines]) -> float:
        """Give the rows that a heading takes with what must follow it on its page."""
        rows = gap = 0.0
        for at in range(number, len(parts)):
            part = parts[at]
            if isinstance(part, PrintedTable):
                return rows + gap + _TABLE_ROWS
            style = part.style
            rows += max(gap, style.above) if at > number else 0
            if not style.keeps:
                return rows + style.leading
            rows += len(self._measured(part, at, known)) * style.leading
            gap = style.below
        return rows

    def _clinging(self, parts: Sequence[Part], number: int, known: dict[int, Lines]) -> float:
        """Give the rows of a part and of those behind it that must stand with it."""
        rows = gap = 0.0
        for at in range(number, len(parts)):
            part = parts[at]
            if not isinstance(part, Paragraph) or not part.style.clings:
                break
            rows += max(gap, part.style.above) if at > number else 0
            rows += len(self._measured(part, at, known)) * part.style.leading
            gap = part.style.below
        return rows

    def _fits(self, style: Style, rows: float) -> bool:
        """Say whether rows that begin with a style go on the page."""
        begin = self._row + (max(self._gap, style.above) if self._pages[-1] else 0)
        if style.leading >= 1:
            begin = math.ceil(begin - _NEARLY)
        return begin + rows <= ROWS + _NEARLY

    def _take_over(self) -> None:
        """Begin a page with the last lines of the present one: what comes must not stand alone."""
        page = self._pages[-1]
        last = page[-1] if page else None
        if not isinstance(last, PlacedLines) or last.paragraph.style.keeps:
            return
        count = last.last - last.first
        taken = _TAKEN_OVER if count > _TAKEN_OVER + 1 else count
        if taken < count:
            page[-1] = replace(last, last=last.last - taken)
        elif len(page) == 1 or _is_heading(page[-2]):
            return
        else:
            page.pop()
        self._turn(always=True)
        self._pages[-1].append(replace(last, first=last.last - taken, top=top_of(0)))
        self._row = taken * last.paragraph.style.leading
        self._gap = last.paragraph.style.below

    def _put(self, part: Paragraph, lines: Lines) -> None:
        style = part.style
        if part.new_page:
            self._turn()
        if self._pages[-1]:
            self._row += max(self._gap, style.above)
        done = 0
        while done < len(lines):
            taken = self._room_for(part, len(lines) - done)
            if not taken:
                self._turn(always=True)
                continue
            placed = PlacedLines(part, done, done + taken, top_of(self._row), lines)
            self._pages[-1].append(placed)
            self._row += taken * style.leading
            done += taken
        self._gap = style.below

    def _room_for(self, part: Paragraph, wanted: int) -> int:
        """Give how many lines go on the page; lines of the text stand on whole rows."""
        style = part.style
        if style.leading >= 1:
            self._row = math.ceil(self._row - _NEARLY)
        room = (HEIGHT - style.size * POINT) / PITCH - self._row + _NEARLY
        if room < 0:
            return 0 if self._pages[-1] else 1
        return min(wanted, 1 + int(room / style.leading))

    def _put_table(self, table: PrintedTable) -> None:
        rows = TableRows(table, self._typesetter)
        while not rows.done:
            top = top_of(self._row + self._gap if self._pages[-1] else self._row)
            if self._pages[-1] and top + rows.least > HEIGHT:
                self._turn()
                continue
            cells = tuple(rows.take(top, HEIGHT - top))
            self._pages[-1].append(PlacedRows(table, cells))
            self._gap = 0
            self._row = max(one.top + one.height for one in cells) / PITCH + _below(table)
            if not rows.done:
                self._turn(always=True)

    def _turn(self, *, always: bool = False) -> None:
        """Begin a new page, unless the present one is empty."""
        if self._pages[-1] or always:
            self._pages.append([])
        self._row, self._gap = 0.0, 0


def _clings(part: Part) -> bool:
    return isinstance(part, Paragraph) and part.style.clings


def _is_heading(placed: Placed) -> bool:
    return isinstance(placed, PlacedLines) and placed.paragraph.style.keeps


def page_number(number: int) -> Paragraph:
    """Give the number of a page: odd ones at the right, even ones at the left, one character from
    the edge of the text (section 7.5).
    """
    side = NUMBER_SIZE / BODY_SIZE
    odd = number % 2 == 1
    style = Style(
        size=NUMBER_SIZE,
        indent=0,
        align=Align.RIGHT if odd else Align.LEFT,
        left=0 if odd else side,
        right=side if odd else 0,
    )
    return plain(f"— {number} —", style)


def _below(table: PrintedTable) -> float:
    """Give the white below a table in rows: what a line leaves below its characters."""
    return 0.35 + 0.1 * table.size * POINT / PITCH


def words_of(page: Page) -> str:
    """Give what is printed on a page in the order of painting, whole paragraphs where only some
    lines of them are there.
    """
    words: list[str] = []
    for one in page.placed:
        if isinstance(one, PlacedLines):
            words.append(one.paragraph.words + one.paragraph.tail)
        else:
            words += (cell.cell.paragraph.words for cell in one.cells)
    words += (note.paragraph.words + ELLIPSIS for note in page.notes)
    return "".join((*words, page_number(page.number).words, "［］."))
