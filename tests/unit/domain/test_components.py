from __future__ import annotations

from policyviewer.domain.components import divide
from policyviewer.domain.text import lines_of

SHELL = """国务院关于印发某某办法的通知
国发\u30142018\u301541号
各省、自治区、直辖市人民政府：
现将《某某办法》印发给你们，请认真贯彻执行。
国务院
2018年12月13日
（此件公开发布）
某某办法
第一条　为了工作，制定本办法。
附件1
任务清单
一、任务
抄送：各部门。"""


def ids(text):
    return [part.id for part in divide(lines_of(text))]


def test_a_shell_its_text_and_its_attachment_come_apart():
    assert ids(SHELL) == ["notice", "main", "att_1", "back"]


def test_an_order_is_the_shell_of_its_regulation():
    text = (
        "中华人民共和国国务院令\n第706号\n《条例》已经通过，现予公布。\n"
        "总理 某某\n2018年11月6日\n专利条例\n第一条 甲。"
    )
    assert ids(text) == ["notice", "main"]


def test_a_caption_before_the_title_stands_in_front():
    assert ids("大桥。张三摄\n某县关于修路的通知\n一、修路\n修好。") == ["front", "main"]


def test_a_list_of_attachments_begins_no_component():
    assert ids("关于甲的通知\n请执行。\n附件：1.甲\n2.乙\n某局\n2020年1月1日") == ["main"]


def test_no_lines_have_no_parts():
    assert divide([]) == []
