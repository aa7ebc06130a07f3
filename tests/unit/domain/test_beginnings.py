from __future__ import annotations

import pytest

from policyviewer.domain.structure import parse

TWO = """关于印发两个规定的通知
各乡镇人民政府：
现印发给你们。
某县人民政府
2020年1月1日
甲规定
为了甲，制定本规定。
一、乙。
二、丙。
三、丁。
戊规定
为了戊，制定本规定。
一、己。
二、庚。"""


def components(text):
    return [(one.id, one.title) for one in parse(text).components]


def test_a_second_text_begins_where_the_numbering_does():
    assert components(TWO) == [
        ("notice", "关于印发两个规定的通知"),
        ("main", "甲规定"),
        ("att_1", "戊规定"),
    ]


def test_a_line_that_ends_like_a_title_begins_nothing_while_the_numbers_go_on():
    text = (
        TWO.replace("戊规定\n", "按照戊规定\n")
        .replace("一、己", "四、己")
        .replace("二、庚", "五、庚")
    )
    assert [name for name, _title in components(text)] == ["notice", "main"]


def test_an_attachment_begins_with_its_caption():
    text = "关于甲的通知\n乙。\n附件：丙表\n某县人民政府\n2020年1月1日\n附件\n丙表\n丁"
    assert components(text) == [("main", "关于甲的通知"), ("att_1", "丙表")]


@pytest.mark.parametrize("name", ["分工表", "责任清单", "实施办法", "工作方案"])
def test_what_is_listed_before_the_signature_begins_nothing(name: str):
    """Not even where the name is that of a list or a text, and the numbers then begin anew."""
    text = (
        "甲县人民政府关于乙的意见\n各乡镇人民政府：\n一、目标\n做好乙，用三年。\n二、任务\n办好丙。\n"
        f"附件：1．{name}\n2．考核办法\n甲县人民政府\n2021年3月1日\n"
        f"附件1\n{name}\n一、丁由戊负责。\n二、己由庚负责。\n附件2\n考核办法\n第一条　考核。"
    )
    assert components(text) == [
        ("main", "甲县人民政府关于乙的意见"),
        ("att_1", name),
        ("att_2", "考核办法"),
    ]
