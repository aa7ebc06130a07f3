from __future__ import annotations

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.marking import mark
from policyviewer.domain.text import lines_of


def classes(text):
    return [one.marker.cls if one.marker else None for one in mark(lines_of(text))]


def test_page_numbers_are_left_out():
    assert len(mark(lines_of("甲。\n— 3 —\n乙。"))) == 2


def test_a_consistent_tree_of_decimals_counts():
    text = "1 总则\n1.1 目的\n1.2 依据\n2 职责\n2.1 机构"
    assert classes(text) == [NodeClass.DECIMAL] * 5


def test_two_amounts_are_no_tree():
    assert NodeClass.DECIMAL not in classes("3.5 公路改造\n8.7 桥梁改造")


def test_quoted_lines_are_text():
    marked = mark(lines_of("修改为：“第一条 甲。\n第二条 乙。”\n二、其他"))
    assert [one.quoted for one in marked] == [False, True, False]
    assert marked[1].marker is None


def test_a_broken_line_that_mentions_an_article_begins_none():
    text = "第一条 " + "当事人依照本条例的有关规定和程序办理手续并且依照" * 2 + "\n第十条规定办理。"
    assert classes(text) == [NodeClass.ARTICLE, None]
