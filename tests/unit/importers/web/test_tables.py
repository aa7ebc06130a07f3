from __future__ import annotations

import pytest

from policyviewer.importers.web.tables import is_data, rows_of, spanned
from policyviewer.importers.web.tree import Element, fast_tree
from policyviewer.importers.writing import TableCell


def table(page: str) -> Element:
    return next(one for one in fast_tree(page).elements() if one.tag == "table")


def test_rows_have_their_own_cells_only():
    page = (
        "<table><thead><tr><th>一</th></tr></thead><tr><td>二"
        "<table><tr><td>三</td></tr></table></td></tr></table>"
    )
    assert [[cell.words() for cell in row] for row in rows_of(table(page))] == [["一"], ["二三"]]


@pytest.mark.parametrize(
    ("said", "meant"),
    [("2", 2), ("", 1), ("0", 1), ("x", 1), ("-3", 1), ("99999", 200), ("3px", 3)],
)
def test_spans_are_bounded(said: str, meant: int):
    assert spanned(Element("td", {"rowspan": said}), "rowspan") == meant


def rows(*texts: str):
    return [[TableCell(cell) for cell in row.split("|")] for row in texts]


def test_words_side_by_side_are_data():
    assert is_data(rows("任务|单位", "修路|交通局"))


@pytest.mark.parametrize(
    "given",
    [
        [],
        rows("一", "二"),
        rows("左|右"),
        rows("|一", "|二"),
        rows("菜单|" + "长" * 900, "旁|边"),
    ],
)
def test_frames_are_no_data(given):
    assert not is_data(given)
