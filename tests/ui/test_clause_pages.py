from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument

from policyviewer.app.marked_clauses import ClauseMark, MarkedClause
from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.clause_pages import clause_page
from policyviewer.ui.theme import LIGHT

WORDS = "第二条　<b>全县</b>种植三万亩。"


@pytest.fixture
def clause(annotate) -> MarkedClause:
    at = WORDS.index("三万亩")
    note = annotate("三万亩", "核实<1>\n再问", tags=("农业",)).annotation
    marks = (ClauseMark(note, TextRange(at, at + 3)),)
    return MarkedClause(DocumentId("d"), "意见", "《意见》第二条", ("第一章",), WORDS, 7, marks)


def plain(html: str) -> str:
    made = QTextDocument()
    made.setHtml(html)
    return made.toPlainText().replace(" ", "\u3000")


def test_clauses_stand_with_citation_words_and_notes(qapp, clause: MarkedClause):
    lines = plain(clause_page([clause], LIGHT)).splitlines()
    assert lines[:4] == ["意见", "第一章", "《意见》第二条", WORDS.replace("三万亩", "三万亩[1]")]
    assert [line.strip().replace("\u3000", " ") for line in lines[5:7]] == ["[1] 核实<1>", "再问"]
    assert "张三" in lines[7]
    assert "#农业" in lines[7]


def test_marked_words_have_the_colour_of_their_mark(clause: MarkedClause):
    assert f'background-color: {LIGHT.highlights[Colour.GREEN]}">三万亩</span>' in clause_page(
        [clause], LIGHT
    )


def test_bookmarks_colour_nothing(clause: MarkedClause):
    one = replace(clause.marks[0].annotation, kind=AnnotationKind.BOOKMARK, text="", tags=())
    page = clause_page([replace(clause, marks=(ClauseMark(one, clause.marks[0].span),))], LIGHT)
    assert "background-color" not in page
    assert "<sup>" not in page


def test_words_that_went_lead_nowhere(qapp, clause: MarkedClause):
    lost = replace(clause, start=None, marks=(replace(clause.marks[0], span=None),))
    page = clause_page([lost], LIGHT)
    assert "clause:0" not in page
    assert "现在的文本里已经没有这些文字" in plain(page)


def test_a_whole_document_has_no_heads_but_of_what_went(qapp, clause: MarkedClause):
    lost = replace(clause, start=None)
    lines = plain(clause_page([clause, lost], LIGHT, whole=True)).splitlines()
    assert lines[0].startswith("第二条")
    assert sum("《意见》第二条" in line for line in lines) == 1
