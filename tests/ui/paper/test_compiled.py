from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from pdf_probe import Paper, probed
from pytestqt.qtbot import QtBot

from policyviewer.app.compiled_parts import CompiledPiece, part_of
from policyviewer.domain.compilations import CompiledPart, PartId, PartState, PresentPart
from policyviewer.domain.documents import Document, DocumentId, Outline, Source
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.paper.compiled import CompiledWish, compiled, laid_out_compilation, pages_of
from policyviewer.ui.paper.faces import PrintFaces
from policyviewer.ui.paper.paragraphs import Paragraph
from policyviewer.ui.paper.pdf import pdf_of

TODAY = date(2026, 5, 1)
HEADING = CompiledPiece(PresentPart(CompiledPart(PartId(1), "县级政策"), PartState.SAME))
Piece = Callable[..., CompiledPiece]


@pytest.fixture
def piece(notice: Outline) -> Piece:
    """Give what makes a piece of the notice: all of it, or the lines with some words."""
    source = Source("a.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    document = Document(DocumentId("a"), 1, source, notice)

    def make(words: str = "", state: PartState = PartState.SAME) -> CompiledPiece:
        at = notice.text.index(words)
        span = TextRange(at, at + len(words)) if words else None
        part = part_of(document, span, "现行有效")
        lost = state in (PartState.DELETED, PartState.GONE)
        there = None if lost else span or TextRange(0, len(notice.text))
        present = PresentPart(part, state, 1, there, "", words, standing="现行有效")
        return CompiledPiece(present, None if state is PartState.GONE else notice)

    return make


def wish(*pieces: CompiledPiece) -> CompiledWish:
    return CompiledWish("青山县政策汇编", pieces, TODAY)


def words(*pieces: CompiledPiece) -> str:
    return "\n".join(
        one.words for one in compiled(wish(*pieces)).body if isinstance(one, Paragraph)
    )


def test_parts_stand_with_their_sources_and_how_they_stand(piece: Piece):
    told = words(piece("为了加强农村公路养护管理"))
    assert "来源：《青山县农村公路养护管理办法》第一条（截至2026年5月1日，现行有效）" in told


def test_an_empty_compilation_is_told():
    for pieces in ((), (HEADING,)):
        with pytest.raises(UserError, match="还没有内容"):
            compiled(wish(*pieces))


def test_a_text_without_structure_is_a_part_like_others(outline_of):
    source = Source("a.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    document = Document(DocumentId("a"), 1, source, outline_of("随手记下的一句话"))
    part = part_of(document, None, "")
    present = PresentPart(part, PartState.SAME, 1, TextRange(0, 8))
    assert "随手记下的一句话" in words(CompiledPiece(present, document.outline))


def test_changed_words_are_told(piece: Piece):
    assert "收入后原文有改动" in words(piece("为了加强", PartState.CHANGED))


@pytest.mark.parametrize("state", [PartState.DELETED, PartState.GONE])
def test_lost_words_are_printed_as_they_were(piece: Piece, state: PartState):
    told = words(piece("为了加强农村公路养护管理", state))
    assert "为了加强农村公路养护管理" in told
    assert "收入时的文字" in told


def test_a_document_that_is_gone_is_told(piece: Piece):
    assert "未能收入全文" in words(piece("", PartState.GONE))


def test_parts_below_a_heading_lie_in_it(piece: Piece):
    made = compiled(wish(piece(), HEADING, piece("为了加强")))
    assert [one.style.left for one in made.contents] == [0, 0, 1]


def test_a_document_begins_a_page_and_a_heading_before_it_does_too(piece: Piece):
    made = compiled(wish(piece("为了加强"), HEADING, piece(), piece()))
    starts = [one for one in made.body if isinstance(one, Paragraph) and one.entry is not None]
    assert [one.new_page for one in starts] == [False, True, False, True]


def test_the_contents_tell_the_pages(qtbot: QtBot, piece: Piece):
    made = laid_out_compilation(wish(piece("为了加强"), HEADING, piece(), piece()), JobContext())
    pages = pages_of(made.pages)
    paper: Paper = probed(pdf_of(made, PrintFaces()))
    tails = [one.text for one in paper.pages[0].lines if "...." in one.text]
    assert [int(one.rpartition(".")[2]) for one in tails] == [pages[n] for n in range(4)]
    for number in (2, 3):
        assert "青山县人民政府" in paper.pages[pages[number] - 1].text


def test_bookmarks_are_the_parts_and_their_chapters(qtbot: QtBot, piece: Piece):
    made = laid_out_compilation(wish(HEADING, piece()), JobContext())
    assert probed(pdf_of(made, PrintFaces())).bookmarks == 3


def test_what_stands_on_paper_is_chinese_in_an_english_window(qtbot: QtBot, piece: Piece, english):
    gone, changed = piece("", PartState.GONE), piece("为了加强", PartState.CHANGED)
    told = words(piece("第二条"), changed, piece("为了加强", PartState.DELETED), gone)
    assert not re.search("[A-Za-z]", told)
    made = laid_out_compilation(wish(piece("第二条"), changed), JobContext())
    first = probed(pdf_of(made, PrintFaces())).pages[0].text
    assert "（资料截至2026年5月1日）" in first
    assert "目录" in "".join(first.split())
