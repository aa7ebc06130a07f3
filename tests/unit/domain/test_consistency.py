from __future__ import annotations

import pytest

from policyviewer.domain.structure import parse


def codes(text):
    return [(one.code, one.span.of(text)) for one in parse(text).findings]


def test_a_list_without_numbers_is_told():
    text = "某办法\n第一条　有下列情形之一的：\n甲；\n乙。\n第二条　丙。"
    assert codes(text) == [("lost-numbering", "下列情形之一的：")]


def test_a_list_that_is_gone_is_told():
    text = "某办法\n第一条　有下列情形之一的：\n第二条　丙。"
    assert codes(text) == [("lost-list", "下列情形之一的：")]


@pytest.mark.parametrize(
    "text",
    [
        "某解释\n现解释如下：\n第一条　甲。\n第二条　乙。",
        "某办法\n第一条　有下列情形之一的：\n（一）甲；\n（二）乙。",
        "某办法\n第一条　修改为：“有下列情形：\n“（一）甲；\n“（二）乙。”",
        "某办法\n第一条　处三年以下有期徒刑，并：\n甲；",
    ],
)
def test_a_list_that_is_there_is_not_told(text):
    assert codes(text) == []


CONTENTS = """某县应急预案
目录
1 总则
1.1 编制目的
1.2 适用范围
2 响应
3 保障
1 总则
1.1 编制目的
甲。
1.2 适用范围
乙。
2 处置
2.1 响应
丙。"""


def test_contents_and_text_are_compared():
    assert codes(CONTENTS) == [
        ("contents-mismatch", "2 响应"),
        ("contents-mismatch", "3 保障"),
        ("contents-mismatch", "2 处置"),
        ("contents-mismatch", "2.1 响应"),
    ]


def test_a_reference_to_nothing_is_told():
    text = "某办法\n第一条　甲。\n第二条　依照本办法第二十条处理。"
    assert codes(text) == [("broken-reference", "本办法第二十条")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("国发〔2202〕3号", "impossible-number"),
        ("国发〔1889〕3号", "impossible-number"),
        ("国发〔2008〕0号", "impossible-number"),
        ("2020年13月5日", "impossible-date"),
        ("2021年2月29日", "impossible-date"),
    ],
)
def test_what_cannot_be_is_told(words, code):
    text = f"关于甲的通知\n按照{words}的文件执行。\n县政府办\n2020年1月1日"
    assert [found for found, _words in codes(text)] == [code]
