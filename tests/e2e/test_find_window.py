"""Finding on the page, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session

MANUAL, SEED = "manual", "regional-coordination"


def places_of(session: Session, words: str) -> list[TextRange]:
    text = session.window.reader.document.outline.text
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    return [TextRange(at, at + len(words)) for at in starts]


def type_words(session: Session, words: str) -> QLineEdit:
    line = session.window.find_bar.findChild(QLineEdit)
    line.setText(words)
    return line


def marked(session: Session) -> list[TextRange]:
    return session.window.reader.active._painter._hits.all()


def test_words_are_found_walked_through_and_left_selected(qtbot, start, settled):
    session = start()
    window, finding = session.window, session.desk.finding
    window.action(Do.FIND).trigger()
    line = type_words(session, "合作机制")
    settled(session)
    places = places_of(session, "合作机制")
    assert finding.places == places == marked(session)
    assert window.find_bar.text == f"第 1 处，共 {len(places)} 处"

    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.find_bar.text.startswith("第 2 处")
    window.action(Do.PREVIOUS_MATCH).trigger()
    window.action(Do.PREVIOUS_MATCH).trigger()
    assert window.find_bar.text.startswith(f"第 {len(places)} 处")

    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert window.reader.selection() == places[-1]
    assert marked(session) == []
    assert not finding.active
    window.action(Do.BACK).trigger()
    assert window.reader.position() == 0


def test_a_selection_is_looked_for(start, settled):
    session = start()
    place = places_of(session, "西部陆海新通道")[1]
    session.window.reader.select(place)
    session.window.action(Do.FIND).trigger()
    settled(session)
    assert session.desk.finding.places == places_of(session, "西部陆海新通道")
    assert session.window.find_bar.text.startswith("第 2 处")


def test_another_document_is_looked_through_too(qtbot, start, settled):
    session = start()
    session.window.action(Do.FIND).trigger()
    type_words(session, "批注")
    settled(session)
    session.desk.reading.open(MANUAL)
    qtbot.waitUntil(lambda: session.window.reader.document.id == MANUAL)
    settled(session)
    assert session.desk.finding.places == places_of(session, "批注") != []


def test_keys_do_no_harm_while_another_document_is_looked_through(start, settled):
    session = start()
    window = session.window
    for end in (window.action(Do.NEXT_MATCH).trigger, window.find_bar.close_bar):
        window.action(Do.FIND).trigger()
        type_words(session, "的")
        settled(session)
        session.desk.reading.opened.connect(end, Qt.ConnectionType.SingleShotConnection)
        session.desk.reading.open(MANUAL if window.reader.document.id != MANUAL else SEED)
        settled(session)
        assert session.errors.shown is None


def test_the_page_of_another_document_stays_where_it_is(start, settled):
    session = start()
    window = session.window
    session.desk.reading.open_beside(MANUAL)
    settled(session)
    words = window.reader.document.outline.text[-12:].strip()
    window.action(Do.FIND).trigger()
    type_words(session, "批注")
    settled(session)
    window.action(Do.OTHER_PAGE).trigger()  # as a click on it does
    settled(session)
    type_words(session, words)
    settled(session)
    at = window.reader.panes[1].position()
    window.action(Do.OTHER_PAGE).trigger()
    settled(session)
    assert session.desk.finding.places[-1].end >= len(window.reader.text) - 12
    assert window.reader.position() == at
    window.action(Do.NEXT_MATCH).trigger()
    assert window.find_bar.text.startswith("第 1 处")


def test_the_hits_of_the_library_come_back(qtbot, start, settled):
    session = start()
    session.desk.search("西部陆海新通道")
    settled(session)
    qtbot.waitUntil(lambda: bool(session.desk.walking.matches))
    session.window.action(Do.FIND).trigger()
    type_words(session, "合作")
    settled(session)
    assert marked(session) == places_of(session, "合作")
    session.window.find_bar.close_bar()
    assert marked(session) == session.desk.walking.matches

    # a hit that is opened closes the bar
    session.window.action(Do.FIND).trigger()
    session.desk.searching.open_first()
    settled(session)
    assert session.window.find_bar.isHidden()
    assert marked(session) == session.desk.walking.matches


def test_what_is_not_found_is_searched_for_in_the_library(start, settled):
    session = start()
    session.window.action(Do.FIND).trigger()
    type_words(session, "批注自己找回")
    settled(session)
    assert session.window.find_bar.text == "没有找到"
    session.window.find_bar.library_wanted.emit("批注")
    settled(session)
    assert session.window.find_bar.isHidden()
    assert session.window.search_box.text() == "批注"


def test_closing_the_last_document_closes_the_bar(start, settled):
    session = start()
    session.window.action(Do.FIND).trigger()
    settled(session)
    session.window.tabs.close_others("")
    settled(session)
    assert session.window.find_bar.isHidden()
    session.window.action(Do.FIND).trigger()
    assert session.window.find_bar.isHidden()
