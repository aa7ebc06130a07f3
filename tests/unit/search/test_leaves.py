from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import integers, lists, text
from tests.cost import assert_in_proportion

from policyviewer.search.analyzer import grams
from policyviewer.search.leaves import Gap, Leaf, Near, Pattern, Text, occurrences
from policyviewer.search.leaves import tester as quick
from policyviewer.search.rows import SEPARATOR

FEW = text("甲乙丙。", max_size=40)
WORD = text("甲乙丙", min_size=1, max_size=3)


def of(leaf, key: str) -> list[str]:
    return [span.of(key) for span in leaf.spans(key)]


def pattern(*texts: str, least: int = 0, most: int = 10) -> Pattern:
    gaps = (Gap(0, 0), *(Gap(least, most) for _ in texts[1:]), Gap(0, 0))
    return Pattern(texts, gaps, "*".join(texts))


def near(one: str, other: str, distance: int) -> Near:
    return Near((Text((one,)),), (Text((other,)),), distance)


def test_every_spelling_stands() -> None:
    assert of(Text(("第12条", "第十二条")), "第十二条和第12条") == ["第十二条", "第12条"]


def test_the_shortest_stretch_is_the_place_of_a_pattern() -> None:
    assert of(pattern("人民", "府"), "人民人民政府") == ["人民政府"]


@pytest.mark.parametrize(
    "key", ["人民。府", "人民 府", "人民" + "的" * 11 + "府", "府人民", "人民"]
)
def test_a_gap_is_short_and_in_one_clause(key: str) -> None:
    assert not pattern("人民", "府").stands(key)


def test_a_gap_of_one_is_one() -> None:
    leaf = pattern("人民", "府", least=1, most=1)
    assert leaf.stands("人民政府")
    assert leaf.stands("人民*府")
    assert not leaf.stands("人民府")
    assert not leaf.stands("人民区政府")


def test_gaps_at_the_ends_ask_for_room() -> None:
    leaf = Pattern(("民",), (Gap(1, 1), Gap(1, 1)), "?民?")
    assert of(leaf, "民人民政民") == ["人民政"]


def test_near_is_either_way_and_within_the_distance() -> None:
    assert of(near("粮食", "安全", 2), "安全的粮食") == ["安全", "粮食"]
    assert near("粮食", "安全", 0).stands("粮食安全")
    assert not near("粮食", "安全", 2).stands("粮食生产要安全")


def test_a_text_is_not_near_itself() -> None:
    assert not near("粮食", "粮食", 9).stands("粮食")
    assert near("粮食", "粮食", 9).stands("粮食和粮食")


def test_alternatives_may_be_near() -> None:
    leaf = Near((Text(("甲",)), Text(("乙",))), (Text(("丙",)),), 1)
    assert leaf.stands("乙丙")
    assert leaf.texts == ("甲", "乙", "丙")
    assert leaf.shown == "甲|乙 NEAR/1 丙"


@given(FEW, WORD, WORD, integers(0, 2), integers(0, 4))
def test_a_pattern_is_the_regular_expression(key, one, other, least, more) -> None:
    gap = Gap(least, least + more)
    leaf = Pattern((one, other), (Gap(0, 0), gap, Gap(0, 0)), "")
    rule = re.compile(f"{one}[^。]{{{gap.least},{gap.most}}}{other}")
    assert leaf.stands(key) is (rule.search(key) is not None)
    assert all(rule.fullmatch(found) for found in of(leaf, key))


@given(FEW, WORD, WORD, integers(0, 9))
def test_near_is_what_counting_says(key: str, one: str, other: str, distance: int) -> None:
    pairs = [
        (a, b)
        for a in occurrences(key, one)
        for b in occurrences(key, other)
        if a != b and max(b.start - a.end, a.start - b.end) <= distance
    ]
    leaf = near(one, other, distance)
    assert leaf.spans(key) == sorted({span for pair in pairs for span in pair})


@given(FEW, lists(WORD, min_size=2, max_size=3))
def test_what_stands_has_the_grams(key: str, words: list[str]) -> None:
    have = set(grams(key))
    for leaf in (Text(tuple(words)), pattern(*words), near(words[0], words[1], 3)):
        if leaf.stands(key):
            assert any(wanted <= have for wanted in leaf.grams)
            assert leaf.spans(key)


@given(FEW, lists(WORD, min_size=2, max_size=5), integers(0, 2), integers(0, 4))
def test_what_stands_has_a_place(key: str, words: list[str], least: int, more: int) -> None:
    leaf = pattern(*words, least=least, most=least + more)
    assert leaf.stands(key) is bool(leaf.spans(key))
    for distance in (0, more):
        both = near(words[0], words[1], distance)
        assert both.stands(key) is bool(both.spans(key))


@pytest.mark.parametrize("begins", ["", "二"])
def test_a_long_pattern_takes_time_in_proportion_to_the_text(begins: str) -> None:
    leaf = pattern(*"一" * 12, "二")
    assert not leaf.stands(begins + "一" * 5_000)
    assert_in_proportion(leaf.stands, lambda signs: begins + "一" * signs, 5_000)


@pytest.mark.parametrize("begins", ["", "二"])
def test_a_long_pattern_takes_time_in_proportion_to_itself(begins: str) -> None:
    assert_in_proportion(
        lambda leaf: leaf.stands(begins + "一" * 2_000),
        lambda words: pattern(*"一" * words, "二"),
        48,
    )


SHORT_TEXTS = st.text("甲乙丙。", min_size=1, max_size=3)
SIDES = st.lists(SHORT_TEXTS.map(lambda one: Text((one,))), min_size=1, max_size=2).map(tuple)
GAPS = st.builds(lambda least, more: Gap(least, least + more), st.integers(0, 1), st.integers(0, 2))
PATTERNS = st.lists(SHORT_TEXTS, min_size=1, max_size=5).flatmap(
    lambda texts: st.lists(GAPS, min_size=len(texts) + 1, max_size=len(texts) + 1).map(
        lambda gaps: Pattern(tuple(texts), tuple(gaps), "")
    )
)
LEAVES = st.one_of(
    SIDES.map(lambda one: one[0]), PATTERNS, st.builds(Near, SIDES, SIDES, st.integers(0, 3))
)


@given(LEAVES, st.lists(st.text("甲乙丙。 ", max_size=12), min_size=1, max_size=2))
def test_who_tests_many_texts_finds_where_there_are_places(leaf: Leaf, keys: list[str]) -> None:
    """The quick way over joined keys says what the places say."""
    assert quick(leaf)(SEPARATOR.join(keys)) is any(bool(leaf.spans(key)) for key in keys)
