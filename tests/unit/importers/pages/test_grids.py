from __future__ import annotations

from pages_by_hand import piece, ruled
from tests.cost import assert_in_proportion

from policyviewer.importers.pages.grids import grids_of
from policyviewer.importers.pages.pieces import Ruling
from policyviewer.importers.writing import TableCell

ACROSS = [72.0, 172.0, 272.0, 372.0]
DOWN = [100.0, 140.0, 180.0, 220.0]


def cells(grid, pieces=()):
    return [[(cell.text, cell.rows, cell.columns) for cell in row] for row in grid.rows(pieces)]


def test_lines_that_meet_draw_a_table():
    (grid,) = grids_of(ruled(ACROSS, DOWN))
    assert (grid.across, grid.down) == (ACROSS, DOWN)
    words = [piece("左上", 80, 110), piece("右下", 300, 190)]
    assert cells(grid, words) == [
        [("左上", 1, 1), ("", 1, 1), ("", 1, 1)],
        [("", 1, 1)] * 3,
        [("", 1, 1), ("", 1, 1), ("右下", 1, 1)],
    ]


def test_edges_that_each_cell_draws_for_itself_are_one():
    pieces = [
        Ruling(at + shift, start, start + 100, upright=False)
        for at in DOWN for shift in (-0.4, 0.4) for start in ACROSS[:-1]
    ]  # fmt: skip
    pieces += [Ruling(at, start, start + 40, upright=True) for at in ACROSS for start in DOWN[:-1]]
    (grid,) = grids_of(pieces)
    assert (len(grid.across), len(grid.down)) == (4, 4)


def test_cells_without_a_line_between_them_are_merged():
    rulings = [one for one in ruled(ACROSS, DOWN) if one.at not in {140.0, 172.0}]
    rulings += [Ruling(140, 172, 372, upright=False), Ruling(172, 100, 180, upright=True)]
    (grid,) = grids_of(rulings)
    assert cells(grid, [piece("高", 80, 130), piece("宽", 160, 190)]) == [
        [("高", 2, 1), ("", 1, 1), ("", 1, 1)],
        [("", 1, 1), ("", 1, 1)],
        [("宽", 1, 2), ("", 1, 1)],
    ]


def test_two_tables_on_a_page_stay_two():
    grids = grids_of(ruled(ACROSS, [500.0, 540.0, 580.0]) + ruled(ACROSS, DOWN))
    assert [grid.down[0] for grid in grids] == [100, 500]


def test_frames_and_underlines_are_no_tables():
    assert grids_of(ruled([72.0, 372.0], [100.0, 140.0])) == []
    assert grids_of([Ruling(100, 72, 520, upright=False)] * 3) == []
    assert grids_of([]) == []


def test_a_line_that_fills_its_cell_goes_on_in_the_next():
    (grid,) = grids_of(ruled(ACROSS, [100.0, 200.0, 300.0]))
    words = [piece("县财政局会", 80, 110), piece("同审计", 80, 130), piece("镇", 80, 150)]
    assert grid.rows(words)[0][0] == TableCell("县财政局会同审计\n镇")


def test_a_chart_of_thousands_of_lines_is_no_table_and_costs_little():
    def chart(lines: int) -> list[Ruling]:
        return [Ruling(at * 7.0, 0, 500, upright=at % 2 == 0) for at in range(lines)]

    assert grids_of(chart(5_000)) == []
    assert_in_proportion(grids_of, chart, 5_000)
