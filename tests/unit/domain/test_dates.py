from __future__ import annotations

import pytest

from policyviewer.domain.dates import first_date, last_date, typed_date


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2020年7月30日", "2020-07-30"),
        ("二〇〇五年六月十一日", "2005-06-11"),
        ("二○○七年四月十三日", "2007-04-13"),
        ("(年7月30日)", "????-07-30"),
        ("2020年13月1日", None),
        ("没有日期", None),
    ],
)
def test_a_date_is_normalised(printed, date):
    assert first_date(printed) == date


def test_the_last_of_several_dates_is_given():
    assert last_date("2018年9月6日通过，2019年3月1日施行") == "2019-03-01"


@pytest.mark.parametrize("words", ["2025-12-31", "2025/12/31", " 2025年12月31日", "2025.12.31"])
def test_dates_are_typed_in_many_ways(words: str):
    assert typed_date(words) == "2025-12-31"


@pytest.mark.parametrize("words", ["年底", "2025-13-01", "2025-02-30", "12-31"])
def test_other_words_are_no_dates(words: str):
    assert typed_date(words) is None
