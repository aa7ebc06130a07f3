"""Lines made into paragraphs again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from policyviewer.domain.markers import marker_of
from policyviewer.importers.pages.lines import Line

_FULL = 0.9
"""A line goes on in the next when it takes up so much of its column's width."""
_ENDS = "。！？；：”"
_INDENT = (1.2, 3.2)
"""Characters: what a paragraph's first line is moved in by, two being usual."""
_INDENTING_SHARE = 0.15
_SAME_SIZE = 0.12
_FEWEST_ENDING = 3
_NEXT_LINE = 1.9
"""Of the usual distance between lines: what is farther away is another paragraph."""


class Joiner:
    """Says which lines belong together, after looking at all lines of the document."""

    def __init__(self, lines: Sequence[Line]) -> None:
        moved = sum(self._is_indented(line) for line in lines)
        self._indenting = bool(lines) and moved >= _INDENTING_SHARE * len(lines)
        steps = [
            after.top - before.top
            for before, after in pairwise(lines)
            if 0 < after.top - before.top < 4 * before.size
        ]
        self._step = median(steps) if steps else 0.0

    def goes_on(self, line: Line, after: Line) -> bool:
        """Say whether a paragraph goes on from one line to the next.

        It does when the line fills its column, and the next begins at the margin without a
        marker. Where first lines are moved in, one that is not goes on even after a full stop.
        """
        if not self._fills(line) or not self._is_at_margin(line, after):
            return False
        if abs(line.size - after.size) > _SAME_SIZE * line.size or self._is_apart(line, after):
            return False
        if marker_of(after.text.lstrip()) is not None:
            return False
        return self._indenting or line.text.rstrip()[-1:] not in _ENDS

    def _fills(self, line: Line) -> bool:
        left, right = line.column
        return line.right >= left + _FULL * (right - left) and len(line.parts()) == 1

    def _is_indented(self, line: Line) -> bool:
        moved = (line.left - line.column[0]) / line.size
        return _INDENT[0] <= moved <= _INDENT[1] and self._fills(line)

    def _is_at_margin(self, line: Line, after: Line) -> bool:
        """Allow for paragraphs that are moved in as a whole."""
        margin = after.left - after.column[0]
        if margin <= 0.8 * after.size:
            return True
        as_before = abs(margin - (line.left - line.column[0])) <= 0.3 * after.size
        return as_before and not self._indenting and margin <= 3 * after.size

    def _is_apart(self, line: Line, after: Line) -> bool:
        down = after.top - line.top
        return down > max(_NEXT_LINE * self._step, 1.5 * line.size) and self._step > 0


def column_of(lines: Sequence[Line], page_width: float | None = None) -> tuple[float, float]:
    """Give the left and right edge that the text of these lines keeps to.

    When too few lines end at the same place to tell, the margins of the page (its width in
    points) are taken to be equal.
    """
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    left, right = lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]
    ending = sum(abs(line.right - right) <= line.size for line in lines)
    if page_width is not None and ending < _FEWEST_ENDING:
        right = max(right, page_width - left)
    return left, right
