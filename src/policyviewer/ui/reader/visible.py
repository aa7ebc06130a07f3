"""Where text stands in the viewport: blocks in view, rectangles of a range, the top line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine, QTextTable

_NEAR_LINES = 8
"""Lines between a row's top and the middle of a cell that may stand above the wanted words."""
_AIR = 0.3
"""Lines between a row's upper edge and its highest words, which are kept in view."""


@dataclass(frozen=True, slots=True)
class InView:
    """A block and its rectangle in the document."""

    block: QTextBlock
    rect: QRectF

    @property
    def start(self) -> int:
        """Give the document's position of its first character."""
        return self.block.position()

    @property
    def end(self) -> int:
        """Give the position of its separator."""
        return self.block.position() + self.block.length() - 1


def block_at(document: QTextDocument, height: float) -> QTextBlock:
    """Give the first block that ends below a height, or the last one; of a table the first cell.

    Qt's own hit test is of no use here: in the space between two blocks it gives any position.
    """

    def ends_below(number: int) -> bool:
        return _standing(document, document.findBlockByNumber(number)).bottom() > height

    first = bisect_left(range(document.blockCount()), True, key=ends_below)  # noqa: FBT003
    return document.findBlockByNumber(min(first, document.blockCount() - 1))


def blocks_between(document: QTextDocument, top: float, bottom: float) -> Iterator[InView]:
    """Give the blocks that stand between two heights of the document."""
    layout = document.documentLayout()
    block = block_at(document, top)
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() <= bottom and rect.bottom() >= top:
            yield InView(block, rect)
        elif rect.top() > bottom and _standing(document, block).top() > bottom:
            return
        block = block.next()


def line_start_at(document: QTextDocument, height: float) -> int:
    """Give the position with which the first line that ends below a height begins."""
    layout = document.documentLayout()
    block = block_at(document, height)
    table = table_at(document, block.position())
    if table is not None:
        inner = (one for one in _cells(table) if layout.blockBoundingRect(one).bottom() > height)
        block = min(inner, key=lambda one: layout.blockBoundingRect(one).top(), default=block)
    inside = height - layout.blockBoundingRect(block).top()
    lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
    start = next((one.textStart() for one in lines if one.y() + one.height() > inside), 0)
    return block.position() + start


def line_top(document: QTextDocument, position: int) -> float:
    """Give the height at which the line of a position begins; 0 for the first line.

    A cell's first line begins where its row does, so that no row is cut off at the top.
    """
    block = document.findBlock(position)
    if not block.isValid():
        return 0.0
    rect = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    top = rect.top() + (line.y() if line.isValid() else 0.0)
    table = table_at(document, position)
    if table is not None:
        row = _row_top(document, table, position) - _AIR * line.height()
        return row if top - row <= _NEAR_LINES * line.height() else top
    return top if block.previous().isValid() or (line.isValid() and line.lineNumber() > 0) else 0.0


def table_at(document: QTextDocument, position: int) -> QTextTable | None:
    """Give the table in which a position stands."""
    frame = document.frameAt(position)
    return frame if isinstance(frame, QTextTable) else None


def same_cell(document: QTextDocument, one: int, other: int) -> bool:
    """Say whether two positions stand in the same cell, or both outside tables."""
    table, second = table_at(document, one), table_at(document, other)
    if table is None or second is None:
        return table is second
    same = table.firstPosition() == second.firstPosition()
    return same and table.cellAt(one) == table.cellAt(other)


def _standing(document: QTextDocument, block: QTextBlock) -> QRectF:
    """Give the rectangle of a block, or of the table in which it is a cell.

    Cells side by side do not end one below the other, tables and paragraphs do.
    """
    layout = document.documentLayout()
    table = table_at(document, block.position())
    if table is not None:
        return layout.frameBoundingRect(table)
    return layout.blockBoundingRect(block)


def _cells(table: QTextTable) -> Iterator[QTextBlock]:
    """Give the blocks of a table."""
    block = table.firstCursorPosition().block()
    while block.isValid() and block.position() <= table.lastPosition():
        yield block
        block = block.next()


def _row_top(document: QTextDocument, table: QTextTable, position: int) -> float:
    """Give the height of the highest words in the row in which a position stands."""
    layout = document.documentLayout()
    row = table.cellAt(position).row()
    cells = (table.cellAt(row, column) for column in range(table.columns()))
    tops = (
        layout.blockBoundingRect(cell.firstCursorPosition().block()).top()
        for cell in cells
        if cell.row() == row
    )
    return min(tops)


def rects(seen: InView, start: int, end: int) -> list[QRectF]:
    """Give the rectangles, one a line, of the positions from start to end, in the document."""
    layout = seen.block.layout()
    first, last = max(start, seen.start) - seen.start, min(end, seen.end) - seen.start
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin, stop = max(first, line.textStart()), min(last, _line_end(line))
        if begin < stop:
            found.append(_rect(line, begin, stop).translated(seen.rect.topLeft()))
    return found


def _line_end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _rect(line: QTextLine, begin: int, stop: int) -> QRectF:
    left, right = _x(line, begin), _x(line, stop)
    if right <= left:  # the end of a justified line: Qt gives the next line's beginning
        right = line.x() + line.width()
    return QRectF(left, line.y(), right - left, line.height())


def _x(line: QTextLine, position: int) -> float:
    """Give the horizontal place of a position; Qt's binding gives it beside the position."""
    place: object = line.cursorToX(position)
    first = place[0] if isinstance(place, (tuple, list)) else place
    if not isinstance(first, (int, float)):
        msg = f"not a horizontal place: {place!r}"
        raise TypeError(msg)
    return first
