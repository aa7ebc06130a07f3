from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_probe import Paper

from policyviewer.domain.documents import Outline
from policyviewer.domain.structure import parse

SOURCE = "来源：测试"
LIBRARY = Path(__file__).parents[3] / "resources" / "library"
Printed = Callable[..., Paper]
OutlineOf = Callable[[str], Outline]


def plain(text: str) -> str:
    return re.sub(r"[\s\u200b\u2060\ufeff]", "", text)


@pytest.fixture(scope="module")
def manual() -> Outline:
    return parse((LIBRARY / "使用手册.txt").read_text(encoding="utf-8"))


def test_the_margins_are_those_of_the_standard(printed: Printed, seed: Outline):
    assert printed(seed).margins == pytest.approx((37, 35, 28, 26), abs=1)


def test_a_page_has_22_lines_of_28_characters(printed: Printed, seed: Outline):
    paper = printed(seed)
    assert (paper.lines_of_a_page, paper.characters_of_a_line) == (22, 28)


def test_the_paper_is_a4(printed: Printed, notice: Outline):
    page = printed(notice).pages[0]
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.2)


def test_fonts_are_embedded(printed: Printed, notice: Outline):
    fonts = printed(notice).fonts
    assert fonts
    assert all(fonts.values())


def test_the_words_come_back_as_they_are(printed: Printed, seed: Outline):
    assert printed(seed).text == plain(seed.text) + SOURCE


def test_the_manual_comes_back_too_with_latin_and_digits(printed: Printed, manual: Outline):
    assert printed(manual).text == plain(manual.text) + SOURCE


def test_a_notice_with_a_table_comes_back(printed: Printed, notice: Outline):
    assert printed(notice).text == plain(notice.text) + SOURCE


@pytest.mark.parametrize(
    "words", ["口月日人一民见龙门马", "F9和Ctrl+10", "一——二――三", "𠮷野家𠮟吉"]
)
def test_signs_that_share_a_glyph_come_back(printed: Printed, outline_of: OutlineOf, words: str):
    assert printed(outline_of(words)).text == words + SOURCE


def test_page_numbers_stand_outside_on_either_side(printed: Printed, seed: Outline):
    first, second = printed(seed).pages[:2]
    assert first.number is not None
    assert second.number is not None
    assert first.number.text == "—1—"
    assert first.number.signs[-1].right == pytest.approx(210 - 26 - 4.9, abs=1)
    assert second.number.signs[0].left == pytest.approx(28 + 4.9, abs=1)


def test_the_number_stands_7_mm_below_the_text(printed: Printed, seed: Outline):
    number = printed(seed).pages[0].number
    assert number is not None
    stroke = number.signs[0]
    assert (stroke.top + stroke.bottom) / 2 == pytest.approx(297 - 35 + 7, abs=0.7)


def test_headings_are_bookmarks_and_a_title_is_one(printed: Printed, notice: Outline):
    assert printed(notice).bookmarks == 4
