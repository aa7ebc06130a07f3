from __future__ import annotations

import pytest
from pages_by_hand import line

from policyviewer.importers.pages.aligned import row_of, table_length

ROWS = ["项目\t标准\t备注", "农田\t0.15\t每亩", "水渠\t0.30\t每米"]


def lines(rows):
    return [line(row, top=72 + 30 * at) for at, row in enumerate(rows)]


def test_three_rows_whose_words_stand_below_each_other_are_a_table():
    assert table_length(lines([*ROWS, "以上标准从今年起执行。"]), 0) == 3
    assert [cell.text for cell in row_of(lines(ROWS)[1])] == ["农田", "0.15", "每亩"]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:2],
        ["青山县人民政府办公室", "二〇二六年", "三月"],
        ["目的\t1", "职责\t2", "附则\t3"],
        ["总则………\t甲", "分则………\t乙", "附则………\t丙"],
        ["一、\t目的", "二、\t职责", "三、\t附则"],
        ["项目\t标准\t备注", "农田\t0.15", "水渠\t0.30\t每米"],
    ],
)
def test_less_than_a_table_is_none(rows):
    assert table_length(lines(rows), 0) == 0


def test_words_in_line_by_their_ends_or_middles_are_aligned_too():
    rows = lines(["项目\t标准\t备注"] * 3)
    rows[1].pieces[1].left -= 40
    rows[2].pieces[1].left -= 30
    rows[2].pieces[1].right += 30
    assert table_length(rows, 0) == 3
    rows[2].pieces[1].left += 90
    assert table_length(rows, 0) == 0
