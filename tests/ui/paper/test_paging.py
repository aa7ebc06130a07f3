from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from policyviewer.domain.documents import Outline
from policyviewer.ui.paper.manuscript import manuscript
from policyviewer.ui.paper.measures import HEIGHT, PITCH, ROWS
from policyviewer.ui.paper.paging import Page, Pager, PlacedLines, PlacedRows
from policyviewer.ui.paper.paragraphs import Part, Style, plain
from policyviewer.ui.paper.typesetter import Typesetter

Paged = Callable[[Sequence[Part]], tuple[Page, ...]]
LINE = plain("甲" * 20, Style(indent=0))
HEADING = plain("第一章", Style(keeps=True))


@pytest.fixture
def paged(typesetter: Typesetter) -> Paged:
    def make(parts: Sequence[Part]) -> tuple[Page, ...]:
        pager = Pager(typesetter)
        pager.add(parts)
        return pager.pages

    return make


def tops(page: Page) -> list[float]:
    return [one.top / PITCH for one in page.placed if isinstance(one, PlacedLines)]


def test_a_page_takes_22_lines(paged: Paged):
    assert [len(page.placed) for page in paged([LINE] * 45)] == [22, 22, 1]


def test_a_long_paragraph_goes_on_on_the_next_page(paged: Paged):
    first, second = paged([plain("甲" * 28 * 30, Style(indent=0))])
    (one,), (other,) = first.placed, second.placed
    assert isinstance(one, PlacedLines)
    assert isinstance(other, PlacedLines)
    assert (one.first, one.last, other.first, other.last) == (0, ROWS, ROWS, 30)


def test_a_heading_goes_with_what_follows(paged: Paged):
    first, second = paged([*[LINE] * 21, HEADING, LINE])
    assert len(first.placed) == 21
    assert len(second.placed) == 2


@pytest.mark.parametrize("lines", [18, 19, 20])
def test_headings_of_two_levels_go_with_what_follows(paged: Paged, lines: int):
    chapter = plain("第一章", Style(above=1, below=1, keeps=True))
    first, second = paged([*[LINE] * lines, HEADING, chapter, LINE])
    assert len(first.placed) == lines
    assert len(second.placed) == 3


def test_a_heading_behind_small_type_is_not_left_alone(paged: Paged):
    small = replace(LINE, style=Style(size=12, leading=0.75))
    first, second = paged([*[LINE] * 19, small, small, HEADING, LINE])
    assert (len(first.placed), len(second.placed)) == (21, 2)


def test_a_signature_never_stands_alone(paged: Paged):
    signature = plain("县政府", Style(above=1, clings=True))
    long = plain("甲" * 28 * 5, Style(indent=0))
    _first, second = paged(
        [*[LINE] * 16, long, signature, replace(signature, style=Style(clings=True))]
    )
    (rest, *_signature) = second.placed
    assert isinstance(rest, PlacedLines)
    assert (rest.first, rest.last, len(second.placed)) == (3, 5, 3)


def test_a_short_paragraph_goes_with_its_signature_whole(paged: Paged):
    signature = plain("县政府", Style(clings=True))
    first, second = paged([*[LINE] * 22, signature])
    assert (len(first.placed), len(second.placed)) == (21, 2)


def test_a_heading_that_ends_the_text_stays(paged: Paged):
    assert [len(page.placed) for page in paged([*[LINE] * 21, HEADING])] == [22]


def test_empty_rows_are_left_around_but_not_at_the_top(paged: Paged):
    apart = replace(LINE, style=Style(above=1, below=2))
    (page,) = paged([apart, LINE])
    assert tops(page) == pytest.approx([0, 3])


def test_lines_of_the_text_stand_on_whole_rows_behind_small_type(paged: Paged):
    small = replace(LINE, style=Style(size=12, leading=0.75))
    (page,) = paged([small, LINE])
    assert tops(page) == pytest.approx([0, 1])


def test_what_begins_a_page_begins_one_but_no_empty_one(paged: Paged):
    fresh = replace(LINE, new_page=True)
    assert [len(page.placed) for page in paged([fresh, LINE, fresh])] == [2, 1]


def test_nothing_reaches_below_the_text(paged: Paged, outline_of: Callable[[str], Outline]):
    rows = "\n".join(f"{number}\t{'长' * (number % 90)}\t丙" for number in range(1, 120))
    outline = outline_of(f"项目清单\n编号\t名称\t单位\n{rows}\n以上。")
    cells = [
        cell
        for page in paged(manuscript(outline))
        for one in page.placed
        if isinstance(one, PlacedRows)
        for cell in one.cells
    ]
    assert max(one.top + one.height for one in cells) <= HEIGHT + 1
