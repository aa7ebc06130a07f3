from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.documents import Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Cell, Table
from policyviewer.ui.reader.blocks import Block, BlockKind
from policyviewer.ui.reader.grids import MOST_CELLS, MOST_COLUMNS, Grid, blocks_of, weight
from policyviewer.ui.reader.plan import PagePlan

Lay = Callable[..., Outline]
Tabbed = Callable[[str], Outline]
Outlines = st.SearchStrategy[Outline]


def items_of(outline: Outline) -> list[Block | Grid]:
    page = PagePlan(outline)
    return page.items(0, page.lines)


def grids_of(outline: Outline) -> list[Grid]:
    return [one for one in items_of(outline) if isinstance(one, Grid)]


def words_of(outline: Outline, grid: Grid) -> list[str]:
    return [cell.block.span.of(outline.text) for cell in grid.cells]


def test_a_table_is_a_grid_between_paragraphs(duties: Outline):
    items = items_of(duties)
    assert [type(one) for one in items] == [Block, Block, Grid, Block]
    assert blocks_of(items)[2].kind is BlockKind.GAP
    assert words_of(duties, grids_of(duties)[0])[:4] == [
        "序号", "任务", "单位", "1",
    ]  # fmt: skip


def test_the_first_row_names_the_columns(duties: Outline):
    (grid,) = grids_of(duties)
    heads = [cell.block.kind is BlockKind.HEAD_CELL for cell in grid.cells]
    assert heads == [True] * 3 + [False] * 6


def test_a_row_of_numbers_names_nothing(tabbed: Tabbed):
    (grid,) = grids_of(tabbed("5\t6\t7\n4\t3\t2"))
    assert all(cell.block.kind is BlockKind.SHORT_CELL for cell in grid.cells)


def test_a_head_of_two_rows_reaches_as_far_as_its_merged_cells(lay: Lay):
    cells = [
        ((0, 0, 2, 1), "区名"), ((0, 1, 1, 2), "投资"),
        ((1, 1, 1, 1), "去年"), ((1, 2, 1, 1), "今年"),
        ((2, 0, 1, 1), "东城"), ((2, 1, 1, 1), "12"), ((2, 2, 1, 1), "15"),
    ]  # fmt: skip
    (grid,) = grids_of(lay(cells, 3))
    kinds = [cell.block.kind is BlockKind.HEAD_CELL for cell in grid.cells]
    assert kinds == [True] * 4 + [False] * 3


def test_the_cells_of_a_grid_fill_it(lay: Lay):
    cells = [((0, 0, 1, 2), "甲"), ((1, 1, 1, 1), "乙"), ((2, 0, 1, 1), "丙")]
    outline = lay(cells, 3)
    (grid,) = grids_of(outline)
    assert [(cell.row, cell.column, cell.columns) for cell in grid.cells] == [
        (0, 0, 2), (1, 0, 1), (1, 1, 1), (2, 0, 1), (2, 1, 1),
    ]  # fmt: skip
    assert words_of(outline, grid) == ["甲", "", "乙", "丙", ""]


def test_a_long_table_comes_in_grids_of_the_same_columns(
    tabbed: Tabbed, long_table: Callable[[int], str]
):
    outline = tabbed(long_table(900))
    grids = grids_of(outline)
    assert sum(grid.rows for grid in grids) == 900
    assert max(weight(grid) for grid in grids) <= MOST_CELLS
    assert len({grid.columns for grid in grids}) == 1
    assert [grid.first for grid in grids] == [True] + [False] * (len(grids) - 1)
    assert [grid.last for grid in grids] == [False] * (len(grids) - 1) + [True]


def test_a_grid_is_given_with_its_first_line_wherever_the_page_begins(
    tabbed: Tabbed, long_table: Callable[[int], str]
):
    outline = tabbed(long_table(300))
    page = PagePlan(outline)
    at = outline.text.index("第137号")
    first = page.item_line(at)
    item = page.items(first, page.lines)[0]
    assert isinstance(item, Grid)
    assert item.span.start <= at < item.span.end
    assert page.items(first + 1, page.line_at(at) + 1) == []


def test_a_cell_cut_by_the_end_of_its_grid_goes_on_in_the_next(lay: Lay):
    rows = 400
    cells = [((0, 0, rows, 1), "全部")] + [((row, 1, 1, 1), f"第{row}项") for row in range(rows)]
    grids = grids_of(lay(cells, rows))
    tall = [grid.cells[0] for grid in grids]
    assert [cell.rows for cell in tall] == [grid.rows for grid in grids]
    assert [cell.goes_on for cell in tall] == [True] * (len(grids) - 1) + [False]
    assert [cell.resumed for cell in tall] == [False] + [True] * (len(grids) - 1)
    assert all(cell.block.span.length == 0 for cell in tall[1:])


@pytest.mark.parametrize(
    "cells",
    [
        (Cell(TextRange(0, 1), 0, 0, 1, 2), Cell(TextRange(2, 3), 0, 1)),
        (Cell(TextRange(2, 3), 0, 0), Cell(TextRange(0, 1), 0, 1)),
        (Cell(TextRange(0, 1), 0, 0), Cell(TextRange(2, 3), 5, 0)),
        (Cell(TextRange(0, 1), 0, 0), Cell(TextRange(4, 5), 0, 1)),
        (Cell(TextRange(0, 1), 0, 0), Cell(TextRange(2, 3), 0, MOST_COLUMNS)),
        (),
    ],
    ids=["one over another", "out of order", "no such row", "not its row", "too many", "none"],
)
def test_what_is_no_sound_table_is_shown_as_lines(cells: tuple[Cell, ...]):
    text = "甲\t乙\n丙\t丁"
    items = items_of(parse(text, tables=(Table(TextRange(0, len(text)), cells),)))
    shown = [item.span.of(text) for item in items if isinstance(item, Block)]
    assert shown == ["甲\t乙", "丙\t丁"]


@given(st.data())
def test_blocks_follow_each_other_and_hold_every_word(outlines: Outlines, data: st.DataObject):
    outline = data.draw(outlines)
    blocks = blocks_of(items_of(outline))
    ends = [0, *(block.span.end for block in blocks)]
    assert all(end <= block.span.start for end, block in zip(ends, blocks, strict=False))
    shown = "".join(block.span.of(outline.text) for block in blocks)
    assert "".join(shown.split()) == "".join(outline.text.split())


@given(st.data())
def test_every_place_of_a_grid_is_taken_once(outlines: Outlines, data: st.DataObject):
    outline = data.draw(outlines)
    for grid in grids_of(outline):
        taken = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert sorted(taken) == [
            (row, column) for row in range(grid.rows) for column in range(len(grid.columns))
        ]
