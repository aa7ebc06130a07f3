from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.duties import duty_of, is_list_of_bodies, says_who

SAID = [
    ("县教育局牵头，县财政局、各乡镇配合", "县教育局", "县财政局、各乡镇"),
    ("牵头单位：县教育局；责任单位：县财政局、各镇（街道）", "县教育局", "县财政局、各镇（街道）"),
    ("责任单位：县水利局、县林业局", "县水利局、县林业局", ""),
    ("责任单位：县水利局；配合单位：县林业局", "县水利局", "县林业局"),
    ("由县发改局牵头，会同县住建局落实", "县发改局", "县住建局"),
    ("县发改局会同有关部门负责", "县发改局", "有关部门"),
    ("县教育局负责", "县教育局", ""),
    ("县教育局、县财政局，各乡镇按职责分工负责", "县教育局、县财政局、各乡镇", ""),
    ("县教育局牵头，县财政局，各乡镇按职责分工负责", "县教育局", "县财政局、各乡镇"),
    ("县委组织部牵头、县人社局和县教育局配合", "县委组织部", "县人社局、县教育局"),
    ("县教育局、县财政局", "县教育局、县财政局", ""),
    ("责任领导：张三；责任单位：县水利局", "县水利局", ""),
    ("负责部门：民航局，适用范围：河南试验区", "民航局", ""),
    ("省农业农村厅（局）负责", "省农业农村厅（局）", ""),
    ("县教育局、县财政局负责，列第一位者为牵头单位，下同", "县教育局", "县财政局"),
    ("责任单位：县教育局、县财政局，排在首位的为牵头单位", "县教育局", "县财政局"),
    ("县教育局牵头负责，县财政局、县人社局参与", "县教育局", "县财政局、县人社局"),
    ("市场监管局、公安局等部门按职责分工负责", "市场监管局、公安局", ""),
]


@pytest.mark.parametrize(("words", "lead", "support"), SAID)
def test_words_say_who_leads_and_who_supports(words: str, lead: str, support: str):
    duty = duty_of(words, None)
    assert duty is not None
    assert ("、".join(duty.lead), "、".join(duty.support)) == (lead, support)


@pytest.mark.parametrize(
    "words",
    ["此件公开发布", "或其他基本核算单位，下同", "以下简称《办法》", "含技工院校", "50%负责"],
)
def test_other_brackets_say_nothing(words: str):
    assert duty_of(words, None) is None


def test_the_first_of_a_list_leads_where_the_document_has_said_so():
    duty = duty_of("县教育局、县财政局负责", None, first_leads=True)
    assert duty is not None
    assert (duty.lead, duty.support) == (("县教育局",), ("县财政局",))


@pytest.mark.parametrize(
    "words",
    [
        "责任部门：县教育局（列第一位者为牵头单位，下同）、县财政局",
        "县教育局、县财政局（排名第一的为牵头单位，下同）",
        "县教育局、县财政局，排在第一位的为牵头部门，下同",
    ],
)
def test_what_is_said_of_all_lists_is_no_body(words: str):
    duty = duty_of(words, None)
    assert duty is not None
    assert (duty.lead, duty.support) == (("县教育局",), ("县财政局",))


def test_a_named_leader_leads_whatever_the_order():
    duty = duty_of("县财政局负责，县教育局牵头", None, first_leads=True)
    assert duty is not None
    assert duty.lead == ("县教育局",)


@pytest.mark.parametrize(
    ("words", "printed", "day"),
    [
        ("县教育局牵头，2021年6月底前完成", "2021年6月底前", "2021-06-30"),
        ("责任单位：县教育局；完成时限：2021年12月", "2021年12月", "2021-12-31"),
        ("县教育局，长期坚持", "长期坚持", None),
        ("县教育局负责，年底前完成", "年底前", "2020-12-31"),
    ],
)
def test_a_bracket_may_say_by_when(words: str, printed: str, day: str | None):
    duty = duty_of(words, "2020-07-30")
    assert duty is not None
    assert duty.lead == ("县教育局",)
    assert [(one.printed, one.day) for one in duty.deadlines] == [(printed, day)]


def test_a_label_may_say_only_by_when():
    duty = duty_of("完成时限：2021年底", None)
    assert duty is not None
    assert (duty.names, duty.deadlines[0].day) == ((), "2021-12-31")


def test_bare_lists_are_told_from_sentences():
    assert is_list_of_bodies("市教育局、市财政局按职责分工")
    assert not is_list_of_bodies("市教育局已经办理")
    assert says_who("县教育局牵头")
    assert not says_who("此件公开发布")


@given(
    st.text(
        "县教育局财政牵头负责配合，、；：会同由等有关部门（）单位责任下同列第一位者为", max_size=40
    )
)
def test_any_words_are_read(words: str):
    duty = duty_of(words, "2020-07-30")
    assert duty is None or not set(duty.lead) & set(duty.support)
