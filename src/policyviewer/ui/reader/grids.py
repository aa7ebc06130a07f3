"""Tables on the page: a table is cut into grids of rows, each laid out in one go.

All grids of a table have the same columns and stand seamlessly one below the other, so that a
table of thousands of rows comes in slices like any long text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.domain.text import BLANKS
from policyviewer.ui.reader.blocks import Block, BlockKind, Face, block_of, void
from policyviewer.ui.reader.table_widths import Column, column_of

MOST_CELLS = 100
"""Cells of a grid that Qt lays out well within 50 ms."""
MOST_CHARACTERS = 4_000
"""Code points of a grid, on average."""
MOST_COLUMNS = 64
"""Word's limit is 63; what has more is shown as lines."""
_LOOKED_AT = 400
"""Rows that decide on the columns of a long table."""
_MOST_HEAD_ROWS = 4
_LONGEST_HEAD = 20
_NUMBER = regex(r"[\d.,，%％‰/+\u2212\u2013—-]+")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with its paragraph; ``row`` counts from the first one of its grid."""

    block: Block
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    goes_on: bool = False
    """Whether the cell is cut by the end of its grid and goes on in the next one."""
    resumed: bool = False
    """Whether it began in the grid before."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table; its cells fill it without a gap, in the order of Qt's."""

    span: TextRange
    columns: tuple[Column, ...]
    rows: int
    cells: tuple[GridCell, ...]
    first: bool
    """Whether the table begins with this grid."""
    last: bool

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Give the paragraph that Qt wants before a table, and those of the cells."""
        gap = void(BlockKind.GAP, self.span.start)
        return (gap, *(cell.block for cell in self.cells))


Item = Block | Grid
"""What stands on the page one below the other."""


def blocks_of(items: Iterable[Item]) -> list[Block]:
    """Give the paragraphs of some items, in Qt's order."""
    return [block for item in items for block in _blocks(item)]


def weight(item: Item) -> int:
    """Give the number of paragraphs of an item."""
    return len(item.cells) if isinstance(item, Grid) else 1


