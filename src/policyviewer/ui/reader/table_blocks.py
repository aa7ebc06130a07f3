"""Tables of the page: cells as blocks, in stretches that Qt lays out in one go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.ui.reader.blocks import Block, BlockKind, Face, block_of

MOST_ROWS = 40
MOST_CELLS = 240
"""Of a stretch: Qt lays out a table as a whole, some 0.1 ms a cell."""
_NARROWEST = 2.0
"""Characters that a column asks for at least."""
_PADDING = 1.2
_PAGE = 46.0
"""Characters of a cell's size in a line of the page: columns of long texts share what the short
ones leave, so that a short word is not broken.
"""
_MANY_COLUMNS = 7
"""So many columns are set in smaller characters."""
_SHORT = 12
"""Characters: a cell that is no longer stands in the middle, and is not broken."""
_FIGURES = re.compile(r"[\d.,%+\-—/ ()（）]+")
_USUAL_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands in its stretch, and how many rows and columns it takes up."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class TableBlocks:
    """Rows of a table that are put on the page together.

    ``blocks`` are a thin line before, the cells in the order of Qt's grid (those that the text
    leaves out being empty), and a thin line behind; ``places`` are those of the cells.
    """

    blocks: tuple[Block, ...]
    places: tuple[Place, ...]
    rows: int
    widths: tuple[float, ...]
    """The columns' shares of the width; together 1."""

    @cached_property
    def span(self) -> TextRange:
        """Give the range of the text that the rows take up."""
        return TextRange(self.blocks[0].span.start, self.blocks[-1].span.end)


def stretches(text: str, table: Table) -> list[TableBlocks]:
    """Give a table as stretches of rows, from its first to its last."""
    columns = max((cell.column + cell.columns for cell in table.cells), default=0)
    rows = max((cell.row + cell.rows for cell in table.cells), default=0)
    if not columns:
        return []
    widths = column_widths(text, table, columns)
    size = max(1, min(MOST_ROWS, MOST_CELLS // columns))
    by_row: list[list[Cell]] = [[] for _ in range(rows)]
    for cell in table.cells:
        by_row[cell.row].append(cell)
    kinds = _kinds(columns)
    return [
        _stretch(text, by_row[first : first + size], first, widths, kinds, table)
        for first in range(0, rows, size)
    ]


def column_widths(text: str, table: Table, columns: int) -> tuple[float, ...]:
    """Give each column's share of the width, by what most of its cells need on one line."""
    needs: list[list[float]] = [[] for _ in range(columns)]
    for cell in table.cells:
        if cell.columns == 1:
            needs[cell.column].append(_need(cell.span.of(text)))
    wanted = [max(_NARROWEST, _usual(one)) + _PADDING for one in needs]
    short = sum(one for one in wanted if one <= _SHORT)
    long = sum(one for one in wanted if one > _SHORT)
    room = max(_PAGE - short, long / 4)
    scale = min(1.0, room / long) if long else 1.0
    scaled = [one if one <= _SHORT else max(_SHORT, one * scale) for one in wanted]
    return tuple(one / sum(scaled) for one in scaled)


def _need(words: str) -> float:
    """Give the longest line of a cell in Chinese characters."""
    lines = words.split("\u2028")
    return max(sum(1.0 if ord(sign) > 0x2E7F else 0.55 for sign in line) for line in lines)


def _usual(needs: Sequence[float]) -> float:
    ordered = sorted(needs)
    return ordered[min(len(ordered) - 1, int(_USUAL_SHARE * len(ordered)))] if ordered else 0.0


def _kinds(columns: int) -> tuple[BlockKind, BlockKind]:
    """Give how cells are set: centred, and from the left."""
    if columns >= _MANY_COLUMNS:
        return BlockKind.SMALL_CENTRED_CELL, BlockKind.SMALL_CELL
    return BlockKind.CENTRED_CELL, BlockKind.CELL


def _stretch(
    text: str,
    rows: Sequence[Sequence[Cell]],
    first: int,
    widths: tuple[float, ...],
    kinds: tuple[BlockKind, BlockKind],
    table: Table,
) -> TableBlocks:
    start = rows[0][0].span.start if rows[0] else table.span.start
    blocks = [_line(start)]
    places: list[Place] = []
    for place, cell in _grid(rows, len(widths)):
        at = blocks[-1].span.end
        span = cell.span if cell is not None else TextRange(at, at)
        head = first == 0 and place.row == 0
        kind = kinds[0] if head or _stands_centred(span.of(text)) else kinds[1]
        blocks.append(block_of(kind, span, [], Face.HEITI if head else Face.BODY))
        places.append(place)
    blocks.append(_line(blocks[-1].span.end))
    return TableBlocks(tuple(blocks), tuple(places), len(rows), widths)


def _grid(rows: Sequence[Sequence[Cell]], columns: int) -> Iterator[tuple[Place, Cell | None]]:
    """Give every place of the grid that no merged cell covers, with its cell if it has one."""
    covered: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        by_column = {cell.column: cell for cell in cells}
        for column in range(columns):
            if (row, column) in covered:
                continue
            cell = by_column.get(column)
            place = _place(cell, row, column, len(rows), columns) if cell else Place(row, column)
            covered |= {
                (row + down, column + across)
                for down in range(place.rows)
                for across in range(place.columns)
            }
            yield place, cell


def _place(cell: Cell, row: int, column: int, rows: int, columns: int) -> Place:
    return Place(row, column, min(cell.rows, rows - row), min(cell.columns, columns - column))


def _stands_centred(words: str) -> bool:
    return len(words) <= _SHORT or _FIGURES.fullmatch(words) is not None


def _line(at: int) -> Block:
    """Give the thin line that parts tables from what stands around them."""
    return block_of(BlockKind.GAP, TextRange(at, at), [], Face.BODY)
