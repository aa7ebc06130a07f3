from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QScrollArea

from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import AnnotationId
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.panes.annotation_card import AnnotationCard, foot_text
from policyviewer.ui.panes.annotation_column import SHOWN, AnnotationColumn


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


def test_of_a_thousand_only_those_around_the_line_in_view_have_cards(
    qtbot, column, document: Document, annotate
):
    one = annotate("合作社")
    placed = [at(one, number) for number in range(1000)]
    column.show_annotations(document, placed)
    qtbot.waitUntil(lambda: len(cards(column)) == SHOWN)
    assert "下面还有 988 条" in buttons(column)
    column.follow(500)
    qtbot.waitUntil(lambda: len(cards(column)) == SHOWN and "n500" in column._cards)
    assert {"上面还有 498 条", "下面还有 490 条"} <= buttons(column)
    column.focus_annotation("n900")
    assert "n900" in column._cards
    next(one for one in column.findChildren(QPushButton) if "上面" in one.text()).click()
    qtbot.waitUntil(lambda: "n890" in column._cards)


def test_the_first_card_in_view_stands_beside_its_line(qtbot, column, document: Document, annotate):
    column.resize(300, 600)
    one = annotate("合作社")
    area = column.findChild(QScrollArea)
    top = area.viewport().mapToGlobal(QPoint(0, 0)).y()
    column.set_lines(lambda at: top + 150 if at % 10 == 0 else None)
    column.show_annotations(document, [at(one, number * 10) for number in range(12)])
    qtbot.waitUntil(lambda: len(cards(column)) == 12)

    def stands(number: int) -> bool:
        column.follow(number)
        card = column._cards[f"n{number}"]
        return abs(card.mapTo(area.viewport(), QPoint(0, 0)).y() - 150) <= 1

    for number in (0, 50):
        qtbot.waitUntil(lambda number=number: stands(number))


def test_a_card_that_is_being_written_stays(qtbot, column, document: Document, annotate):
    one = annotate("合作社")
    column.show_annotations(document, [at(one, number) for number in range(100)])
    column.activateWindow()
    column.edit_annotation("n0")
    qtbot.waitUntil(lambda: column._cards["n0"].findChild(QPlainTextEdit).hasFocus())
    column.follow(80)
    assert "n0" in column._cards
    column._show_from(60)
    assert "n0" in column._cards


def at(placed: PlacedAnnotation, number: int) -> PlacedAnnotation:
    """Give an annotation of another name on the code point of a number."""
    span = TextRange(number, number + 1)
    return PlacedAnnotation(
        replace(placed.annotation, id=AnnotationId(f"n{number}")),
        replace(placed.anchor, span=span),
    )


def buttons(column: AnnotationColumn) -> set[str]:
    shown = (one for one in column.findChildren(QPushButton) if not one.isHidden())
    return {one.text() for one in shown}


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


def test_a_card_that_went_serves_another_note_and_knows_nothing_of_the_first(
    qtbot, column, document: Document, annotate
):
    column.show_annotations(document, [annotate("合作社", "旧", name="n1")])
    (card,) = cards(column)
    edit = card.findChild(QPlainTextEdit)
    edit.insertPlainText("first ")
    column.clear()
    column.show_annotations(document, [annotate("指导思想", "另一条", name="n2")])
    assert cards(column) == [card]
    edit.undo()
    assert notes(column) == ["另一条"]
    with qtbot.waitSignal(column.note_edited) as caught:
        edit.insertPlainText("x")
    assert caught.args == ["n2", "x另一条"]


def test_the_foot_says_place_and_date(annotate):
    assert foot_text(annotate("合作社"), "（二）").startswith("（二） · 2026-05-01")


def test_the_column_has_a_name_for_screen_readers(column: AnnotationColumn):
    assert column.findChild(QScrollArea).accessibleName() == "这份文件的批注"


def test_a_card_changes_its_colour_leads_to_its_words_and_to_its_history(qtbot, annotate):
    card = AnnotationCard(own_author="张三")
    card.begin(annotate("合作社", "问"), "（二）")
    qtbot.addWidget(card)
    entries = {one.text(): one for one in card.menu().actions()}
    assert [name for name, one in entries.items() if one.isChecked()] == ["绿色"]
    for name, signal in (
        ("粉色", card.recoloured),
        ("到正文这一处", card.chosen),
        ("以前的内容…", card.history_wanted),
    ):
        with qtbot.waitSignal(signal) as caught:
            entries[name].trigger()
        assert caught.args[0] == "合作社"


def test_a_colleague_is_named(annotate):
    assert "张三" in foot_text(annotate("合作社"), "（二）", "李四")
    assert "张三" not in foot_text(annotate("合作社"), "（二）", "张三")