class TableGrids:
    """The grids of one table; each is made when it is asked for."""

    def __init__(self, text: str, table: Table, starts: Sequence[int], first_line: int) -> None:
        """``starts`` are the code points with which the text's lines begin."""
        self._text = text
        self._table = table
        self._starts = starts
        self._first_line = first_line
        cells = table.cells
        self._columns = max((one.column + one.columns for one in cells), default=0)
        self._rows = text.count("\n", table.span.start, table.span.end) + 1
        self._tall = [one for one in cells if one.rows > 1]
        self._step = self._rows_of_a_grid()

    @property
    def sound(self) -> bool:
        """Say whether rows are lines, as they should be, and no two cells share a place."""
        return 0 < self._columns <= MOST_COLUMNS and self._in_order() and self._apart()

    def first_of(self, line: int) -> int:
        """Give the line with which the grid of a line begins."""
        row = line - self._first_line
        return line - row % self._step

    def items(self, line: int) -> list[Item]:
        """Give the grid that begins with a line; nothing for the other lines of a grid."""
        row = line - self._first_line
        if row % self._step:
            return []
        return [self._grid(row, min(row + self._step, self._rows))]

    def _rows_of_a_grid(self) -> int:
        """Give how many rows a grid has: all of them, if the table is small."""
        length = self._table.span.length
        part = max(self._rows * self._columns / MOST_CELLS, length / MOST_CHARACTERS)
        return self._rows if part <= 1.5 else max(1, int(self._rows / part))

    def _in_order(self) -> bool:
        cells = self._table.cells
        places = [(one.row, one.column) for one in cells]
        ends = [self._table.span.start, *(one.span.end for one in cells)]
        return (
            all(one < other for one, other in pairwise(places))
            and all(end <= one.span.start for end, one in zip(ends, cells, strict=False))
            and all(self._holds(one) for one in cells)
        )

    def _holds(self, cell: Cell) -> bool:
        """Say whether a cell stands in the line of its row."""
        row = cell.row
        if row >= self._rows or cell.rows < 1 or cell.columns < 1:
            return False
        start = self._starts[self._first_line + row]
        line = self._first_line + row + 1
        end = self._starts[line] - 1 if line < len(self._starts) else len(self._text)
        return start <= cell.span.start and cell.span.end <= end

    def _apart(self) -> bool:
        if not self._tall and all(one.columns == 1 for one in self._table.cells):
            return True
        taken: set[tuple[int, int]] = set()
        for cell in self._table.cells:
            for row in range(cell.row, min(cell.row + cell.rows, self._rows)):
                for column in range(cell.column, cell.column + cell.columns):
                    if (row, column) in taken:
                        return False
                    taken.add((row, column))
        return True

    def _cells_of(self, first: int, last: int) -> Sequence[Cell]:
        """Give the cells that begin in the rows ``first`` (included) to ``last`` (excluded)."""
        cells = self._table.cells
        begin = bisect_left(cells, first, key=lambda one: one.row)
        return cells[begin : bisect_left(cells, last, key=lambda one: one.row)]

    def _grid(self, first: int, last: int) -> Grid:
        begin = self._starts[self._first_line + first]
        line = self._first_line + last
        end = self._starts[line] - 1 if last < self._rows else self._table.span.end
        cells = self._filled(first, last, begin)
        span = TextRange(begin, end)
        return Grid(span, self.columns, last - first, cells, first == 0, last == self._rows)

    def _filled(self, first: int, last: int, begin: int) -> tuple[GridCell, ...]:
        """Give the cells of a grid: those with words, what goes on from above, empty ones."""
        drafts = {
            (one.row - first, one.column): self._cell(one, first, last)
            for one in self._cells_of(first, last)
        }
        for one in self._tall:
            if one.row < first < one.row + one.rows:
                drafts[0, one.column] = self._resumed(one, first, last)
        covered = {
            (row, column)
            for one in drafts.values()
            for row in range(one.row, one.row + one.rows)
            for column in range(one.column, one.column + one.columns)
        }
        every = ((row, column) for row in range(last - first) for column in range(self._columns))
        empty = void(BlockKind.CELL, begin)
        for row, column in every:
            if (row, column) not in covered:
                drafts[row, column] = GridCell(empty, row, column)
        return tuple(_behind_each_other((drafts[place] for place in sorted(drafts)), begin))

    def _cell(self, cell: Cell, first: int, last: int) -> GridCell:
        below = min(cell.row + cell.rows, self._rows)
        block = self._block(cell)
        rows = min(below, last) - cell.row
        return GridCell(
            block, cell.row - first, cell.column, rows, cell.columns, goes_on=below > last
        )

    def _resumed(self, cell: Cell, first: int, last: int) -> GridCell:
        below = min(cell.row + cell.rows, self._rows)
        empty = void(BlockKind.CELL, 0)
        rows = min(below, last) - first
        return GridCell(
            empty, 0, cell.column, rows, cell.columns, goes_on=below > last, resumed=True
        )

    def _block(self, cell: Cell) -> Block:
        raw = cell.span.of(self._text)
        words = raw.strip(BLANKS)
        start = cell.span.start + len(raw) - len(raw.lstrip(BLANKS)) if words else cell.span.start
        span = TextRange(start, start + len(words))
        if cell.row < self._head_rows:
            return block_of(BlockKind.HEAD_CELL, span, [], Face.HEITI)
        kind = BlockKind.SHORT_CELL if cell.columns > 1 else self.columns[cell.column].kind
        if cell.columns > 1 and len(words) > _LONGEST_HEAD:
            kind = BlockKind.CELL
        return block_of(kind, span, [], Face.BODY)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Give what the columns hold; in a long table rows far apart stand for all."""
        step = -(-self._rows // _LOOKED_AT)
        words: list[list[str]] = [[] for _ in range(self._columns)]
        heads: list[list[str]] = [[] for _ in range(self._columns)]
        for row in range(0, self._rows, step):
            for cell in self._cells_of(row, row + 1):
                if cell.columns == 1:
                    kept = heads if row < self._head_rows else words
                    kept[cell.column].append(cell.span.of(self._text).strip(BLANKS))
        return tuple(map(column_of, words, heads))

    @cached_property
    def _head_rows(self) -> int:
        """Give how many rows name the columns: the first, and those that it reaches into."""
        rows = 1
        top = self._cells_of(0, 1)
        if len(top) == 1 and top[0].columns == self._columns:
            top = self._cells_of(1, 2)
            rows = 2
        named = [one for one in top if one.span.of(self._text).strip(BLANKS)]
        if self._rows <= rows or len(named) < 2 or not all(map(self._names, named)):
            return 0
        rows = max(one.row + one.rows for one in named if one.rows <= _MOST_HEAD_ROWS)
        return rows if rows < self._rows else 0

    def _names(self, cell: Cell) -> bool:
        words = cell.span.of(self._text).strip(BLANKS)
        return (
            len(words) <= _LONGEST_HEAD
            and not _NUMBER.fullmatch(words)
            and cell.rows <= _MOST_HEAD_ROWS
        )


def _behind_each_other(cells: Iterable[GridCell], at: int) -> Iterator[GridCell]:
    """Put each cell without words behind the one before it."""
    for cell in cells:
        one = cell if cell.block.span.length else replace(cell, block=void(cell.block.kind, at))
        at = one.block.span.end
        yield one


def _blocks(item: Item) -> Sequence[Block]:
    return item.blocks if isinstance(item, Grid) else (item,)
