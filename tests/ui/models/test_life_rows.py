from __future__ import annotations

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.lifetimes import Event, EventKind, Lifetime
from policyviewer.ui.models.life_rows import life_rows, stands_text, warning_text

BY = DocumentId("new")
LIFE = Lifetime(
    (
        Event("2010-03-01", EventKind.WRITTEN),
        Event("2010-05-01", EventKind.EFFECTIVE),
        Event("2012-07-01", EventKind.AMENDED, BY, "关于修改停车办法的决定"),
        Event("2021-01-01", EventKind.REPEALED, BY, "某市停车条例"),
    )
)
LIMITED = Lifetime(
    (Event("2010-05-01", EventKind.EFFECTIVE), Event("2015-04-30", EventKind.EXPIRES))
)


def test_the_rows_stand_in_order_with_today_among_them():
    rows = life_rows(LIFE, "2015-01-01")
    assert [(row.words, row.holds) for row in rows] == [
        ("成文", False),
        ("开始施行", True),
        ("被《关于修改停车办法的决定》修改", True),
        ("今天：有效，已被修改", True),
        ("被《某市停车条例》废止", False),
    ]
    assert [row.by for row in rows] == [None, None, BY, None, BY]


def test_behind_its_last_day_a_text_does_not_hold():
    rows = life_rows(LIMITED, "2026-01-01")
    assert [(row.day, row.holds) for row in rows] == [
        ("2010-05-01", True),
        ("2015-04-30", False),
        ("2026-01-01", False),
    ]


def test_without_events_there_is_nothing_to_show():
    assert life_rows(Lifetime(), "2026-01-01") == []
    made = Lifetime((Event("2010-03-01", EventKind.WRITTEN),))
    assert life_rows(made, "2026-01-01") == []


@pytest.mark.parametrize(
    ("life", "day", "told"),
    [
        (LIFE, "2009-01-01", "尚未施行"),
        (LIFE, "2011-01-01", "有效"),
        (LIFE, "2022-01-01", "已废止"),
        (LIMITED, "2015-05-01", "已过有效期"),
        (Lifetime((Event("2010-03-01", EventKind.WRITTEN),)), "2022-01-01", "没有写明何时施行"),
    ],
)
def test_how_it_stands_on_a_day(life: Lifetime, day: str, told: str):
    assert stands_text(life, day) == told


@pytest.mark.parametrize(
    ("life", "day", "words"),
    [
        (LIFE, "2009-01-01", "自 2010-05-01 起施行"),
        (LIFE, "2011-01-01", ""),
        (LIFE, "2013-01-01", "被《关于修改停车办法的决定》修改"),
        (LIFE, "2022-01-01", "自 2021-01-01 起被《某市停车条例》废止"),
        (LIMITED, "2015-05-01", "有效期到 2015-04-30 为止"),
    ],
)
def test_who_reads_is_warned(life: Lifetime, day: str, words: str):
    assert words in warning_text(life, day)
    assert bool(warning_text(life, day)) is bool(words)
