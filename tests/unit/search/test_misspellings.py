from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import text

from policyviewer.domain.queries import SearchFilter, SearchQuery
from policyviewer.search import scan
from policyviewer.search.reader import IndexReader


@pytest.fixture
def reader(index: Path) -> IndexReader:
    return IndexReader([index])


def suggested(reader: IndexReader, typed: str, **more: object) -> tuple[str, ...]:
    return reader.search(SearchQuery(typed, suggest=True, **more)).suggestions  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("粮食桉全", "粮食安全"),
        ("粮实安全", "粮食安全"),
        ("科技支掌", "科技支撑"),
        ("高标谁农田", "高标准农田"),
        ("高标农准田", "高标准农田"),
        ("高标准农农田", "高标准农田"),
        ("高标农田", "高标准农田"),
        ("高标X农田", "高标准农田"),
        ("梁食 农田", "粮食 农田"),
        ("“粮食桉全”", "“粮食安全”"),
        ("-渔业 粮食桉全", "-渔业 粮食安全"),
    ],
)
def test_one_mistake_is_put_right(reader: IndexReader, typed: str, right: str) -> None:
    assert suggested(reader, typed)[:1] == (right,)


@pytest.mark.parametrize(
    "typed", ["粮食安全", "渔业捕捞", "粮食桉金", "字" * 17, "，。", "粮食 科技", "标题:农也", "龘"]
)
def test_nothing_is_suggested_otherwise(reader: IndexReader, typed: str) -> None:
    assert suggested(reader, typed) == ()


def test_a_suggestion_has_hits_that_pass_the_filter(reader: IndexReader) -> None:
    other = SearchFilter(kinds=("通知",))
    assert suggested(reader, "粮食桉全", wanted=other) == ()


def test_what_is_suggested_within_results_stands_there(reader: IndexReader) -> None:
    assert suggested(reader, "粮食桉全", within=("农田",)) == ("粮食安全",)
    assert suggested(reader, "粮食桉全", within=("资金",)) == ()


def test_who_did_not_ask_gets_none(reader: IndexReader) -> None:
    assert reader.search(SearchQuery("粮食桉全")).suggestions == ()


def test_several_characters_of_the_same_sound_are_put_right(reader: IndexReader) -> None:
    assert suggested(reader, "粮石桉全")[:1] == ("粮食安全",)


@pytest.mark.parametrize("typed", ["粮食桉全", "高标谁农田", "科技支掌 数字", "高标准农农田"])
def test_without_an_index_the_same_is_meant(provisions, reader, typed: str) -> None:
    page = scan.search(provisions, SearchQuery(typed, suggest=True))
    assert page.suggestions[:1] == suggested(reader, typed)[:1] != ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(typed=text(alphabet='粮食安全农田高标准x "-|()“”标题:*', max_size=12))
def test_every_suggestion_finds_something(reader: IndexReader, typed: str) -> None:
    for one in suggested(reader, typed):
        assert reader.search(SearchQuery(one)).total
