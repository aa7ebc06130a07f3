"""Fills a text document with the page: the wanted place first, the rest in slices.

The first slice stands around the wanted place; then slices are put behind and before it in
turn, up to the ends of the stretch that is wanted (of a very long text: chapters). Each is small
enough to be laid out within a frame; whoever shows the document keeps the view still while blocks
are put before it (``about_to_prepend``, ``prepended``).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from policyviewer.domain.documents import Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.blocks import Block
from policyviewer.ui.reader.formats import PageFormats
from policyviewer.ui.reader.grids import Grid, Item, blocks_of, weight
from policyviewer.ui.reader.plan import PagePlan
from policyviewer.ui.reader.positions import Positions
from policyviewer.ui.reader.stretches import longer_before, longer_behind, stretch_at
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
    """All that is wanted so far is in the document."""

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

    @property
    def complete(self) -> bool:
        """Say whether all of the text is in the document, and not only a stretch of it."""
        page = self._page
        waiting = self._before or self._behind or self._first_line > 0
        return page is not None and not waiting and self._last_line >= page.plan.lines

    def start(
        self, document: QTextDocument, outline: Outline, formats: PageFormats, at: int
    ) -> None:
        """Put the blocks around a code point into an empty document and begin with the rest."""
        last = self._page
        plan = last.plan if last is not None and last.outline is outline else None
        if plan is None or plan.title_length != formats.title_length:
            plan = PagePlan(outline, formats.title_length)
        self._forget(outline.text)
        self._page = _Page(document, outline, plan, formats)
        self._want(self._page, stretch_at(outline, at))
        self._fill_first(self._page, at)
        self._timer.start()
        self._stop_when_done()

    def go_on(self, *, before: bool) -> None:
        """Put further chapters before or behind what is there, where there are any."""
        page = self._page
        if page is None or self.busy or self.complete:
            return
        longer = longer_before if before else longer_behind
        self._want(page, longer(page.outline, self._stretch))
        if self._is_more_before() or self._is_more_behind():
            self._timer.start()

    def clear(self) -> None:
        """End the work and forget the document."""
        self._page = None
        self._forget("")

    def _forget(self, text: str) -> None:
        self._timer.stop()
        self._positions = Positions(text)
        self._stretch = TextRange(0, 0)
        self._lines = TextRange(0, 0)
        """The lines of the stretch that is wanted in the document."""
        self._before: deque[Item] = deque()
        self._behind: deque[Item] = deque()
        self._first_line = self._last_line = 0
        self._forward = True
        self._open = True
        """Whether the document ends in a block that is still to be written into."""

    def _want(self, page: _Page, stretch: TextRange) -> None:
        whole = stretch.end >= len(page.outline.text)
        last = page.plan.lines if whole else page.plan.line_at(stretch.end)
        self._stretch = stretch
        self._lines = TextRange(page.plan.item_line(stretch.start), last)

    def _fill_first(self, page: _Page, at: int) -> None:
        self._first_line = self._last_line = page.plan.item_line(at)
        self._read_on(page, 1)
        while len(self._behind) > 1 and self._behind[0].span.end <= at:
            self._before.append(self._behind.popleft())
        items = [*self._take_before(page, FIRST_BEFORE), *self._take_behind(page, FIRST_BEHIND)]
        page.document.setLayoutEnabled(False)
        page.document.rootFrame().setFrameFormat(page.formats.frame)
        self._open = page.write(QTextCursor(page.document), items, into=True)
        self._positions.append(blocks_of(items))
        page.document.setLayoutEnabled(True)

    def _on_timeout(self) -> None:
        page = self._page
        if page is None:
            return
        forward = self._is_more_behind() and (self._forward or not self._is_more_before())
        self._forward = not forward
        if forward:
            self._append(page, self._take_behind(page, SLICE))
        else:
            self._prepend(page, self._take_before(page, SLICE))
        self._stop_when_done()

    def _stop_when_done(self) -> None:
        if self._timer.isActive() and not self._is_more_before() and not self._is_more_behind():
            self._timer.stop()
            self.filled.emit()

    def _is_more_before(self) -> bool:
        return bool(self._before) or self._first_line > self._lines.start

    def _is_more_behind(self) -> bool:
        return bool(self._behind) or self._last_line < self._lines.end

    def _take_behind(self, page: _Page, count: int) -> list[Item]:
        self._read_on(page, count)
        return _taken(self._behind, count, self._behind.popleft)

    def _take_before(self, page: _Page, count: int) -> list[Item]:
        if len(self._before) < count:
            first = max(min(self._lines.start, self._first_line), self._first_line - count)
            self._before.extendleft(reversed(page.plan.items(first, self._first_line)))
            self._first_line = first
        return _taken(self._before, count, self._before.pop)[::-1]

    def _read_on(self, page: _Page, count: int) -> None:
        """Plan as many lines behind the last one, unless so many blocks wait already."""
        if len(self._behind) < count:
            last = min(max(self._lines.end, self._last_line), self._last_line + count)
            self._behind.extend(page.plan.items(self._last_line, last))
            self._last_line = last

    def _append(self, page: _Page, items: Sequence[Item]) -> None:
        if not items:
            return
        cursor = QTextCursor(page.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        self._open = page.write(cursor, items, into=self._open)
        cursor.endEditBlock()
        self._positions.append(blocks_of(items))
        self.grown.emit()

    def _prepend(self, page: _Page, items: Sequence[Item]) -> None:
        if not items:
            return
        if not self._positions.blocks:
            self._append(page, items)
            return
        self.about_to_prepend.emit()
        first = page.document.begin()
        block_format, characters = first.blockFormat(), first.charFormat()
        cursor = QTextCursor(page.document)
        cursor.beginEditBlock()
        if page.write(cursor, items, into=True):
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(characters)
        else:
            cursor.insertBlock(block_format, characters)
        cursor.endEditBlock()
        blocks = blocks_of(items)
        self._positions.prepend(blocks)
        self.prepended.emit(len(blocks))
        self.grown.emit()


@dataclass(frozen=True, slots=True)
class _Page:
    """What is being filled, and with what."""

    document: QTextDocument
    outline: Outline
    plan: PagePlan
    formats: PageFormats

    def write(self, cursor: QTextCursor, items: Iterable[Item], *, into: bool) -> bool:
        """Write items at the cursor; ``into``: the first one into the block that is there.

        Says whether the cursor is left in a block that is still to be written into: Qt makes
        one behind every table.
        """
        for item in items:
            if isinstance(item, Grid):
                self._write_grid(cursor, item, into=into)
            else:
                self._begin(cursor, item, into=into)
                self._write_words(cursor, item, 1.0)
            into = isinstance(item, Grid)
        return into

    def _begin(self, cursor: QTextCursor, block: Block, *, into: bool) -> None:
        if into:
            cursor.setBlockFormat(self.formats.block(block.kind))
        else:
            cursor.insertBlock(self.formats.block(block.kind))

    def _write_words(self, cursor: QTextCursor, block: Block, scale: float) -> None:
        for run in block.runs:
            for piece in pieces(self.outline.text, run.span):
                cursor.insertText(
                    piece.text, self.formats.characters(block.kind, run.face, piece, scale)
                )

    def _write_grid(self, cursor: QTextCursor, grid: Grid, *, into: bool) -> None:
        gap = grid.blocks[0]
        self._begin(cursor, gap, into=into)
        shared = self.formats.widths(grid.columns)
        table = cursor.insertTable(grid.rows, len(grid.columns), self.formats.table(grid))
        for cell in grid.cells:
            if cell.rows > 1 or cell.columns > 1:
                table.mergeCells(cell.row, cell.column, cell.rows, cell.columns)
        for cell in grid.cells:
            there = table.cellAt(cell.row, cell.column)
            below = cell.row == 0 and not grid.first
            there.setFormat(self.formats.cell(shared, below=below, goes_on=cell.goes_on))
            inside = there.firstCursorPosition()
            inside.setBlockFormat(self.formats.block(cell.block.kind, shared.scale))
            self._write_words(inside, cell.block, shared.scale)
        # The cursor may have been left behind in the table.
        cursor.setPosition(table.lastPosition() + 1)


def _taken(waiting: deque[Item], count: int, take: Callable[[], Item]) -> list[Item]:
    """Take items until there are enough, or enough characters; at least one where there is one."""
    taken: list[Item] = []
    room = SLICE_CHARACTERS
    while waiting and count > 0 and room > 0:
        taken.append(take())
        count -= weight(taken[-1])
        room -= taken[-1].span.length
    return taken
