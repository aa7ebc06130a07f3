from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.text import (
    in_marks,
    lines_of,
    marked_otherwise,
    without_gaps,
    without_marks,
)


@given(st.text(alphabet=" \n\u3000\t一、总则。\ufeff"))
def test_each_line_stands_where_it_says(text):
    for line in lines_of(text):
        assert text[line.start : line.end] == line.text
        assert line.text.strip() == line.text != ""


def test_blanks_that_spread_a_heading_are_closed():
    assert without_gaps("总\u3000 则") == "总则"
    assert without_gaps("GB 9704 标准") == "GB 9704标准"


def test_a_title_in_a_title_stands_in_other_marks():
    assert in_marks("某县道路办法") == "《某县道路办法》"
    assert in_marks("关于印发《某县道路办法》的通知") == "《关于印发〈某县道路办法〉的通知》"
    assert in_marks("关于修改〈道路法〉的决定") == "《关于修改〈道路法〉的决定》"
    assert (
        in_marks("转发《关于印发〈办法〉的通知》的通知")
        == "《转发〈关于印发《办法》的通知〉的通知》"
    )


def test_marks_are_taken_off_and_changed():
    assert without_marks("关于印发《甲〈乙〉》的通知") == "关于印发甲乙的通知"
    assert marked_otherwise("《甲〈乙〉》") == "〈甲《乙》〉"
