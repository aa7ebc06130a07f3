from __future__ import annotations

from policyviewer.domain.structure import parse


def codes(text):
    return [(one.code, one.span.of(text)) for one in parse(text).findings]


def test_a_gap_is_told():
    assert codes("关于甲的通知\n一、乙\n三、丙") == [("number-gap", "三、")]


def test_a_repeat_is_told():
    assert codes("某条例\n第一条 甲。\n第一条 乙。") == [("number-repeat", "第一条")]


def test_items_that_run_on_through_the_document_are_in_order():
    assert codes("关于甲的意见\n一、乙\n（一）丙\n（二）丁\n二、戊\n（三）己") == []


def test_items_that_begin_anew_are_in_order():
    assert codes("关于甲的意见\n一、乙\n（一）丙\n（二）丁\n二、戊\n（一）己") == []
