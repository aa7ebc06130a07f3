"""A table made ready for paper: its grids put together again, its columns shared out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policyviewer.ui.paper.measures import BODY_SIZE, COLUMNS, WIDTH
from policyviewer.ui.paper.paragraphs import Paragraph, PrintedTable, TableCell
from policyviewer.ui.paper.styles import STYLES
from policyviewer.ui.reader.blocks import Block, BlockKind
from policyviewer.ui.reader.grids import Grid, GridCell
from policyviewer.ui.reader.table_widths import SMALLEST, widths

SMALLEST_SIZE = 6.5
"""Points of a character below which a table's type does not shrink."""
_EM = round(SMALLEST * BODY_SIZE / SMALLEST_SIZE)
"""Pixels of a character in the measure in which columns are shared out, made such that the
smallest type there is the smallest here.
"""


def printed_table(text: str, grids: Sequence[Grid]) -> PrintedTable:
    """Give the table that grids of one table make, in their order."""
    shared = widths(grids[0].columns, _EM * COLUMNS, _EM)
    size = BODY_SIZE * shared.scale
    cells: list[TableCell] = []
    going_on: dict[int, int] = {}
    """Of the columns in which a cell was cut by the end of a grid, where that cell is."""
    row = 0
    for grid in grids:
        for cell in grid.cells:
            if cell.resumed and cell.column in going_on:
                begun = going_on[cell.column]
                cells[begun] = replace(cells[begun], rows=cells[begun].rows + cell.rows)
            else:
                going_on[cell.column] = len(cells)
                cells.append(_cell(text, cell, row, size))
        row += grid.rows
    head = [one.row + one.rows for one in cells if _is_head(one)]
    return PrintedTable(
        tuple(one * WIDTH / sum(shared.columns) for one in shared.columns),
        size,
        row,
        tuple(sorted(cells, key=lambda one: (one.row, one.column))),
        max(head, default=0),
    )


def _cell(text: str, cell: GridCell, row: int, size: float) -> TableCell:
    paragraph = _paragraph(text, cell.block, size)
    return TableCell(paragraph, row + cell.row, cell.column, cell.rows, cell.columns)


def _paragraph(text: str, block: Block, size: float) -> Paragraph:
    start = block.span.start
    faces = tuple((run.span.end - start, run.face) for run in block.runs)
    style = replace(STYLES[block.kind], size=size, keeps=block.kind is BlockKind.HEAD_CELL)
    return Paragraph(block.span.of(text), faces, style, start)


def _is_head(cell: TableCell) -> bool:
    return cell.paragraph.style.keeps
