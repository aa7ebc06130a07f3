from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.importers.tabbed import tables_in


def cells(text):
    return [
        [(cell.span.of(text), cell.row, cell.column) for cell in table.cells]
        for table in tables_in(text)
    ]


def test_two_lines_of_three_columns_are_a_table():
    text = "分工如下：\n任务\t单位\t时限\n修路\t交通局\t\n完。"
    (table,) = tables_in(text)
    assert table.span.of(text) == "任务\t单位\t时限\n修路\t交通局\t"
    assert cells(text) == [
        [
            ("任务", 0, 0),
            ("单位", 0, 1),
            ("时限", 0, 2),
            ("修路", 1, 0),
            ("交通局", 1, 1),
            ("", 1, 2),
        ]
    ]


def test_three_lines_of_two_columns_are_a_table():
    assert len(cells("项目\t万元\n修路\t30\n造林\t12")[0]) == 6
    assert tables_in("项目\t万元\n修路\t30") == ()


def test_columns_without_words_do_not_count():
    assert cells("\t甲\t乙\n\t丙\t丁\n\t戊\t己")[0][:2] == [("甲", 0, 0), ("乙", 0, 1)]
    assert tables_in("\t一段。\n\t二段。\n\t三段。") == ()


def test_tables_apart_are_two():
    text = "甲\t乙\t丙\n1\t2\t3\n\n丁\t戊\t己\n4\t5\t6"
    assert [len(one) for one in cells(text)] == [6, 6]


@pytest.mark.parametrize(
    "text",
    [
        "第一章　总则\t1\n第二章　职责\t3\n第三章　附则\t8",
        "目\t录\t\n总则\t\t1\n附则\t\t9",
        "一、\t修路。\n二、\t造林。\n三、\t治水。",
        "1.\t修路。\n2.\t造林。\n3.\t治水。",
        "签发人：\t张三\n青政发〔2026〕1号\n甲\t乙",
    ],
)
def test_what_only_looks_so_is_no_table(text: str):
    assert tables_in(text) == ()


def test_amounts_are_no_page_numbers():
    assert len(cells("修路\t30\n造林\t12\n治水\t21")) == 1


@given(st.text(alphabet="甲1\t\n ", max_size=60))
def test_cells_tile_their_table(text: str):
    for table in tables_in(text):
        around = f"\n{text}\n"
        assert (around[table.span.start], around[table.span.end + 1]) == ("\n", "\n")
        assert all(table.span.contains(cell.span) for cell in table.cells)
        assert all("\t" not in cell.span.of(text) for cell in table.cells)


def test_data_without_end_is_no_table(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("policyviewer.importers.tabbed._MOST_CELLS", 6)
    assert tables_in("甲\t乙\t丙\n" * 3)
    assert tables_in("甲\t乙\t丙\n" * 4) == ()
