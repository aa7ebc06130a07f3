from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import text

from policyviewer.domain.differences import Piece, differences
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.wording import letters_of, wording

WORDS = text("监察机关，。 、十二A1的", max_size=24)


def pieces(one: str, other: str) -> list[Piece]:
    spans = TextRange(0, len(one)), TextRange(0, len(other))
    return differences(wording(one, spans[0]), wording(other, spans[1]), spans)


def marked(one: str, other: str) -> str:
    """Give the new text with what was taken out in [], and what was put in in <>."""
    told = []
    for piece in pieces(one, other):
        old, new = piece.old.of(one), piece.new.of(other)
        told.append(
            new if piece.same else (f"[{old}]" if old else "") + (f"<{new}>" if new else "")
        )
    return "".join(told)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("由监察机关处理。", "由监察委员会处理。", "由监察[机关]<委员会>处理。"),
        ("罚款二十三万元。", "罚款三十万元。", "罚款[二十三万]<三十万>元。"),
        ("依照第十五条处理", "依照第十六条处理", "依照第[十五]<十六>条处理"),
        ("监督、调查、处置。", "监督、处置。", "监督、[调查、]处置。"),
        (
            "国家秘密、商业秘密。",
            "国家秘密、工作秘密、商业秘密。",
            "国家秘密、<工作秘密、>商业秘密。",
        ),
        ("在行政区域、企业", "在特定地域、企业", "在[行政区域]<特定地域>、企业"),
        ("甲", "", "[甲]"),
        ("", "乙", "<乙>"),
        ("", "", ""),
    ],
)
def test_words_are_marked_as_a_person_would(one: str, other: str, told: str):
    assert marked(one, other) == told


def test_one_stray_letter_in_common_does_not_cut_a_phrase():
    assert marked("有关部门的规定办理", "有关单位的要求办理") == "有关[部门的规定]<单位的要求>办理"


def test_a_text_written_anew_is_replaced_as_a_whole():
    told = marked("县人民政府应当每年安排养护经费。", "损坏路灯的，由街道办事处责令修复。")
    assert told.count("[") == told.count("<") == 1


def test_blanks_and_the_width_of_signs_make_no_difference():
    assert [piece.same for piece in pieces("（一） 修路", "(一)修路")] == [True]


@given(WORDS, WORDS)
def test_the_pieces_tile_both_texts(one: str, other: str):
    found = pieces(one, other)
    assert "".join(piece.old.of(one) for piece in found) == (one if found else "")
    assert "".join(piece.new.of(other) for piece in found) == (other if found else "")


@given(WORDS, WORDS)
def test_what_is_called_the_same_is_the_same(one: str, other: str):
    for piece in pieces(one, other):
        if piece.same:
            assert letters_of(piece.old.of(one)) == letters_of(piece.new.of(other))
        else:
            assert piece.old.length or piece.new.length
