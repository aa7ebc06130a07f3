"""Fills a text document with the page: the wanted place first, the rest in slices.

The first slice stands around the wanted place; then slices are put behind and before it in
turn. Each is small enough to be laid out within a frame; whoever shows the document keeps the
view still while blocks are put before it (``about_to_prepend``, ``prepended``).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from policyviewer.domain.documents import Outline
from policyviewer.ui.reader.blocks import Block
from policyviewer.ui.reader.formats import PageFormats
from policyviewer.ui.reader.plan import PagePlan, Piece, blocks_of
from policyviewer.ui.reader.positions import Positions
from policyviewer.ui.reader.table_blocks import TableBlocks
from policyviewer.ui.reader.typography import pieces

FIRST_BEFORE, FIRST_BEHIND = 30, 90
"""Blocks of the first slice, before and from the wanted place on."""
SLICE = 100
"""Blocks of every other slice."""
SLICE_CHARACTERS = 10_000
"""Code points after which a slice ends, however few blocks it has."""


class Filler(QObject):
    """Fills one document after another; starting anew ends what was under way."""

    about_to_prepend = Signal()
    prepended = Signal(int)
    """So many blocks now stand before those that were there."""
    grown = Signal()
    filled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)
        self._page: _Page | None = None
        self._forget("")

    @property
    def positions(self) -> Positions:
        """Give the map of what is in the document so far."""
        return self._positions

    @property
    def plan(self) -> PagePlan | None:
        """Give the plan of the page being filled, or already filled."""
        return self._page.plan if self._page is not None else None

    @property
    def busy(self) -> bool:
        """Say whether blocks are still to come."""
        return self._timer.isActive()

    def start(
        self, document: QTextDocument, outline: Outline, formats: PageFormats, at: int
    ) -> None:
        """Put the blocks around a code point into an empty document and begin with the rest."""
        last = self._page
        known = last is not None and last.outline is outline
        plan = last.plan if last is not None and known else PagePlan(outline)
        self._forget(outline.text)
        self._page = _Page(document, outline, plan, formats)
        self._fill_first(self._page, at)
        self._timer.start()
        self._stop_when_done(self._page)

    def clear(self) -> None:
        """End the work and forget the document."""
        self._page = None
        self._forget("")

    def _forget(self, text: str) -> None:
        self._timer.stop()
        self._positions = Positions(text)
        self._before: deque[Piece] = deque()
        self._behind: deque[Piece] = deque()
        self._first_line = self._last_line = 0
        self._forward = True

    def _fill_first(self, page: _Page, at: int) -> None:
        self._first_line = self._last_line = page.plan.begin_of(page.plan.line_at(at))
        self._read_on(page, 1)
        while len(self._behind) > 1 and self._behind[0].span.end <= at:
            self._before.append(self._behind.popleft())
        blocks = [*self._take_before(page, FIRST_BEFORE), *self._take_behind(page, FIRST_BEHIND)]
        page.document.setLayoutEnabled(False)
        page.document.rootFrame().setFrameFormat(page.formats.frame)
        page.write(QTextCursor(page.document), blocks, first=True)
        self._positions.append(_flat(blocks))
        page.document.setLayoutEnabled(True)

    def _on_timeout(self) -> None:
        page = self._page
        if page is None:
            return
        forward = self._is_more_behind(page) and (self._forward or not self._is_more_before())
        self._forward = not forward
        if forward:
            self._append(page, self._take_behind(page, SLICE))
        else:
            self._prepend(page, self._take_before(page, SLICE))
        self._stop_when_done(page)

    def _stop_when_done(self, page: _Page) -> None:
        if self._timer.isActive() and not self._is_more_before() and not self._is_more_behind(page):
            self._timer.stop()
            self.filled.emit()

    def _is_more_before(self) -> bool:
        return bool(self._before) or self._first_line > 0

    def _is_more_behind(self, page: _Page) -> bool:
        return bool(self._behind) or self._last_line < page.plan.lines

    def _take_behind(self, page: _Page, count: int) -> list[Piece]:
        self._read_on(page, count)
        return _taken(self._behind, count, self._behind.popleft)

    def _take_before(self, page: _Page, count: int) -> list[Piece]:
        if len(self._before) < count:
            first = max(0, self._first_line - count)
            self._before.extendleft(reversed(page.plan.pieces(first, self._first_line)))
            self._first_line = first
        return _taken(self._before, count, self._before.pop)[::-1]

    def _read_on(self, page: _Page, count: int) -> None:
        """Plan as many lines behind the last one, unless so many blocks wait already."""
        if len(self._behind) < count:
            last = min(page.plan.lines, self._last_line + count)
            self._behind.extend(page.plan.pieces(self._last_line, last))
            self._last_line = last

    def _append(self, page: _Page, blocks: Sequence[Piece]) -> None:
        if not blocks:
            return
        cursor = QTextCursor(page.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        page.write(cursor, blocks, first=not self._positions.blocks)
        cursor.endEditBlock()
        self._positions.append(_flat(blocks))
        self.grown.emit()

    def _prepend(self, page: _Page, blocks: Sequence[Piece]) -> None:
        if not blocks:
            return
        if not self._positions.blocks:
            self._append(page, blocks)
            return
        self.about_to_prepend.emit()
        first = page.document.begin()
        block_format, characters = first.blockFormat(), first.charFormat()
        cursor = QTextCursor(page.document)
        cursor.beginEditBlock()
        page.write(cursor, blocks, first=True)
        cursor.insertBlock(block_format, characters)
        cursor.endEditBlock()
        flat = _flat(blocks)
        self._positions.prepend(flat)
        self.prepended.emit(len(flat))
        self.grown.emit()


@dataclass(frozen=True, slots=True)
class _Page:
    """What is being filled, and with what."""

    document: QTextDocument
    outline: Outline
    plan: PagePlan
    formats: PageFormats

    def write(self, cursor: QTextCursor, pieces: Iterable[Piece], *, first: bool) -> None:
        """Write pieces at the cursor; ``first``: the first block into the one that is there."""
        for piece in pieces:
            if isinstance(piece, TableBlocks):
                self._write_table(cursor, piece, first=first)
            else:
                self._begin(cursor, piece, first=first)
                self._write_words(cursor, piece)
            first = False

    def _begin(self, cursor: QTextCursor, block: Block, *, first: bool) -> None:
        block_format = self.formats.block(block.kind)
        if first:
            cursor.setBlockFormat(block_format)
        else:
            cursor.insertBlock(block_format)

    def _write_words(self, cursor: QTextCursor, block: Block) -> None:
        for run in block.runs:
            for piece in pieces(self.outline.text, run.span):
                cursor.insertText(
                    piece.text,
                    self.formats.characters(block.kind, run.face, piece.script, piece.text),
                )

    def _write_table(self, cursor: QTextCursor, table: TableBlocks, *, first: bool) -> None:
        """Write a thin line, the cells, and go on in the block that Qt puts behind a table."""
        before, *cells, behind = table.blocks
        self._begin(cursor, before, first=first)
        made = cursor.insertTable(table.rows, len(table.widths), self.formats.table(table.widths))
        for place in table.places:
            if place.rows > 1 or place.columns > 1:
                made.mergeCells(place.row, place.column, place.rows, place.columns)
        for place, cell in zip(table.places, cells, strict=True):
            target = made.cellAt(place.row, place.column)
            its_format = target.format()  # it holds how many rows and columns are merged
            its_format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            target.setFormat(its_format)
            inside = target.firstCursorPosition()
            self._begin(inside, cell, first=True)
            self._write_words(inside, cell)
        cursor.setPosition(made.lastPosition() + 1)
        self._begin(cursor, behind, first=True)


def _flat(pieces: Iterable[Piece]) -> list[Block]:
    return [block for piece in pieces for block in blocks_of(piece)]


def _taken(waiting: deque[Piece], count: int, take: Callable[[], Piece]) -> list[Piece]:
    """Take blocks until there are enough, or enough characters; at least one where there is one."""
    taken: list[Piece] = []
    room = SLICE_CHARACTERS
    while waiting and len(taken) < count and room > 0:
        taken.append(take())
        room -= taken[-1].span.length
    return taken
