from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import integers, text

from policyviewer.domain.numerals import chinese
from policyviewer.search.spelling import MOST, spellings


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("第12条", "第十二条"),
        ("第十二条", "第12条"),
        ("13", "十三"),
        ("十三", "13"),
        ("第3款", "第三款"),
        ("三月", "3月"),
        ("2018年", "二〇一八年"),
        ("二零一八年", "2018年"),
        ("二〇一八年", "二零一八年"),
        ("一百〇三条", "103条"),
        ("第103条", "第一百零三条"),
        ("2000元", "二千元"),
        ("2020年7月30日", "二〇二〇年七月三十日"),
        ("刑法133条之1", "刑法一百三十三条之1"),
    ],
)
def test_a_number_is_printed_in_many_ways(typed: str, printed: str) -> None:
    assert spellings(typed)[0] == typed
    assert printed in spellings(typed)


@pytest.mark.parametrize(
    "typed",
    ["一带一路", "三农", "5g", "3.5%", "07", "十四五", "二三产业", "千百万", "1,000", "万一", ""],
)
def test_what_is_no_number_is_left(typed: str) -> None:
    assert spellings(typed) == (typed,)


@given(integers(1, 9999))
def test_both_numerals_are_each_other(value: int) -> None:
    assert f"第{chinese(value)}条" in spellings(f"第{value}条")
    assert f"第{value}条" in spellings(f"第{chinese(value)}条")


@given(text("第一二十百千零〇0123条年. a", max_size=60))
def test_there_are_not_too_many(typed: str) -> None:
    ways = spellings(typed)
    assert ways[0] == typed
    assert len(ways) <= MOST
    assert len(set(ways)) == len(ways)
