"""Lines made into paragraphs again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from policyviewer.domain.markers import marker_of
from policyviewer.importers.pages.lines import Line

_FULL = 0.9
"""A line goes on in the next when it takes up so much of its column's width."""
_NEARLY_FULL = 0.8
"""Enough where first lines are moved in, since signs such as ”、 take words to the next line."""
_ENDS = "。！？；：”"
_INDENT = (1.2, 3.2)
"""Characters: what a paragraph's first line is moved in by, two being usual."""
_AT_MARGIN = 0.8
_SAME_SIZE = 0.12
_FEWEST_ENDING = 3
_NEXT_LINE = 1.9
"""Of the usual distance between lines: what is farther away is another paragraph."""
_SET_APART = 1.15
"""Paragraphs are set apart when they are so much farther from each other than their lines."""
_FEWEST_DISTANCES = 3
_ENOUGH = 20
"""Of so many lines the leftmost may be an odd one; where nearly all are moved in, two are not."""


class Joiner:
    """Says which lines belong together, after looking at all lines of the document."""

    def __init__(self, lines: Sequence[Line]) -> None:
        begun = [after for before, after in pairwise(lines) if not self._fills(before)]
        moved = [(line.left - line.column[0]) / line.size for line in begun]
        self._indenting = sum(_INDENT[0] <= one <= _INDENT[1] for one in moved) > sum(
            one <= _AT_MARGIN for one in moved
        )
        self._step, self._apart = self._distances(lines)

    def goes_on(self, line: Line, after: Line) -> bool:
        """Say whether a paragraph goes on from one line to the next.

        It does when the line fills its column, and the next begins at the margin without a
        marker. Where first lines are moved in, one that is not goes on even after a full stop.
        """
        ended = line.text.rstrip()[-1:] in _ENDS
        share = _NEARLY_FULL if self._indenting and not ended else _FULL
        if not self._fills(line, share) or not self._is_at_margin(line, after):
            return False
        if not _alike(line, after) or self._is_apart(line, after):
            return False
        if marker_of(after.text.lstrip()) is not None and not self._runs_on(line, ended=ended):
            return False
        return not ended or self._indenting or self._goes_on_after_stop(line, after)

    def _runs_on(self, line: Line, *, ended: bool) -> bool:
        """Say whether a marker after this line must be words within its sentence: IPv|6）."""
        return self._indenting and not ended and line.column[1] - line.right < line.size

    def _goes_on_after_stop(self, line: Line, after: Line) -> bool:
        """Say by the distance, and without any by whether a character more had found room."""
        if self._apart and after.top > line.top:
            return True
        return line.column[1] - line.right < line.size

    def _distances(self, lines: Sequence[Line]) -> tuple[float, float]:
        """Give the usual distance of lines, and that from which on paragraphs are set apart.

        The latter is 0 where paragraphs are no farther from each other than their lines.
        """
        within: list[float] = []
        between: list[float] = []
        for before, after in pairwise(lines):
            if 0 < after.top - before.top < 4 * before.size and _alike(before, after):
                (within if self._fills(before) else between).append(after.top - before.top)
        step = median(within + between) if within or between else 0.0
        if min(len(within), len(between)) < _FEWEST_DISTANCES:
            return step, 0.0
        inner, outer = median(within), median(between)
        return step, (inner + outer) / 2 if outer > _SET_APART * inner else 0.0

    def _fills(self, line: Line, share: float = _FULL) -> bool:
        left, right = line.column
        return line.right >= left + share * (right - left) and len(line.parts()) == 1

    def _is_at_margin(self, line: Line, after: Line) -> bool:
        """Allow for paragraphs that are moved in as a whole."""
        margin = after.left - after.column[0]
        if margin <= _AT_MARGIN * after.size:
            return True
        as_before = abs(margin - (line.left - line.column[0])) <= 0.3 * after.size
        return as_before and not self._indenting and margin <= 3 * after.size

    def _is_apart(self, line: Line, after: Line) -> bool:
        down = after.top - line.top
        if self._apart and down > self._apart:
            return True
        return down > max(_NEXT_LINE * self._step, 1.5 * line.size) and self._step > 0


def _alike(line: Line, after: Line) -> bool:
    return abs(line.size - after.size) <= _SAME_SIZE * line.size


def column_of(lines: Sequence[Line], page_width: float | None = None) -> tuple[float, float]:
    """Give the left and right edge that the text of these lines keeps to.

    When too few lines end at the same place to tell, the margins of the page (its width in
    points) are taken to be equal.
    """
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    odd = max(len(lines) // 50, len(lines) >= _ENOUGH)
    left, right = lefts[odd], rights[-1 - odd]
    ending = sum(abs(line.right - right) <= line.size for line in lines)
    if page_width is not None and ending < _FEWEST_ENDING:
        right = max(right, page_width - left)
    return left, right
