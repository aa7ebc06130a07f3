"""Where text stands in the viewport: blocks in view, rectangles of a range, the top line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


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


def blocks_between(document: QTextDocument, top: float, bottom: float) -> Iterator[InView]:
    """Give the blocks that stand between two heights of the document."""
    layout = document.documentLayout()
    block = document.findBlock(position_at(document, top))
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() > bottom:
            return
        if rect.bottom() >= top:
            yield InView(block, rect)
        block = block.next()


def position_at(document: QTextDocument, height: float, left: float = 1) -> int:
    """Give the position nearest to a point of the document."""
    hit = document.documentLayout().hitTest(QPointF(left, height), Qt.HitTestAccuracy.FuzzyHit)
    return max(0, hit)


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
