from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.deadlines import deadlines, deadlines_of, is_standing

WRITTEN = "2020-07-30"
KNOWN = [
    ("2021年底前完成", "2021年底前", "2021-12-31"),
    ("于2021年2月底前报送", "2021年2月底前", "2021-02-28"),
    ("2020年12月31日前报送", "2020年12月31日前", "2020-12-31"),
    ("到2025年，覆盖率达到八成", "到2025年", "2025-12-31"),
    ("力争年底前开工", "年底前", "2020-12-31"),
    ("6月底前报县政府", "6月底前", "2021-06-30"),
    ("9月底前报县政府", "9月底前", "2020-09-30"),
    ("明年3月底前建成", "明年3月底前", "2021-03-31"),
    ("2021年上半年完成", "2021年上半年", "2021-06-30"),
    ("2021年一季度前完成", "2021年一季度前", "2021-03-31"),
    ("8月中旬前完成", "8月中旬前", "2020-08-20"),
    ("到“十四五”末全面建成", "到“十四五”末", "2025-12-31"),
    ("自印发之日起30日内制定", "印发之日起30日内", "2020-08-29"),
    ("印发之日起3个月内制定", "印发之日起3个月内", "2020-10-30"),
    ("明确人员，长期坚持。", "长期坚持", None),
    ("每季度报送一次", "每季度", None),
    ("每年2月底前报送", "每年2月底前", None),
    ("印发之日起20个工作日内公开", "印发之日起20个工作日内", None),
    ("二〇二一年六月底前完成", "二〇二一年六月底前", "2021-06-30"),
    ("2021年6月前完成设计", "2021年6月前", "2021-06-30"),
    ("10月前完成招标", "10月前", "2020-10-31"),
    ("每月25日前报送进展", "每月25日前", None),
]


@pytest.mark.parametrize(("words", "printed", "day"), KNOWN)
def test_a_deadline_is_found_as_printed_and_as_a_day(words: str, printed: str, day: str | None):
    (found,) = deadlines(words, WRITTEN)
    assert (found.printed, found.day) == (printed, day)


@pytest.mark.parametrize(
    "words",
    [
        "2020年7月30日",
        "2019年1月1日至2020年12月31日，",
        "在5月10日前后收到",
        "五年内",
        "从2019年起",
        "2020年年底前可免缴国有资本收益",
        "2013年底前建成的小区",
        "年底效能考核",
        "编制“十四五”规划",
        "“十二五”期间累计投入1亿元",
        "2020年上半年全县经济平稳",
    ],
)
def test_other_times_are_no_deadlines(words: str):
    assert list(deadlines(words, WRITTEN)) == []


def test_without_a_date_of_writing_only_printed_years_are_known():
    assert [one.day for one in deadlines("年底前完成，2021年底前验收", None)] == [
        None,
        "2021-12-31",
    ]


def test_only_an_end_to_come_makes_a_task_by_itself():
    words = "2019年底前验收，2021年底前建成，到2025年翻番"
    assert [one.firm for one in deadlines(words, WRITTEN)] == [False, True, False]


def test_a_month_that_follows_every_year_has_no_day():
    found = deadlines("每年2月底前由省里完成，3月底前由国家完成", WRITTEN)
    assert [one.day for one in found] == [None, None]


@pytest.mark.parametrize("words", ["每季度调度一次，12月底前总结", "每年检查。12月底前总结"])
def test_what_is_done_often_leaves_other_deadlines_their_days(words: str):
    assert [one.day for one in deadlines(words, WRITTEN)] == [None, "2020-12-31"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025年12月", "2025-12-31"),
        ("2025.6", "2025-06-30"),
        ("2025年", "2025-12-31"),
        ("长期坚持", None),
        ("2021年12月底前", "2021-12-31"),
        ("2021年三季度", "2021-09-30"),
        ("12月", "2020-12-31"),
        ("9月30日", "2020-09-30"),
        ("年底", "2020-12-31"),
        ("2021年7-12月", None),
    ],
)
def test_a_cell_is_a_deadline_whatever_its_words(words: str, day: str | None):
    (found,) = deadlines_of(words, WRITTEN)
    assert (found.printed, found.day) == (words, day)


def test_a_cell_with_several_days_has_them_all():
    found = deadlines_of("2021年6月底前完成方案，2021年12月底前完成", WRITTEN)
    assert [one.day for one in found] == ["2021-06-30", "2021-12-31"]
    assert len({one.printed for one in found}) == 1


@pytest.mark.parametrize("words", ["", "-", " 无 "])
def test_an_empty_cell_is_none(words: str):
    assert deadlines_of(words, WRITTEN) == ()


def test_what_has_no_end_is_known():
    assert is_standing("长期坚持")
    assert not is_standing("县水利局")


@given(st.text("0123456789年月日底前到每季度“十四五”末之起内99一二三〇", max_size=30))
def test_any_words_are_read(words: str):
    for found in deadlines(words, WRITTEN):
        assert found.printed in words
        assert found.day is None or len(found.day) == 10
