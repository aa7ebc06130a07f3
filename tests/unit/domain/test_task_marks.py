from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.task_marks import marks_in


def found(text: str) -> list[str]:
    return [mark.words.of(text) for mark in marks_in(text, TextRange(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("修路。（县交通局负责）", ["县交通局负责"]),
        ("修路（县交通局负责）。", ["县交通局负责"]),
        ("修路。（省农业农村厅（局）牵头）", ["省农业农村厅（局）牵头"]),
        (
            "修路。(县交通局负责)\n架桥。【责任单位：县水利局】",
            ["县交通局负责", "责任单位：县水利局"],
        ),
        ("修路。（县交通局负责）架桥。（县水利局负责）", ["县交通局负责", "县水利局负责"]),
        ("修路。\n责任单位：县交通局", ["责任单位：县交通局"]),
        ("修路。责任单位：县交通局。", ["责任单位：县交通局。"]),
        ("修路。（县交通局、县水利局）", ["县交通局、县水利局"]),
        (
            "修路。（甲局、乙局，列第一位者为牵头单位，下同）",
            ["甲局、乙局，列第一位者为牵头单位，下同"],
        ),
        (
            "修路。（牵头单位：县交通局；责任单位：县财政局）",
            ["牵头单位：县交通局；责任单位：县财政局"],
        ),
        (
            "修路（土路）。责任单位：县交通局；完成时限：年底",
            ["责任单位：县交通局；完成时限：年底"],
        ),
    ],
)
def test_brackets_and_labels_are_found(text: str, words: list[str]):
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "证书的实施（技工院校内由人社部门负责），按规定办理。",
        "县自然资源局（以下简称自然资源局）",
        "（此件公开发布）",
        "第一（项",
        "",
    ],
)
def test_other_brackets_are_not(text: str):
    assert found(text) == []


@given(st.text("（）()【】责任单位：县教育局负责。\n甲", max_size=60))
def test_marks_lie_in_the_text_one_after_the_other(text: str):
    marks = list(marks_in(text, TextRange(0, len(text))))
    ends = [0, *(end for mark in marks for end in (mark.span.start, mark.span.end))]
    assert ends == sorted(ends)
    assert all(mark.span.contains(mark.words) and mark.span.end <= len(text) for mark in marks)
