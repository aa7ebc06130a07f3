from __future__ import annotations

from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.importers.tabbed import tables_in
from policyviewer.ui.reader.copying import clean_copy
from policyviewer.ui.reader.plan import plan


def copied(text: str, start: int = 0, end: int | None = None) -> str:
    outline = parse(text)
    stop = len(text) if end is None else end
    return clean_copy(outline.text, plan(outline), TextRange(start, stop))


def test_indents_and_blank_lines_are_left_out():
    assert copied("　　第一段。\n\n　　第二段。") == "第一段。\n第二段。"


def test_a_part_of_a_paragraph_is_just_its_words():
    assert copied("第一段文字。", 1, 4) == "一段文"


def test_the_breaks_of_the_page_are_not_copied(seed: Document):
    text = seed.outline.text
    start, end = text.index("中共贵州省委"), text.index("为贯彻落实") + 5
    words = clean_copy(text, plan(seed.outline), TextRange(start, end))
    assert words == text[start:end]
    assert "\n" not in words


def test_only_blanks_give_nothing():
    assert copied("甲\n\n　乙", 1, 3) == ""


def test_cells_are_parted_by_tabs_and_rows_by_breaks():
    text = "如下表：\n序号\t名称\t备注\n1\t\t石桥\n完。"
    table = next(iter(tables_in(text)))
    blocks = plan(parse(text, tables=(table,)))
    whole = TextRange(0, len(text))
    assert clean_copy(text, blocks, whole) == text
    row = TextRange(text.index("1\t"), text.index("\n完"))
    assert clean_copy(text, blocks, row) == "1\t\t石桥"
