from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.speech import LONGEST, said, sentences
from policyviewer.domain.structure import parse

TEXT = (
    "关于修路的通知\n云政发〔2019〕2号\n一、总体要求\n"
    "　　加快修路。“尽快完成。”不得拖延；违者通报。"
)


def words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    within = TextRange(start, len(text) if end is None else end)
    return [one.words for one in sentences(parse(text), text, within)]


def test_a_text_is_said_sentence_by_sentence():
    assert words(TEXT) == [
        "关于修路的通知",
        "云政发 2019 2号",
        "一、总体要求",
        "加快修路。",
        "“尽快完成。”",
        "不得拖延；",
        "违者通报。",
    ]


def test_only_what_is_selected_is_said():
    start = TEXT.index("不得")
    assert words(TEXT, start, start + 4) == ["不得拖延"]


def test_a_long_sentence_is_said_in_parts():
    parts = words("坚持统一领导，" * 100 + "落实到位。")
    assert max(map(len, parts)) <= LONGEST
    assert "".join(parts) == "坚持统一领导，" * 100 + "落实到位。"
    assert all(one.endswith("，") for one in parts[:-1])


@pytest.mark.parametrize(
    ("printed", "told"),
    [("序号\t任务", "序号，任务"), ("人民**府", "人民 府"), ("———", ""), ("　 甲　乙 ", "甲 乙")],
)
def test_signs_that_are_not_said(printed: str, told: str):
    assert said(printed) == told


@given(st.text("甲乙。，；\n\t \u3000*第1条", max_size=300), st.data())
def test_what_is_said_stands_there_in_order(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = list(sentences(parse(text), text, TextRange(start, end)))
    assert all(start <= one.span.start < one.span.end <= end for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(said(one.span.of(text)) == one.words for one in found)
