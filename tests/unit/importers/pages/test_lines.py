from __future__ import annotations

import pytest
from pages_by_hand import line, piece

from policyviewer.importers.pages.lines import continued, joined, lines_of


def test_pieces_at_one_height_are_a_line_from_left_to_right():
    pieces = [piece("二", 200, 73), piece("三", 72, 100), piece("一", 72, 72)]
    lines = lines_of(pieces)
    assert [one.text for one in lines] == ["一 二", "三"]
    assert (lines[0].left, lines[0].right, lines[0].top, lines[0].bottom) == (72, 216, 72, 89)


def test_a_raised_note_number_stands_in_its_line_and_bridges_no_two():
    pieces = [piece("预算法", top=72), piece("1", 120, 70, 8), piece("下一行", top=90)]
    assert [one.text for one in lines_of(pieces)] == ["预算法1", "下一行"]
    assert lines_of(pieces)[0].size == 16


def test_a_narrow_gap_is_no_blank_and_one_of_the_file_is():
    near, far, written = piece("二", 92), piece("三", 125), piece("四", 145)
    written.spaced = True
    assert joined([piece("一", 72), near]) == "一二"
    assert joined([near, far]) == "二 三"
    assert joined([far, written]) == "三 四"
    assert joined([piece("PM", 72), piece("2.5", 92)]) == "PM 2.5"
    assert joined([]) == ""


def test_wide_gaps_part_a_line():
    assert [joined(part) for part in line("序号\t名 称").parts()] == ["序号", "名 称"]
    assert len(lines_of([piece("一", 72), piece("二", 110)])[0].parts()) == 1


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("青山", "县长", "青山县长"),
        ("of the", "People", "of the People"),
        ("共100", "亩", "共100亩"),
        ("PM-", "10", "PM-10"),
        ("", "一", "一"),
    ],
)
def test_lines_of_a_paragraph_are_joined(before: str, after: str, whole: str):
    assert continued(before, after) == whole


def test_pieces_without_height_do_no_harm():
    flat = piece("一")
    flat.bottom = flat.top
    assert [one.text for one in lines_of([flat, piece("二", top=300)])] == ["一", "二"]
    assert lines_of([]) == []
