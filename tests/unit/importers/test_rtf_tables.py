from __future__ import annotations

from policyviewer.importers.rtf_source import Edge, RowShape
from policyviewer.importers.rtf_tables import cells_of
from policyviewer.importers.writing import TableCell


def shape(*edges: int | Edge, left: int = 0) -> RowShape:
    return RowShape(left, [one if isinstance(one, Edge) else Edge(one) for one in edges])


def test_a_cell_spans_the_columns_of_other_rows():
    rows = [(["a", "b"], shape(100, 300)), (["c", "d", "e"], shape(100, 200, 300))]
    assert cells_of(rows)[0] == [TableCell("a"), TableCell("b", columns=2)]


def test_edges_that_nearly_meet_are_one():
    rows = [(["a", "b"], shape(1000, 3000)), (["c", "d"], shape(1040, 2990, left=-9))]
    assert [[one.columns for one in row] for row in cells_of(rows)] == [[1, 1], [1, 1]]


def test_a_row_that_begins_further_right_is_moved():
    rows = [(["a", "b"], shape(1000, 2000)), (["c"], shape(2000, left=1000))]
    assert cells_of(rows)[1] == [TableCell(""), TableCell("c")]


def test_merged_cells_grow():
    down, on = Edge(1000, begins_down=True), Edge(1000, goes_on_down=True)
    rows = [
        (["a", "b"], shape(down, 2000)),
        (["", "c"], shape(on, 2000)),
        (["", "d"], shape(on, Edge(2000))),
        (["e", ""], shape(1000, Edge(2000, goes_on_across=True))),
    ]
    assert cells_of(rows) == [
        [TableCell("a", rows=3), TableCell("b")],
        [TableCell("c")],
        [TableCell("d")],
        [TableCell("e", columns=2)],
    ]


def test_a_cell_that_goes_on_from_nowhere_is_a_cell():
    on = Edge(1000, goes_on_down=True)
    assert cells_of([(["a", "b"], shape(on, 2000))]) == [[TableCell("a"), TableCell("b")]]


def test_a_definition_that_does_not_fit_tells_nothing():
    rows = [(["a", "b"], shape(1000)), (["c", "d"], shape(2000, 1000)), (["e"], RowShape())]
    assert cells_of(rows) == [
        [TableCell("a"), TableCell("b")],
        [TableCell("c"), TableCell("d")],
        [TableCell("e")],
    ]
