from __future__ import annotations

import re

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.structure import parse
from policyviewer.domain.tree import wrapped_width

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


def test_lines_that_a_converter_broke_are_no_paragraphs():
    sentence = "县人民政府应当组织有关部门（包括乡镇人民政府）做好各项工作，落实“一把手”责任；经费"
    article = f"{sentence}由县财政安排，不足部分由乡镇人民政府负担。"
    text = "某办法\n" + "\n".join(f"第{n}条 {article}" for n in "一二三四五六七八九十")
    broken = "\n".join(re.sub("(.{30})(?=.)", r"\1\n", line) for line in text.split("\n"))
    assert [node.id for node in parse(broken).nodes] == [node.id for node in parse(text).nodes]


def test_short_lines_alone_are_not_broken_ones():
    assert wrapped_width([30] * 5) is None
    assert wrapped_width([10, 200, 35] * 20) is None
    assert wrapped_width([36, 36, 36, 12] * 20) == 33


def test_a_page_number_between_signature_and_date_divides_nothing():
    text = "关于甲的通知\n一、乙。\n某县人民政府\n— 1 —\n2020年1月1日\n附件\n丙表\n丁"
    outline = parse(text)
    assert [one.id for one in outline.components] == ["main", "furniture", "att_1"]
    assert outline.nodes[0].span.of(text) == "一、乙。"
