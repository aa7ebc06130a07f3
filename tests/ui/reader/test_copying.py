from __future__ import annotations

from collections.abc import Callable

from tests.cost import assert_in_proportion

from policyviewer.domain.documents import Document, Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Cell, Table
from policyviewer.ui.reader.blocks import Block
from policyviewer.ui.reader.copying import clean_copy, html_copy
from policyviewer.ui.reader.plan import plan


def copied(text: str, start: int = 0, end: int | None = None) -> str:
    outline = parse(text)
    stop = len(text) if end is None else end
    return clean_copy(outline, plan(outline), TextRange(start, stop))


def test_indents_and_blank_lines_are_left_out():
    assert copied("　　第一段。\n\n　　第二段。") == "第一段。\n第二段。"


def test_a_part_of_a_paragraph_is_just_its_words():
    assert copied("第一段文字。", 1, 4) == "一段文"


def test_the_breaks_of_the_page_are_not_copied(seed: Document):
    text = seed.outline.text
    start, end = text.index("中共贵州省委"), text.index("为贯彻落实") + 5
    words = clean_copy(seed.outline, plan(seed.outline), TextRange(start, end))
    assert words == text[start:end]
    assert "\n" not in words


def test_only_blanks_give_nothing():
    assert copied("甲\n\n　乙", 1, 3) == ""


def cells_copied(outline: Outline, first: str, last: str) -> tuple[str, str]:
    text = outline.text
    span = TextRange(text.index(first), text.index(last) + len(last))
    return clean_copy(outline, plan(outline), span), html_copy(outline, plan(outline), span)


def test_cells_come_in_rows_with_tabs_between(duties: Outline):
    words, html = cells_copied(duties, "加快", "老旧管网")
    assert words == "\t加快水厂改造，提升水质\t市水务局\n2\t更新老旧管网\t"
    assert html.count("<tr>") == 2
    assert "<td>更新老旧管网</td>" in html


def test_words_within_a_cell_are_just_words(duties: Outline):
    assert cells_copied(duties, "水厂", "改造") == ("水厂改造", "")


def test_cells_of_one_row_are_one_line(duties: Outline):
    assert cells_copied(duties, "老旧", "市住建局")[0] == "老旧管网\t市住建局"


def test_paragraphs_around_a_table_are_copied_with_it(duties: Outline):
    words, html = cells_copied(duties, "各区", "落实")
    assert words.split("\n")[0] == "各区人民政府："
    assert words.split("\n")[-1] == "请认真落实"
    assert html.startswith("<p>各区人民政府：</p><table")


def test_merged_cells_keep_their_places(lay: Callable[..., Outline]):
    cells = [
        ((0, 0, 2, 1), "甲"), ((0, 1, 1, 1), "乙\u2028丙"), ((0, 2, 1, 1), "<丁>"),
        ((1, 1, 1, 2), "戊"),
    ]  # fmt: skip
    outline = lay(cells, 2)
    words, html = cells_copied(outline, "甲", "戊")
    assert words == "甲\t乙 丙\t<丁>\n\t戊\t"
    assert html == (
        '<table border="1" style="border-collapse:collapse">'
        '<tr><td rowspan="2">甲</td><td>乙<br>丙</td><td>&lt;丁&gt;</td></tr>'
        '<tr><td colspan="2">戊</td></tr></table>'
    )


def test_paragraphs_of_one_cell_are_lines(lay: Callable[..., Outline]):
    outline = lay([((0, 0, 1, 1), "乙\u2028丙"), ((0, 1, 1, 1), "丁")], 1)
    assert cells_copied(outline, "乙", "丙")[0] == "乙\n丙"


def yearbook(tables: int) -> tuple[Outline, tuple[Block, ...]]:
    """Give a text of so many tables with paragraphs between them."""
    lines = "县财政局核定经费。\n" * 20
    starts = [at * (len(lines) + 4) + len(lines) for at in range(tables)]
    found = tuple(
        Table(
            TextRange(at, at + 3),
            (Cell(TextRange(at, at + 1), 0, 0), Cell(TextRange(at + 2, at + 3), 0, 1)),
        )
        for at in starts
    )
    outline = parse(f"{lines}甲\t乙\n" * tables, tables=found)
    return outline, plan(outline)


def test_many_tables_are_copied_in_proportion():
    def copy(made: tuple[Outline, tuple[Block, ...]]) -> None:
        outline, blocks = made
        clean_copy(outline, blocks, TextRange(0, len(outline.text)))

    assert_in_proportion(copy, yearbook, 120)
