from __future__ import annotations

import pytest
from tests.cost import assert_in_proportion
from tests.unit.atlas import ATLAS

from policyviewer.domain.name_reading import names_of
from policyviewer.domain.named import NameKind


def read(text: str) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in names_of(text, ATLAS)]


def test_all_kinds_are_read_in_the_order_of_the_text() -> None:
    text = "国务院支持重庆建设成渝高铁。"
    assert read(text) == [("body", "国务院"), ("place", "重庆"), ("project", "成渝高铁")]


def test_a_place_named_in_full_counts_within_a_body() -> None:
    assert ("place", "湖北省") in read("湖北省地震局")
    assert [kind for kind, _ in read("重庆大学")] == ["body"]


def test_a_place_counts_within_a_project() -> None:
    assert read("康定机场") == [("place", "康定"), ("project", "康定机场")]


def test_of_what_overlaps_the_longer_is_taken() -> None:
    text = "国家自主创新示范区部际协调小组"
    assert read(text) == [("body", text)]


def test_every_name_stands_where_it_says() -> None:
    text = "四川省广安市请求，国家支持“渔+”行动，交通部审查。"
    for one in names_of(text, ATLAS):
        assert text[one.start : one.end] == one.text
    assert {one.kind for one in names_of(text, ATLAS)} == set(NameKind)


def test_nothing_is_read_from_nothing() -> None:
    assert names_of("", ATLAS) == []
    assert names_of("*" * 50 + "。" * 50, ATLAS) == []


@pytest.mark.parametrize(
    "words",
    [
        "领导小组",
        "重庆",
        "国家",
        "实施",
        "“",
        "县",
        "壮族",
        "青山县人民政府",
        "重庆—",
        "有限公司",
        "和与",
    ],
)
def test_time_grows_with_the_length_alone(words: str) -> None:
    assert_in_proportion(
        lambda text: names_of(text, ATLAS), lambda signs: words * (signs // len(words)), 20_000
    )
