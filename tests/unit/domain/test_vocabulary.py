from __future__ import annotations

import pytest

from policyviewer.domain.vocabulary import Words, fits

WORDS = Words({"人民政府": 100, "人民": 50, "政府": 30, "人民法院": 20, "张学政": 9}, ["张学政"])


def test_a_pattern_asks_for_its_known_characters():
    assert fits("人民政府", "人民?府")
    assert not fits("人民法院", "人民?府")


def test_words_have_their_frequencies():
    assert (WORDS.frequency("人民"), WORDS.frequency("没有"), WORDS.total) == (50, 0, 209)


@pytest.mark.parametrize("pattern", ["人民?府", "?民政府", "人??府", "?民?府"])
def test_a_pattern_finds_its_words(pattern):
    assert list(WORDS.matching(pattern)) == [("人民政府", 100)]


def test_a_pattern_unknown_at_both_ends_finds_nothing():
    assert list(WORDS.matching("?民政?")) == []


def test_a_word_that_is_not_to_be_read_is_known_all_the_same():
    assert list(WORDS.matching("张学?")) == []
    assert WORDS.frequency("张学政") == 9
