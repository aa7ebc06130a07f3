from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import docx
import pytest
from docx.document import Document as WordDocument
from docx.shared import Pt
from tests.cost import assert_in_proportion

from policyviewer.app.compiled_parts import CompiledPiece
from policyviewer.domain.compilations import CompiledPart, PartId, PartState, PresentPart
from policyviewer.domain.documents import Outline
from policyviewer.ui.paper.compiled import CompiledWish, Manuscript, compiled
from policyviewer.ui.paper.paragraphs import PrintedTable, Style, TableCell, plain
from policyviewer.ui.paper.word import word_of

HEADING = CompiledPiece(PresentPart(CompiledPart(PartId(1), "县级政策"), PartState.SAME))
Word = Callable[[], WordDocument]


@pytest.fixture
def word(whole: CompiledPiece) -> WordDocument:
    wish = CompiledWish("青山县政策汇编", (HEADING, whole), date(2026, 5, 1))
    return docx.Document(io.BytesIO(word_of(compiled(wish), {0: 2, 1: 2})))


def test_headings_are_those_of_word(word: WordDocument):
    headings = [
        (one.style.name, one.text.replace("\n", ""))
        for one in word.paragraphs
        if one.style.name.startswith(("Heading", "Title"))
    ]
    assert headings[0] == ("Title", "青山县政策汇编")
    assert ("Heading 1", "县级政策") in headings
    assert ("Heading 2", "青山县人民政府关于印发《青山县农村公路养护管理办法》的通知") in headings
    assert ("Heading 3", "第一章　总则") in headings


def test_the_table_of_contents_is_a_field_that_is_filled_in(word: WordDocument):
    xml = word.element.xml
    assert 'TOC \\o "1-2" \\h \\z \\u' in xml
    assert xml.count("PAGEREF _Toc") == 2
    entries = [one for one in word.paragraphs if one.style.name.startswith("toc")]
    assert entries[0].hyperlinks[0].text.startswith("县级政策\t")
    assert entries[0].hyperlinks[0].text.endswith("2")


def test_every_entry_leads_to_a_place(word: WordDocument):
    xml = word.element.xml
    for name in ("_Toc00000001", "_Toc00000002"):
        assert f'w:anchor="{name}"' in xml
        assert f'w:name="{name}"' in xml


def test_the_paper_is_that_of_the_standard(word: WordDocument):
    section = word.sections[0]
    paper = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm, 1) for one in (*paper, *margins)] == [210, 297, 37, 35, 28, 26]
    assert word.styles["Normal"].font.size == Pt(16)
    assert word.settings.odd_and_even_pages_header_footer


def test_tables_are_tables_with_a_repeated_head(word: WordDocument):
    (table,) = word.tables
    assert [cell.text for cell in table.rows[1].cells] == ["1", "青山至白水", "12.5"]
    assert "w:tblHeader" in table.rows[0]._tr.xml


def table_of(rows: int) -> Manuscript:
    cells = tuple(
        TableCell(plain("字", Style()), row, at) for row in range(rows) for at in range(6)
    )
    front = plain("汇编", Style()), plain("今天", Style())
    return Manuscript(front, (), (PrintedTable((100.0,) * 6, 12.0, rows, cells),))


def test_a_long_table_takes_time_in_proportion_to_its_rows():
    assert_in_proportion(lambda made: word_of(made, {}), table_of, 80)


def test_all_words_are_there(word: WordDocument, notice: Outline):
    words = "".join(one.text for one in word.paragraphs)
    words += "".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    missing = [
        line
        for line in notice.text.split("\n")
        for cell in line.split("\t")
        if "".join(cell.split()) not in "".join(words.split())
    ]
    assert missing == []


def test_signs_that_xml_cannot_hold_are_left_out(outline_of):
    part = CompiledPart(PartId(1), "甲\x0b乙\x00丙")
    heading = CompiledPiece(PresentPart(part, PartState.SAME))
    gone = CompiledPiece(PresentPart(whole_part(outline_of), PartState.GONE))
    made = compiled(CompiledWish("汇编", (heading, gone), date(2026, 5, 1)))
    document = docx.Document(io.BytesIO(word_of(made, {})))
    assert any(one.text == "甲 乙 丙" for one in document.paragraphs)


def whole_part(outline_of: Callable[[str], Outline]) -> CompiledPart:
    from datetime import UTC, datetime

    from policyviewer.app.compiled_parts import part_of
    from policyviewer.domain.documents import Document, DocumentId, Source

    source = Source("a.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return part_of(
        Document(DocumentId("a"), 1, source, outline_of("某某办法\n第一条　甲。")), None, ""
    )


def test_the_contents_are_called_so_in_an_english_window(english, word: WordDocument):
    assert "目　录" in [one.text for one in word.paragraphs]
