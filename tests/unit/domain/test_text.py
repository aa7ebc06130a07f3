from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.text import lines_of, without_gaps


@given(st.text(alphabet=" \n\u3000\t一、总则。\ufeff"))
def test_each_line_stands_where_it_says(text):
    for line in lines_of(text):
        assert text[line.start : line.end] == line.text
        assert line.text.strip() == line.text != ""


def test_blanks_that_spread_a_heading_are_closed():
    assert without_gaps("总\u3000 则") == "总则"
    assert without_gaps("GB 9704 标准") == "GB 9704标准"
