from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.wording import letters_of, wording


def test_blanks_and_widths_are_no_words():
    assert letters_of("（一） 修路；") == letters_of("(一)\n\u3000修路;")


def test_other_words_are_other_letters():
    assert letters_of("修路") != letters_of("修桥")


def test_each_letter_has_its_place():
    found = wording("甲 乙\n丙", TextRange(0, 5))
    assert (found.letters, found.offsets) == ("甲乙丙", (0, 2, 4))
    assert found.span(1, 3) == TextRange(2, 5)


def test_a_sign_of_several_letters_is_one_place():
    found = wording("㎡以上", TextRange(0, 3))
    assert found.letters == "m2以上"
    assert found.offsets == (0, 0, 1, 2)


def test_an_index_is_that_of_the_next_letter():
    assert [wording("甲  乙", TextRange(0, 4)).index(at) for at in range(5)] == [0, 1, 1, 1, 2]


@given(st.text())
def test_letters_are_those_of_the_text_whatever_it_is(text: str):
    found = wording(text, TextRange(0, len(text)))
    assert found.letters == letters_of(text)
    assert list(found.offsets) == sorted(found.offsets)
    assert len(found.letters) == len(found.offsets)
