from __future__ import annotations

import pytest

from policyviewer.domain.queries import SearchFilter
from policyviewer.search.facts import facts
from policyviewer.search.filters import conditions


def passes(make_provision, wanted: SearchFilter, **values) -> bool:
    told = facts(make_provision("文", **values))
    return all(condition(told) for condition in conditions(wanted).values())


def test_an_empty_filter_asks_nothing() -> None:
    assert conditions(SearchFilter()) == {}


@pytest.mark.parametrize(("asked", "answer"), [("贵州省", True), ("四川", False)])
def test_an_issuer_may_be_named_by_a_part(make_provision, asked: str, answer: bool) -> None:
    assert passes(make_provision, SearchFilter(issuers=(asked,))) is answer


def test_one_of_several_values_is_enough(make_provision) -> None:
    assert passes(make_provision, SearchFilter(kinds=("通知", "意见")))


@pytest.mark.parametrize(
    ("day", "status"),
    [("2020-07-31", "not-yet"), ("2020-08-01", "in-force"), ("2025-08-01", "lapsed")],
)
def test_a_status_is_that_of_the_day(make_provision, day: str, status: str) -> None:
    assert passes(make_provision, SearchFilter(statuses=(status,), day=day))
    assert not passes(make_provision, SearchFilter(statuses=("unknown",), day=day))


@pytest.mark.parametrize(
    ("years", "answer"),
    [
        ((2018, 2020), True),
        ((2020, None), True),
        ((None, 2019), False),
        ((2021, None), False),
        ((None, None), True),
    ],
)
def test_years_include_both_ends(make_provision, years, answer: bool) -> None:
    assert passes(make_provision, SearchFilter(years=years)) is answer


def test_an_unknown_year_is_in_no_range(make_provision) -> None:
    assert not passes(make_provision, SearchFilter(years=(None, 2030)), written="????-07-30")


@pytest.mark.parametrize(("level", "answer"), [("province", True), ("state", False)])
def test_a_level_is_that_of_the_issuers(make_provision, level: str, answer: bool) -> None:
    assert passes(make_provision, SearchFilter(levels=(level,))) is answer


@pytest.mark.parametrize(("document", "answer"), [("alpha", True), ("beta", False)])
def test_a_document_is_known_by_its_id(make_provision, document: str, answer: bool) -> None:
    assert passes(make_provision, SearchFilter(documents=(document,))) is answer
