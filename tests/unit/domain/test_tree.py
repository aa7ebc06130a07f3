from __future__ import annotations

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.structure import parse

LAW = """某某条例
第一章 总则
第一条 为了规范，制定本条例。
第二条 有下列情形之一的：
（一）甲；
（二）乙。
前款规定另有安排的除外。
第二条之一 丙。"""


def test_articles_hold_paragraphs_and_items():
    assert [node.id for node in parse(LAW).nodes] == [
        "ch_1",
        "art_1",
        "art_2",
        "art_2/p_1",
        "art_2/p_1/i_1",
        "art_2/p_1/i_2",
        "art_2/p_2",
        "art_2bis1",
    ]


def test_levels_may_be_skipped():
    nodes = parse("关于甲的通知\n一、乙\n1.丙\n（1）丁\n二、戊").nodes
    assert [node.parent for node in nodes] == [None, "main/l1_1", "main/l1_1/l3_1", None]


def test_a_repeated_number_gets_an_id_of_its_own():
    nodes = parse("关于甲的通知\n一、乙\n一、丙").nodes
    assert len({node.id for node in nodes}) == 2


def test_headings_over_articles_hold_them():
    nodes = parse(
        "关于适用某法的解释\n一、管辖\n第一条 甲。\n第二条 乙。\n二、回避\n第三条 丙。"
    ).nodes
    assert [node.parent for node in nodes if node.cls is NodeClass.ARTICLE] == [
        "main/l1_1",
        "main/l1_1",
        "main/l1_2",
    ]


def test_a_node_spans_all_below_it():
    text = "关于甲的通知\n一、乙\n（一）丙。\n丁。\n二、戊"
    first = parse(text).nodes[0]
    assert first.span.of(text) == "一、乙\n（一）丙。\n丁。"
