from __future__ import annotations

from policyviewer.domain.documents import Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.paper.manuscript import LONGEST_TITLE, manuscript
from policyviewer.ui.paper.paragraphs import Align, Paragraph, PrintedTable
from policyviewer.ui.paper.styles import ATTACHMENT


def paragraph(outline: Outline, words: str) -> Paragraph:
    found = (one for one in manuscript(outline) if isinstance(one, Paragraph))
    return next(one for one in found if words in one.words)


def test_every_word_is_printed_once(seed: Outline):
    words = "".join(one.words for one in manuscript(seed) if isinstance(one, Paragraph))
    assert "".join(words.split()) == "".join(seed.text.split())


def test_titles_break_into_lines_that_fit(notice: Outline):
    titles = [
        one.words
        for one in manuscript(notice)
        if isinstance(one, Paragraph) and one.style.size == 22
    ]
    assert titles[:2] == ["青山县人民政府关于印发", "《青山县农村公路养护管理办法》的通知"]
    assert max(map(len, titles)) <= LONGEST_TITLE


def test_a_date_stands_two_characters_further_than_the_name(notice: Outline):
    name, day = paragraph(notice, "青山县人民政府"), paragraph(notice, "2026年3月5日")
    name = next(
        one
        for one in manuscript(notice)
        if isinstance(one, Paragraph) and one.words == "青山县人民政府" and one.style.size == 16
    )
    assert name.style.align is day.style.align is Align.LEFT
    assert day.style.left == name.style.left + 2


def test_what_a_notice_hands_out_begins_a_page(notice: Outline):
    begun = [one.words for one in manuscript(notice) if isinstance(one, Paragraph) and one.new_page]
    assert begun == ["青山县农村公路养护管理办法", "附件1"]


def test_the_number_of_an_attachment_stands_at_the_edge(notice: Outline):
    assert paragraph(notice, "附件1").style == ATTACHMENT


def test_a_chapter_is_a_bookmark_and_keeps_what_follows(notice: Outline):
    chapter = paragraph(notice, "第一章")
    assert (chapter.bookmark, chapter.level, chapter.style.keeps) == ("第一章　总则", 1, True)


def test_only_the_words_of_a_range_are_printed(notice: Outline):
    at = notice.text.index("认真贯彻")
    parts = manuscript(notice, TextRange(at, at + 4))
    assert [one.words for one in parts if isinstance(one, Paragraph)] == ["认真贯彻"]


def test_a_table_that_a_range_touches_is_printed_whole(notice: Outline):
    at = notice.text.index("12.5")
    (table,) = manuscript(notice, TextRange(at, at + 4))
    assert isinstance(table, PrintedTable)
    assert table.rows == 3
