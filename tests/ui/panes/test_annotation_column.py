from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

from policyviewer.domain.documents import Document
from policyviewer.ui.panes.annotation_card import AnnotationCard, foot_text
from policyviewer.ui.panes.annotation_column import AnnotationColumn


@pytest.fixture
def column(qtbot) -> AnnotationColumn:
    column = AnnotationColumn()
    qtbot.addWidget(column)
    column.show()
    return column


def cards(column: AnnotationColumn) -> list[AnnotationCard]:
    return sorted(column._cards.values(), key=lambda card: card.y())


def notes(column: AnnotationColumn) -> list[str]:
    return [card.findChild(QPlainTextEdit).toPlainText() for card in cards(column)]


def test_cards_stand_in_the_order_of_the_text(qtbot, column, document: Document, annotate):
    placed = [annotate("指导思想", "一"), annotate("合作社", "三")]
    column.show_annotations(document, placed)
    column.show_annotations(document, [placed[0], annotate("三万亩", "二"), placed[1]])
    qtbot.waitUntil(lambda: notes(column) == ["一", "二", "三"])


def test_a_thousand_cards_are_made_in_slices(qtbot, column, document: Document, annotate):
    placed = [annotate("合作社", name=f"n{number}") for number in range(100)]
    column.show_annotations(document, placed)
    assert len(cards(column)) < 50
    qtbot.waitUntil(lambda: len(cards(column)) == 100)


def test_what_is_written_goes_out_with_its_name(qtbot, column, document: Document, annotate):
    column.show_annotations(document, [annotate("合作社", name="n1")])
    qtbot.waitUntil(lambda: len(cards(column)) == 1)
    column.edit_annotation("n1")
    with qtbot.waitSignal(column.note_edited) as caught:
        qtbot.keyClicks(cards(column)[0].findChild(QPlainTextEdit), "ask")
    assert caught.args == ["n1", "ask"]


def test_storing_does_not_disturb_the_writing(qtbot, column, document: Document, annotate):
    column.show_annotations(document, [annotate("合作社", "old", name="n1")])
    (card,) = cards(column)
    card.findChild(QPlainTextEdit).insertPlainText("more ")
    column.show_annotations(document, [annotate("合作社", "old", name="n1")])
    assert cards(column) == [card]
    assert notes(column) == ["more old"]


def test_words_of_a_card_that_goes_are_handed_on(qtbot, column, document: Document, annotate):
    column.show_annotations(document, [annotate("合作社", name="n1")])
    cards(column)[0].findChild(QPlainTextEdit).insertPlainText("last")
    with qtbot.waitSignal(column.note_edited) as caught:
        column.clear()
    assert caught.args == ["n1", "last"]


def test_the_foot_says_place_and_date(annotate):
    assert foot_text(annotate("合作社"), "（二）").startswith("（二） · 2026-05-01")


def test_the_column_has_a_name_for_screen_readers(column: AnnotationColumn):
    assert column.findChild(QScrollArea).accessibleName() == "这份文件的批注"
