"""Tables on paper: how high their rows are, and what of them goes on which page.

A row is cut into slices of a few lines, so that a high one may go on on the next page; what the
first rows name is repeated there. Where a cell reaches over rows of two pages, its words begin
on the first and go on on the second.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from policyviewer.ui.paper.measures import HEIGHT, POINT
from policyviewer.ui.paper.paragraphs import PrintedTable, TableCell
from policyviewer.ui.paper.styles import TABLE_LEADING
from policyviewer.ui.paper.typesetter import Typesetter

SLICE = 4
"""Lines of a row that stay together."""
SIDE, ABOVE, BELOW = 0.4, 0.25, 0.35
"""White around the words of a cell, in characters of the table."""
_HIGHEST_HEAD = HEIGHT / 3
"""Units of the rows that name the columns, above which they are not repeated."""
_NEARLY = 1e-6


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell, or the part of it on one page; ``top`` counts from the top of the text's room."""

    cell: TableCell
    left: float
    top: float
    width: float
    height: float
    first: int
    """The lines of the cell from ``first`` (included) to ``last`` (excluded)."""
    last: int
    whole: bool
    """Whether all of the cell is here: then its words stand in its middle."""
    repeated: bool = False
    """Whether it stands on an earlier page already."""


class TableRows:
    """The rows of one table, measured; gives them page by page."""

    def __init__(self, table: PrintedTable, typesetter: Typesetter) -> None:
        self.table = table
        em = table.size * POINT
        self.line = TABLE_LEADING * em
        self.above, self.below, self._side = ABOVE * em, BELOW * em, SIDE * em
        self._edges = [0.0, *accumulate(table.widths)]
        self._lines = [len(typesetter.lines(one.paragraph, self.inner(one))) for one in table.cells]
        high = self._lines_of_rows()
        self._first_slices = [0, *accumulate(max(1, -(-count // SLICE)) for count in high)]
        self._heights = self._slice_heights(high)
        self._spread()
        self._at = 0
        """The first slice that is not on a page yet."""
        self._given = [0] * len(table.cells)
        """The lines of each cell that are on a page already."""

    @property
    def done(self) -> bool:
        """Say whether all rows are on pages."""
        return self._at >= len(self._heights)

    @property
    def least(self) -> float:
        """Give the height of what must come next in one piece, in units."""
        return sum(self._heights[: self._head + 1]) if self._at == 0 else self._heights[self._at]

    def inner(self, cell: TableCell) -> float:
        """Give the width of a cell's words in units."""
        return self._width(cell) - 2 * self._side

    def take(self, top: float, room: float) -> list[PlacedCell]:
        """Give what goes into a room of some units: the rows that fit, but at least the next."""
        head = self._repeated(top) if self._at else []
        begin = top + (self._head_height if head else 0.0)
        first, end = self._at, begin
        while not self.done:
            self._grow(first)
            more = self._heights[self._at]
            if self._at > first and end + more > top + room and not self._holds_together():
                break
            end += more
            self._at += 1
        return [*head, *self._placed(first, self._at, begin)]

    def _holds_together(self) -> bool:
        """Say whether the next slice belongs to the rows that name the columns, or right below."""
        return self._at <= self._head and self._head_height <= _HIGHEST_HEAD

    @property
    def _head(self) -> int:
        return self._first_slices[self.table.head_rows]

    @property
    def _head_height(self) -> float:
        return sum(self._heights[: self._head])

    def _width(self, cell: TableCell) -> float:
        return self._edges[cell.column + cell.columns] - self._edges[cell.column]

    def _lines_of_rows(self) -> list[int]:
        high = [1] * self.table.rows
        for cell, lines in zip(self.table.cells, self._lines, strict=True):
            if cell.rows == 1:
                high[cell.row] = max(high[cell.row], lines)
        return high

    def _slice_heights(self, high: Sequence[int]) -> list[float]:
        heights: list[float] = []
        for count in high:
            full = [min(SLICE, count - at) * self.line for at in range(0, count, SLICE)]
            full[0] += self.above
            full[-1] += self.below
            heights += full
        return heights

    def _spread(self) -> None:
        """Make the last row of a cell that reaches over several high enough for its words."""
        for number, cell in enumerate(self.table.cells):
            if cell.rows > 1:
                first, last = self._slices(cell)
                missing = self._needs(self._lines[number]) - sum(self._heights[first:last])
                self._heights[last - 1] += max(0.0, missing)

    def _slices(self, cell: TableCell) -> tuple[int, int]:
        end = min(cell.row + cell.rows, self.table.rows)
        return self._first_slices[cell.row], self._first_slices[end]

    def _needs(self, lines: int) -> float:
        return self.above + lines * self.line + self.below

    def _grow(self, first: int) -> None:
        """Make the next slice higher where a cell that began on an earlier page ends with it and
        its words would not fit.
        """
        row = bisect_right(self._first_slices, self._at) - 1
        for number, cell in enumerate(self.table.cells):
            begin, end = self._slices(cell)
            if cell.rows > 1 and begin < first and end == self._at + 1 and cell.row <= row:
                rest = self._lines[number] - self._given[number]
                missing = self._needs(rest) - sum(self._heights[first:end])
                self._heights[self._at] += max(0.0, missing) if rest else 0.0

    def _placed(self, first: int, last: int, top: float) -> list[PlacedCell]:
        tops = [top, *accumulate(self._heights[first:last], initial=top)][1:]
        placed = []
        for number, cell in enumerate(self.table.cells):
            begin, end = self._slices(cell)
            if begin >= last or end <= first:
                continue
            above, below = tops[max(begin, first) - first], tops[min(end, last) - first]
            lines = self._share(number, (first, last), below - above)
            whole = first <= begin and end <= last
            placed.append(self._cell(cell, (above, below), lines, whole=whole))
        return placed

    def _share(self, number: int, slices: tuple[int, int], height: float) -> tuple[int, int]:
        """Give which lines of a cell go on the page that holds some slices."""
        cell, given, all_of_it = self.table.cells[number], self._given[number], self._lines[number]
        begin, end = self._slices(cell)
        if end <= slices[1]:
            upto = all_of_it
        elif cell.rows == 1:
            upto = (slices[1] - begin) * SLICE
        else:
            upto = given + max(0, int((height - self.above - self.below) / self.line + _NEARLY))
        upto = min(all_of_it, max(given, upto))
        self._given[number] = upto
        return given, upto

    def _repeated(self, top: float) -> list[PlacedCell]:
        head = self._head
        if not head or self._at < head or self._head_height > _HIGHEST_HEAD:
            return []
        tops = [*accumulate(self._heights[:head], initial=top)]
        cells = self.table.cells[
            : bisect_left(self.table.cells, self.table.head_rows, key=lambda one: one.row)
        ]
        return [
            self._cell(
                one,
                (tops[self._slices(one)[0]], tops[min(head, self._slices(one)[1])]),
                (0, self._lines[number]),
                whole=True,
                repeated=True,
            )
            for number, one in enumerate(cells)
        ]

    def _cell(
        self,
        cell: TableCell,
        edges: tuple[float, float],
        lines: tuple[int, int],
        *,
        whole: bool,
        repeated: bool = False,
    ) -> PlacedCell:
        left = self._edges[cell.column]
        top, bottom = edges
        return PlacedCell(cell, left, top, self._width(cell), bottom - top, *lines, whole, repeated)
