from __future__ import annotations

import pytest
from pages_by_hand import line

from policyviewer.importers.pages.furniture import furniture_of

BODY = [f"正文第{one}行写明一件事情" for one in "甲乙丙丁戊己"]


def sheet(*words, head="", foot=""):
    rows = [line(one, top=200 + 30 * at) for at, one in enumerate(words)]
    above = [line(head, top=30)] if head else []
    return above + rows + ([line(foot, top=800)] if foot else [])


def found(pages):
    return [[one.text for one in lines] for lines in furniture_of(pages, [842.0] * len(pages))]


def test_running_heads_and_feet_are_furniture_whatever_their_numbers():
    pages = [
        sheet(*(one * at for one in BODY), head=f"青山县政报 2026年第{at}期", foot=f"第{at}面")
        for at in (1, 2, 3)
    ]
    assert found(pages) == [[f"青山县政报 2026年第{at}期", f"第{at}面"] for at in (1, 2, 3)]


@pytest.mark.parametrize("number", ["— 1 —", "- 12 -", "第 3 页 共 9 页", "7", "3/9", "iv"])
def test_page_numbers_are_furniture_on_a_single_page(number: str):
    assert found([sheet(*BODY, foot=number)]) == [[number]]


def test_a_bare_number_in_the_midst_of_a_page_is_none():
    assert found([sheet(*BODY[:2], "2026")]) == [[]]


def test_of_two_pages_only_the_same_words_at_the_same_place_are_furniture():
    one, other = sheet(*BODY, head="青山县政报"), sheet(*BODY[:4], head="青山县政报")
    assert found([one, other]) == [["青山县政报"], ["青山县政报"]]
    other[0].pieces[0].top += 20
    assert found([one, other]) == [[], []]
    assert found([sheet(head="青山县政报")] * 2) == [[], []]


def test_attachments_that_each_begin_a_page_are_headings():
    pages = [sheet(*(one * at for one in BODY), head=f"附件{at}") for at in range(1, 5)]
    assert found(pages) == [[]] * 4


def test_what_comes_again_in_the_midst_of_pages_is_text():
    pages = [sheet("甲" * at, "乙" * at, "负责", "丙" * at, "丁" * at) for at in (1, 2, 3)]
    assert found(pages) == [[], [], []]


def test_long_notes_that_differ_only_in_a_number_are_text():
    notes = [
        f"{at}见第{at}号说明，其中写明各部门分工和办理的时限，以及如何报告和调整。"
        for at in (1, 2, 3)
    ]
    pages = [sheet(*(one * at for one in BODY), foot=notes[at - 1]) for at in (1, 2, 3)]
    assert found(pages) == [[], [], []]
