"""Which part of a very long text stands on the page: chapters around the place that is read.

A page costs about a tenth of a kilobyte a code point, and changing its type half a second a
million (both measured); so a compendium is read by chapters, which follow as one scrolls.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from policyviewer.domain.documents import NodeClass, Outline
from policyviewer.domain.ranges import TextRange

WHOLE_UP_TO = 500_000
"""Code points of a text that stands on the page as a whole."""
LEAST, MOST = 100_000, 300_000
"""Code points that are put on the page behind a place, as far as chapters allow."""

_DIVIDING = frozenset(
    {NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION, NodeClass.L1}
)


def stretch_at(outline: Outline, at: int) -> TextRange:
    """Give the range that is put on the page around a code point: all of it, or chapters."""
    if len(outline.text) <= WHOLE_UP_TO:
        return TextRange(0, len(outline.text))
    starts = _chapters(outline)
    return TextRange(_start(starts, at), _end(starts, at, len(outline.text)))


def longer_before(outline: Outline, stretch: TextRange) -> TextRange:
    """Give a range with the chapters before it."""
    return TextRange(_start(_chapters(outline), max(0, stretch.start - LEAST)), stretch.end)


def longer_behind(outline: Outline, stretch: TextRange) -> TextRange:
    """Give a range with the chapters behind it."""
    end = _end(_chapters(outline), stretch.end, len(outline.text))
    return TextRange(stretch.start, end)


def _chapters(outline: Outline) -> list[int]:
    """Give the code points where parts, chapters and components begin, in order."""
    starts = {node.span.start for node in outline.nodes if node.cls in _DIVIDING}
    starts.update(one.span.start for one in outline.components)
    return sorted(starts)


def _start(starts: Sequence[int], at: int) -> int:
    """Give the beginning of the chapter of a code point, unless that is far away."""
    index = bisect_right(starts, at) - 1
    start = starts[index] if index >= 0 else 0
    return start if at - start <= MOST else at - LEAST


def _end(starts: Sequence[int], at: int, length: int) -> int:
    """Give where the first chapter ends that is long enough from a code point on."""
    index = bisect_left(starts, at + LEAST)
    end = starts[index] if index < len(starts) else length
    return min(end, at + MOST, length)
