"""From code points of the stored text to positions in Qt's document and back.

Qt counts UTF-16 units and one unit more between blocks, the cells of a table among them; the
page leaves out line breaks, tabs between cells and the blanks around a line. What the page
leaves out belongs to the block before it. Blocks without words, which Qt needs before tables
and in empty cells, hold no code point.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.blocks import Block

_ASTRAL = regex("[\U00010000-\U0010ffff]")


class Utf16:
    """The places of a text counted in UTF-16 units."""

    def __init__(self, text: str) -> None:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        wide = _ASTRAL.finditer(text) if units != len(text) else ()
        self._wide = [match.start() for match in wide]
        self._units = [at + before for before, at in enumerate(self._wide)]

    def units(self, at: int) -> int:
        """Give the number of UTF-16 units before a code point."""
        return at + bisect_left(self._wide, at)

    def code_point(self, units: int) -> int:
        """Give the code point at a UTF-16 unit; the second half of a pair is its first."""
        return units - bisect_left(self._units, units)


class Positions:
    """The map of those blocks that stand in Qt's document; grows at both ends."""

    def __init__(self, text: str) -> None:
        self._utf16 = Utf16(text)
        self._spans: list[TextRange] = []
        self._starts: list[int] = []
        """Where each block begins in units, counted from the first block ever put in."""
        self._worded: list[tuple[TextRange, int]] = []
        """The blocks with words: the range and beginning of each."""

    @property
    def blocks(self) -> int:
        """Give the number of blocks in the document."""
        return len(self._spans)

    @property
    def covered(self) -> TextRange:
        """Give the range of the text from the first to the last block in the document."""
        if not self._spans:
            return TextRange(0, 0)
        return TextRange(self._spans[0].start, self._spans[-1].end)

    def append(self, blocks: Sequence[Block]) -> None:
        """Take in blocks that were put behind the others."""
        for block in blocks:
            start = self._starts[-1] + self._length(-1) + 1 if self._spans else 0
            self._spans.append(block.span)
            self._starts.append(start)
            if block.span.length:
                self._worded.append((block.span, start))

    def prepend(self, blocks: Sequence[Block]) -> None:
        """Take in blocks that were put before the others."""
        at = self._starts[0] if self._starts else 0
        starts = []
        for block in reversed(blocks):
            at -= self._units(block.span) + 1
            starts.append(at)
        self._starts[:0] = reversed(starts)
        self._spans[:0] = spans = [block.span for block in blocks]
        begun = zip(spans, self._starts, strict=False)
        self._worded[:0] = [(span, start) for span, start in begun if span.length]

    def position(self, at: int) -> int:
        """Give the position of a code point, or the nearest one that is on the page."""
        index = bisect_right(self._worded, at, key=lambda one: one[0].start) - 1
        if index < 0:
            return 0
        span, start = self._worded[index]
        inside = self._utf16.units(min(at, span.end)) - self._utf16.units(span.start)
        return start - self._starts[0] + inside

    def code_point(self, position: int) -> int:
        """Give the code point at a position; a block's end gives the end of its range."""
        if not self._spans:
            return 0
        target = position + self._starts[0]
        index = max(0, bisect_right(self._starts, target) - 1)
        span = self._spans[index]
        inside = min(max(0, target - self._starts[index]), self._length(index))
        return self._utf16.code_point(self._utf16.units(span.start) + inside)

    def span(self, start: int, end: int) -> TextRange:
        """Give the range of the text between two positions."""
        first, last = self.code_point(start), self.code_point(end)
        return TextRange(min(first, last), max(first, last))

    def block_of(self, at: int) -> int:
        """Give the number of the block in which a code point stands, or the one before it."""
        return max(0, bisect_right(self._spans, at, key=lambda span: span.start) - 1)

    def _length(self, index: int) -> int:
        return self._units(self._spans[index])

    def _units(self, span: TextRange) -> int:
        return self._utf16.units(span.end) - self._utf16.units(span.start)
