from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.sheet_frame import SheetFrame
from policyviewer.ui.reader.view import ReaderView

MakeDocument = Callable[[str], Document]
SPAN = TextRange(10, 14)


@pytest.fixture
def deck(qtbot: QtBot, law: Document) -> ReaderDeck:
    deck = ReaderDeck()
    qtbot.addWidget(deck)
    deck.resize(1100, 652)
    with qtbot.waitExposed(deck):
        deck.show()
    deck.show_document(law)
    qtbot.waitUntil(lambda: not deck.filling)
    return deck


@pytest.fixture
def two(deck: ReaderDeck, qtbot: QtBot) -> ReaderDeck:
    deck.split()
    qtbot.waitUntil(lambda: not deck.filling)
    return deck


def view_of(pane: ReaderPane) -> ReaderView:
    view = pane.findChild(ReaderView)
    assert view is not None
    return view


def touch(qtbot: QtBot, pane: ReaderPane) -> None:
    view_of(pane).activateWindow()
    view_of(pane).setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(view_of(pane).hasFocus)


def test_splitting_shows_the_same_place_twice(deck: ReaderDeck, qtbot: QtBot, law: Document):
    at = law.outline.text.index("第300条")
    deck.reveal(TextRange(at, at))
    with qtbot.waitSignal(deck.split_changed) as caught:
        deck.split()
    qtbot.waitUntil(lambda: not deck.filling)
    assert caught.args == [True]
    assert [pane.document for pane in deck.panes] == [law, law]
    assert [pane.position() for pane in deck.panes] == [at, at]
    assert deck.active is deck.panes[1]


def test_an_empty_page_is_not_split(qtbot: QtBot):
    deck = ReaderDeck()
    qtbot.addWidget(deck)
    deck.split()
    assert not deck.is_split


def test_the_deck_speaks_as_the_page_with_the_keyboard(two: ReaderDeck, qtbot: QtBot):
    with qtbot.waitSignal(two.active_changed):
        touch(qtbot, two.panes[0])
    assert two.active is two.panes[0]
    two.select(SPAN)
    assert two.selection() == SPAN == two.panes[0].selection()
    assert two.panes[1].selection() is None


def test_the_other_page_is_reached_by_key(two: ReaderDeck):
    left, right = two.panes
    two.activate_other()
    assert two.active is left
    two.activate_other()
    assert two.active is right


def test_only_the_active_page_tells_where_it_is(two: ReaderDeck, qtbot: QtBot):
    left, right = two.panes
    told: list[int] = []
    two.position_changed.connect(told.append)
    with qtbot.waitSignal(left.position_changed):
        left.reveal(TextRange(9000, 9000))
    assert told == []
    with qtbot.waitSignal(two.position_changed):
        right.reveal(TextRange(9000, 9000))


def test_a_wish_makes_its_page_the_active_one(two: ReaderDeck, qtbot: QtBot):
    left = two.panes[0]
    with qtbot.waitSignal(two.highlight_requested) as caught:
        left.highlight_requested.emit(SPAN, "yellow")
    assert caught.args == [SPAN, "yellow"]
    assert two.active is left


def test_pages_have_one_zoom(two: ReaderDeck, qtbot: QtBot):
    with qtbot.waitSignal(two.zoom_changed) as caught:
        two.panes[1].set_zoom(1.5)
    assert caught.args == [1.5]
    assert [pane.zoom for pane in two.panes] == [1.5, 1.5]


def test_marks_are_shown_wherever_their_document_is(two: ReaderDeck, make_document: MakeDocument):
    mark = Mark("a", SPAN, AnnotationKind.HIGHLIGHT, Colour.YELLOW)
    two.set_marks([mark])
    painters = [view_of(pane)._painter for pane in two.panes]
    assert [painter.marks_at(SPAN.start) for painter in painters] == [[mark], [mark]]
    two.show_document(make_document("某某办法\n第一条　另一份文件的条文，有足够的字。"))
    two.set_marks([])
    assert [painter.marks_at(SPAN.start) for painter in painters] == [[mark], []]


def test_hits_of_another_document_stay_until_all_go(two: ReaderDeck, make_document: MakeDocument):
    left, right = two.panes
    two.set_hits([SPAN], 0)
    two.show_document(make_document("某某办法\n第一条　另一份文件的条文，有足够的字。"))
    two.set_hits([TextRange(2, 4)], None)
    hits = [view_of(pane)._painter._hits.touching(TextRange(0, 99)) for pane in (left, right)]
    assert hits == [[SPAN], [TextRange(2, 4)]]
    two.set_hits([], None)
    hits = [view_of(pane)._painter._hits.touching(TextRange(0, 99)) for pane in (left, right)]
    assert hits == [[], []]


def test_unsplitting_keeps_the_active_page(two: ReaderDeck, qtbot: QtBot):
    left = two.panes[0]
    touch(qtbot, left)
    with qtbot.waitSignal(two.split_changed) as caught:
        two.unsplit()
    assert caught.args == [False]
    assert two.panes == [left]


def test_closing_the_active_page_goes_on_with_the_other(two: ReaderDeck, qtbot: QtBot):
    left, right = two.panes
    frame = right.parentWidget()
    assert isinstance(frame, SheetFrame)
    with qtbot.waitSignal(two.active_changed):
        frame.closed.emit()
    assert two.active is left
    assert not two.is_split
    frame.closed.emit()  # what is closed already is not closed again
    assert two.panes == [left]


def test_a_closed_document_leaves_the_other_page(two: ReaderDeck, make_document: MakeDocument):
    left, right = two.panes
    two.show_document(make_document("某某办法\n第一条　另一份文件的条文，有足够的字。"))
    two.let_go("another")
    assert two.panes == [left, right]
    two.let_go("test")
    assert two.panes == [right]


def test_a_new_text_is_shown_on_the_other_page_too(two: ReaderDeck, make_document: MakeDocument):
    left, right = two.panes
    new = make_document("某某办法\n第一条　新的条文，有足够的字。")
    before = right.document
    two.show_again(new)
    assert left.document is new
    assert right.document is before


def test_clearing_leaves_one_empty_page(two: ReaderDeck):
    two.clear()
    assert not two.is_split
    assert two.document is None
