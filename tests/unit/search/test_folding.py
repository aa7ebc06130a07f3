# ruff: noqa: RUF001  # characters that look alike are what is tested

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text

from policyviewer.search.folding import fold

ANYTHING = text(characters(exclude_categories=[]))


@given(ANYTHING)
def test_folding_keeps_the_length(raw: str) -> None:
    assert len(fold(raw)) == len(raw)


@given(ANYTHING)
def test_a_key_is_its_own_key(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)


@given(ANYTHING, ANYTHING)
def test_every_character_is_folded_by_itself(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("黔党发〔2018〕15号", "黔党发(2018)15号"),
        ("黔党发〔2018〕15号", "黔党发[２０１８]15号"),
        ("黔党发〔2018〕15号", "黔党发【2018】15号"),
        ("二○一八年", "二〇一八年"),
        ("ＧＤＰ", "gdp"),
        ("“一带一路”", '"一带一路"'),
        ("２０１８—２０２０", "2018-2020"),
        ("人民＊府", "人民*府"),
        ("第一章　总则", "第一章 总则"),
        ("中華人民共和國憲法", "中华人民共和国宪法"),
        ("國囯囶", "国国国"),
        ("為爲", "为为"),
        ("吿知鄕鎭", "告知乡镇"),
        ("裡面裏面", "里面里面"),
    ],
)
def test_what_is_alike_to_a_reader_has_one_key(printed: str, typed: str) -> None:
    assert fold(printed) == fold(typed)


def test_no_control_character_is_left() -> None:
    assert fold("甲\0乙\n丙\x85丁") == "甲 乙 丙 丁"


def test_different_characters_stay_different() -> None:
    assert len(set(fold("甲乙丙丁戊己庚辛壬癸（《"))) == 12
