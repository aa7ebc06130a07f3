from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_probe import Paper

from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.paper.manuscript import manuscript
from policyviewer.ui.paper.measures import HEIGHT
from policyviewer.ui.paper.notes import NotesPlace, beside, end_notes, numbered
from policyviewer.ui.paper.paging import Pager
from policyviewer.ui.paper.typesetter import Typesetter

Annotate = Callable[..., PlacedAnnotation]
Printed = Callable[..., Paper]
ALL = TextRange(0, 10_000)


def test_notes_are_numbered_by_their_place_and_highlights_are_not(annotate: Annotate):
    late, early = annotate("绿色蔬菜", "核对"), annotate("现提出", "谁起草")
    plain = annotate("各乡镇", kind=AnnotationKind.HIGHLIGHT)
    marks = numbered([late, early, plain], ALL)
    assert [(one.number, one.text) for one in marks] == [(None, ""), (1, "谁起草"), (2, "核对")]


def test_bookmarks_and_what_lies_elsewhere_are_not_printed(annotate: Annotate):
    marked = annotate("现提出", kind=AnnotationKind.BOOKMARK)
    assert numbered([marked, annotate("绿色蔬菜", "甲")], TextRange(0, 5)) == ()


def test_end_notes_stand_behind_the_source(printed: Printed, document: Document, annotate):
    notes = (annotate("绿色蔬菜", "请农业局核对面积"),)
    text = printed(document.outline, notes=notes, notes_place=NotesPlace.END).text
    assert text.endswith("来源：测试批注［1］“绿色蔬菜”：请农业局核对面积")


def test_margin_notes_stand_in_the_margin_and_the_text_stays(printed: Printed, document, annotate):
    notes = (annotate("绿色蔬菜", "请农业局核对面积"),)
    paper = printed(document.outline, notes=notes, notes_place=NotesPlace.MARGIN)
    small = [one for one in paper.pages[0].signs if one.size < 8 and one.left > 210 - 26]
    assert "".join(one.text for one in small) == "［1］请农业局核对面积"
    assert max(one.right for one in small) < 210 - 3


def test_without_the_wish_no_note_is_printed(printed: Printed, document, annotate):
    notes = (annotate("绿色蔬菜", "请农业局核对面积"),)
    assert "核对面积" not in printed(document.outline, notes=notes).text


def test_a_note_too_long_for_the_margin_is_whole_at_the_end(printed: Printed, document, annotate):
    notes = (annotate("绿色蔬菜", "面积" * 200 + "完"),)
    text = printed(document.outline, notes=notes, notes_place=NotesPlace.MARGIN).text
    assert "（全文见文末）" in text
    assert text.endswith("面积完")


@pytest.mark.parametrize("count", [2, 90])
def test_notes_of_a_page_do_not_overlap_or_leave_it(
    typesetter: Typesetter, document: Document, annotate: Annotate, count: int
):
    placed = [annotate("绿色蔬菜", "核对" * 9, name=str(number)) for number in range(count)]
    pager = Pager(typesetter)
    pager.add(manuscript(document.outline))
    pages, cut = beside(pager.pages, numbered(placed, ALL), typesetter)
    tops = [note.top for note in pages[0].notes]
    assert len(tops) == min(count, 24)
    assert len(cut) == (0 if count == 2 else count)
    assert tops == sorted(set(tops))
    assert 0 <= tops[0] <= tops[-1] < HEIGHT


def test_end_notes_have_a_chinese_heading_in_an_english_window(english, annotate: Annotate):
    first, *_notes = end_notes(numbered([annotate("三万亩", "核实")], TextRange(0, 1000)))
    assert first.words == "批注"
