from __future__ import annotations

import pytest
from pages_by_hand import piece

from policyviewer.importers.pages.lines import joined
from policyviewer.importers.pages.marks import bracketed, note_of, tell_raised


def told(*pieces):
    tell_raised(pieces)
    return joined(pieces)


def raised(text, left):
    return piece(text, left, 72, 9)


def test_a_raised_number_is_the_sign_of_a_note():
    assert told(piece("预算法"), raised("1", 120), piece("和", 125)) == "预算法①和"
    assert told(raised("12", 72), piece("见附件", 81)) == "⑫见附件"


def test_a_raised_number_after_a_letter_or_a_figure_is_a_power():
    assert told(piece("100km"), raised("2", 112)) == "100km²"
    assert told(piece("10"), raised("12", 88)) == "10¹²"


@pytest.mark.parametrize(
    "number",
    [piece("15", 120), piece("2", 120, 80, 9), piece("2", 200, 72, 9), piece("2", 120, 300, 9)],
)
def test_other_numbers_are_numbers(number):
    words = piece("第十五")
    tell_raised([words, number])
    assert number.text in {"15", "2"}


def test_before_the_words_of_a_note_its_number_may_stand_on_the_line():
    assert told(piece("1", 72, 72, 11), piece("2018年", 78, 73.5, 9)) == "①2018年"
    assert told(piece("1", 72, 72), piece("2018年", 80)) == "12018年"


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("①见附件。", "注①：见附件。"),
        ("1 见附件。", "注①：见附件。"),
        ("2.见附件。", "注②：见附件。"),
        ("〔51〕见附件。", "注〔51〕：见附件。"),
        ("注：见附件。", "注：见附件。"),
        ("2018年修正。", "2018年修正。"),
    ],
)
def test_a_note_begins_as_in_a_word_document(line: str, note: str):
    assert note_of(line) == note


def test_signs_beyond_the_circled_numbers_are_bracketed():
    assert [bracketed(number) for number in (1, 50, 51)] == ["①", "㊿", "〔51〕"]


def test_a_number_before_a_year_is_told_by_what_is_expected():
    assert note_of("12016年修正。", 1) == "注①：2016年修正。"
    assert note_of("12016年修正。", 2) == "12016年修正。"
    assert note_of("12016年修正。") == "12016年修正。"
