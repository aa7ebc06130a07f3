"""Two documents beside each other, in the real window."""

from __future__ import annotations

from policyviewer.domain.annotations import Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do

SEED, MANUAL = "regional-coordination", "manual"
SPAN = TextRange(40, 48)


def test_two_documents_are_read_beside_each_other(qtbot, start, settled):
    session = start()
    window, reading = session.window, session.desk.reading

    window.tabs.beside_wanted.emit(MANUAL)
    qtbot.waitUntil(lambda: reading.document.id == MANUAL)
    settled(session)
    left, right = window.reader.panes
    assert (left.document.id, right.document.id) == (SEED, MANUAL)
    assert window.action(Do.SPLIT).isChecked()
    assert window.tabs.documents()[0] == MANUAL

    # what the user does belongs to the page with the keyboard
    window.action(Do.OTHER_PAGE).trigger()
    settled(session)
    assert reading.document.id == SEED
    assert window.tabs.documents()[0] == SEED
    window.reader.select(SPAN)
    session.desk.annotating.highlight_selection(Colour.GREEN)
    settled(session)
    assert [one.target.document for one in session.services.annotating.all()] == [SEED]

    # closing a document closes its page
    window.tabs.show_document(MANUAL, "使用手册")
    window.tabs.close_current()
    settled(session)
    assert not window.reader.is_split
    assert window.reader.document.id == SEED
    assert not window.action(Do.SPLIT).isChecked()


def test_two_places_of_one_document(qtbot, start, settled):
    session = start()
    window = session.window
    window.action(Do.SPLIT).trigger()
    settled(session)
    assert [pane.document.id for pane in window.reader.panes] == [SEED, SEED]
    window.reader.select(SPAN)
    session.desk.annotating.highlight_selection(Colour.BLUE)
    settled(session)
    painters = [pane._painter for pane in window.reader.panes]
    assert [len(painter.marks_at(SPAN.start)) for painter in painters] == [1, 1]
    session.desk.reading.reload({SEED})
    settled(session)
    assert [pane.document.id for pane in window.reader.panes] == [SEED, SEED]
    window.action(Do.SPLIT).trigger()
    assert not window.reader.is_split


def test_the_second_page_comes_back_at_the_next_start(qtbot, start, settled, quit_):
    session = start()
    session.window.tabs.beside_wanted.emit(MANUAL)
    qtbot.waitUntil(lambda: session.window.reader.document.id == MANUAL)
    settled(session)
    session.window.action(Do.OTHER_PAGE).trigger()
    at = session.window.reader.document.outline.text.index("(三)深化与湖南合作")
    session.desk.reading.reveal(TextRange(at, at))
    settled(session)
    quit_(session)

    again = start()
    qtbot.waitUntil(lambda: again.window.reader.is_split)
    settled(again)
    left, right = again.window.reader.panes
    assert (left.document.id, right.document.id) == (SEED, MANUAL)
    assert again.window.reader.active is left
    assert left.position() == at
    assert again.window.action(Do.SPLIT).isChecked()
