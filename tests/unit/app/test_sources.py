from __future__ import annotations

from datetime import date

import pytest

from policyviewer.app.sources import printed_on, source_line, standing_words
from policyviewer.domain.lifetimes import Event, EventKind, Lifetime
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse

TEXT = "青山县道路条例\n第一条　为了管理道路，制定本条例。\n第二条　道路由县管理。\n"
TODAY = date(2026, 5, 1)


def life(kind: EventKind, day: str) -> Lifetime:
    return Lifetime((Event(day, kind),))


@pytest.mark.parametrize(
    ("lifetime", "words"),
    [
        (Lifetime(), ""),
        (life(EventKind.EFFECTIVE, "2026-05-01"), "现行有效"),
        (life(EventKind.EFFECTIVE, "2026-05-02"), "尚未施行"),
        (life(EventKind.EXPIRES, "2026-04-30"), "已失效"),
        (life(EventKind.REPEALED, "2026-05-01"), "已废止"),
        (life(EventKind.AMENDED, "2026-05-01"), "已被修改"),
    ],
)
def test_the_standing_is_that_of_the_day(lifetime: Lifetime, words: str):
    assert standing_words(lifetime, TODAY) == words


def test_a_document_is_cited_whole():
    assert source_line(parse(TEXT), None, "甲") == "来源：《青山县道路条例》（甲）"


def test_a_range_is_cited_by_its_provision():
    at = TEXT.index("道路由县")
    cited = source_line(parse(TEXT), TextRange(at, at + 4), "甲")
    assert cited == "来源：《青山县道路条例》第二条（甲）"


def test_a_print_tells_its_day():
    assert printed_on(TODAY, Lifetime()) == "2026年5月1日打印"
    repealed = life(EventKind.REPEALED, "2026-01-01")
    assert printed_on(TODAY, repealed) == "2026年5月1日打印，已废止"
