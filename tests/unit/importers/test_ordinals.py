from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.numerals import number as value_of
from policyviewer.importers.ordinals import circled, ordinal, spaced


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 210, "二百一十"),
        ("japaneseCounting", 21, "二十一"),
        ("chineseCounting", 12345, "12345"),
        ("chineseLegalSimplified", 15, "壹拾伍"),
        ("ideographDigital", 105, "一〇五"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedParen", 21, "(21)"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("decimalEnclosedFullstop", 99, "99."),
        ("ideographEnclosedCircle", 3, "㊂"),
        ("ideographEnclosedCircle", 11, "十一"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 13, "子"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 26, "z"),
        ("decimalZero", 7, "07"),
        ("none", 7, ""),
        ("bullet", 7, ""),
        ("unheard", 7, "7"),
        ("upperRoman", 1_000_000, "1000000"),
        ("lowerLetter", 1_000_000, "1000000"),
        ("chineseCounting", 0, "0"),
        ("upperLetter", -1, "0"),
    ],
)
def test_numbers_are_written_as_word_writes_them(form: str, number: int, written: str):
    assert ordinal(number, form) == written


def test_circles_reach_fifty():
    assert "".join(map(circled, (1, 20, 21, 35, 36, 50, 51))) == "①⑳㉑㉟㊱㊿51"


@given(st.integers(min_value=1, max_value=9999))
def test_chinese_numbers_read_back(number: int):
    assert value_of(ordinal(number, "chineseCounting")) == number


@pytest.mark.parametrize(
    ("label", "text", "line"),
    [
        ("一、", "总则", "一、总则"),
        ("（一）", "总则", "（一）总则"),
        ("第一条", "本办法", "第一条　本办法"),
        ("第一条　", "本办法", "第一条　本办法"),
        ("1.", "修路", "1.修路"),
        ("1.", "5亿元", "1. 5亿元"),
        ("1.1", "总则", "1.1 总则"),
        ("——", "修路", "——修路"),
        ("•", "修路", "• 修路"),
        ("", "修路", "修路"),
        ("3.", "", "3."),
    ],
)
def test_labels_stand_as_if_typed(label: str, text: str, line: str):
    assert spaced(label, text) == line
