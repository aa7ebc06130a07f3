"""Where text stands in the viewport: blocks in view, rectangles of a range, the top line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextTable,
)


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
    """Give the first block that ends below a height, or the last one.

    Qt's own hit test is of no use here: in the space between two blocks it gives any position.
    """
    layout = document.documentLayout()

    def ends_below(number: int) -> bool:
        block = document.findBlockByNumber(number)
        table: QTextTable | None = QTextCursor(block).currentTable()
        if table is not None:  # the cells of a row end at different heights
            return layout.frameBoundingRect(table).bottom() > height
        return layout.blockBoundingRect(block).bottom() > height

    first = bisect_left(range(document.blockCount()), True, key=ends_below)  # noqa: FBT003
    block = document.findBlockByNumber(min(first, document.blockCount() - 1))
    while layout.blockBoundingRect(block).bottom() <= height and block.next().isValid():
        block = block.next()
    return block


def blocks_between(document: QTextDocument, top: float, bottom: float) -> Iterator[InView]:
    """Give the blocks that stand between two heights of the document."""
    layout = document.documentLayout()
    block = block_at(document, top)
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() <= bottom:
            yield InView(block, rect)
        elif not _is_in_table_above(layout, block, bottom):
            return
        block = block.next()


def _is_in_table_above(
    layout: QAbstractTextDocumentLayout, block: QTextBlock, height: float
) -> bool:
    """Say whether other cells behind this one may begin higher: merged ones stand in the middle.

    The table is not asked for its document: with that answer the binding frees the document.
    """
    table: QTextTable | None = QTextCursor(block).currentTable()
    if table is None:
        return False
    return layout.frameBoundingRect(table).top() <= height


def line_start_at(document: QTextDocument, height: float) -> int:
    """Give the position with which the first line that ends below a height begins."""
    block = block_at(document, height)
    inside = height - document.documentLayout().blockBoundingRect(block).top()
    lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
    start = next((one.textStart() for one in lines if one.y() + one.height() > inside), 0)
    return block.position() + start


def line_top(document: QTextDocument, position: int) -> float:
    """Give the height at which the line of a position begins; 0 for the first line."""
    block = document.findBlock(position)
    if not block.isValid():
        return 0.0
    rect = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    if block.previous().isValid() or (line.isValid() and line.lineNumber() > 0):
        return rect.top() + (line.y() if line.isValid() else 0.0)
    return 0.0


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
