from __future__ import annotations

import pytest

from policyviewer.search.likeness import look_alike, sound_alike, sounds


@pytest.mark.parametrize(
    ("one", "other"), [("行", "形"), ("法", "发"), ("事", "是"), ("十", "四"), ("省", "森")]
)
def test_characters_sound_alike_whatever_the_tone(one: str, other: str) -> None:
    assert sound_alike(one, other)
    assert sound_alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("法", "律"), ("a", "a"), ("女", "怒")])
def test_others_do_not(one: str, other: str) -> None:
    assert not sound_alike(one, other)


def test_characters_look_alike_both_ways() -> None:
    assert look_alike("坏", "环")
    assert look_alike("环", "坏")
    assert not look_alike("环", "环")
    assert not look_alike("环", "法")


def test_a_character_has_all_its_readings() -> None:
    assert {"xin", "han"} <= sounds("行")
    assert sounds("x") == frozenset()
