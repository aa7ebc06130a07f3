from __future__ import annotations

import pytest

from policyviewer.domain.metadata import Status
from policyviewer.domain.queries import SearchFilter
from policyviewer.search.expression import Fact
from policyviewer.search.fields import fact
from policyviewer.search.tokens import Kind, Token


def read(field: str, value: str, *, quoted: bool = False) -> Fact | None:
    return fact(Token(Kind.FIELD, value, field, quoted=quoted))


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("2018", (2018, 2018)),
        ("2018年", (2018, 2018)),
        ("2018..2020", (2018, 2020)),
        ("\uff12018..", (2018, None)),
        ("2018-2020", (2018, 2020)),
        ("2018年至2020年", (2018, 2020)),
        ("2018—2020", (2018, 2020)),
        ("2018…2020", (2018, 2020)),
        ("2018..", (2018, None)),
        ("..2020", (None, 2020)),
    ],
)
def test_years(typed: str, years) -> None:
    assert read("年份", typed) == Fact(SearchFilter(years=years))


@pytest.mark.parametrize("typed", ["", "..", "18", "去年", "2018..x", "20182019"])
def test_what_are_no_years(typed: str) -> None:
    assert read("年份", typed) is None


@pytest.mark.parametrize(
    ("typed", "status"),
    [("有效", Status.IN_FORCE), ("废止", Status.LAPSED), ("in-force", Status.IN_FORCE)],
)
def test_statuses_by_what_people_call_them(typed: str, status: Status) -> None:
    assert read("效力", typed) == Fact(SearchFilter(statuses=(status.value,)))


def test_a_status_that_nobody_knows_is_words() -> None:
    assert read("效力", "很强") is None


def test_of_several_values_one_is_enough() -> None:
    both = Fact(SearchFilter(issuers=("贵州省", "四川省")))
    assert read("机关", "贵州省，四川省") == read("机关", "贵州省、四川省") == both
    one = Fact(SearchFilter(issuers=("贵州省、四川省",)))
    assert read("机关", "贵州省、四川省", quoted=True) == one


def test_titles_and_numbers_are_folded() -> None:
    assert read("标题", "農業ＡＢ") == Fact(title="农业ab")
    assert read("文号", "黔党发〔2018〕15号") == Fact(number="黔党发(2018)15号")
    assert read("文种", "通知") == Fact(SearchFilter(kinds=("通知",)))
