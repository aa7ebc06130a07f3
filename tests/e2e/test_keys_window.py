"""Ways through the window without a mouse, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from policyviewer.domain.annotations import Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.reader.view import ReaderView

MANUAL = "manual"


@pytest.mark.parametrize(
    ("do", "panel"),
    [
        (Do.LIBRARY_PANEL, "library"),
        (Do.OUTLINE_PANEL, "outline"),
        (Do.SEARCH_PANEL, "search"),
        (Do.BOOKMARKS_PANEL, "bookmarks"),
        (Do.NOTES_PANEL, "notes"),
    ],
)
def test_panels_are_reached_by_key(start, do: Do, panel: str):
    session = start()
    session.window.action(do).trigger()
    assert session.window.state().panel == panel


def test_open_documents_are_walked_through(qtbot, start, settled):
    session = start()
    window = session.window
    session.desk.reading.open(MANUAL)
    qtbot.waitUntil(lambda: window.reader.document.id == MANUAL)
    for do in (Do.NEXT_TAB, Do.PREVIOUS_TAB):
        before = window.reader.document.id
        window.action(do).trigger()
        qtbot.waitUntil(lambda before=before: window.reader.document.id != before)
    settled(session)


def test_the_manual_opens_at_the_chapter_of_what_has_the_keyboard(qtbot, start, settled):
    session = start()
    window = session.window
    window.resize(1366, 768)
    window.show_panel("library")
    window.activateWindow()
    window.search_box.setFocus()
    qtbot.waitUntil(window.search_box.hasFocus)
    window.action(Do.MANUAL).trigger()
    qtbot.waitUntil(lambda: window.reader.document.id == MANUAL)
    settled(session)
    text = window.reader.document.outline.text
    assert text[window.reader.position() :].startswith("三、检索")


def test_damaged_places_are_walked_through_with_their_reasons(start, settled):
    session = start()
    window = session.window
    findings = sorted(one.span for one in window.reader.document.outline.findings)
    for number in (0, 1, 2):
        window.action(Do.NEXT_DAMAGE).trigger()
        settled(session)
        assert window.reader.selection() == findings[number]
    window.action(Do.PREVIOUS_DAMAGE).trigger()
    assert window.reader.selection() == findings[1]
    told = [one.text() for one in window.messages.findChildren(QLabel)]
    assert any(f"第 2 处，共 {len(findings)} 处疑似缺损" in words for words in told)


def test_a_digit_highlights_what_is_selected(qtbot, start, settled):
    session = start()
    reader = session.window.reader
    reader.select(TextRange(40, 48))
    qtbot.keyClick(reader.active.findChild(ReaderView), Qt.Key.Key_3)
    settled(session)
    (made,) = session.services.annotating.all()
    assert made.colour is list(Colour)[2]


def test_words_are_copied_with_their_source_from_the_bar(start, settled):
    session = start()
    reader = session.window.reader
    at = reader.document.outline.text.index("深化与四川合作")
    reader.select(TextRange(at, at + 7))
    reader.active._selecting._actions.copy_cited.trigger()
    assert QGuiApplication.clipboard().text().startswith("深化与四川合作（《")


def test_full_screen_comes_and_goes(start):
    session = start()
    window = session.window
    window.action(Do.FULL_SCREEN).trigger()
    assert window.isFullScreen()
    window.action(Do.FULL_SCREEN).trigger()
    assert not window.isFullScreen()


def test_f6_goes_round_the_parts_of_the_window_both_ways(qtbot, start, settled):
    session = start()
    window = session.window
    window.resize(1366, 768)
    window.show_panel("library")
    window.activateWindow()
    window.search_box.setFocus()
    qtbot.waitUntil(window.search_box.hasFocus)

    def round_trip(do: Do) -> list[str]:
        seen = []
        for _ in range(8):
            window.action(do).trigger()
            seen.append(window.place_of_focus())
            if window.search_box.hasFocus():
                break
        return seen

    there, back = round_trip(Do.NEXT_PART), round_trip(Do.PREVIOUS_PART)
    assert there[:2] == ["library", "reader"]
    assert there[-1] == back[-1] == "search"
    assert there[:-1] == list(reversed(back[:-1]))


def test_a_closed_document_is_opened_again(qtbot, start, settled):
    session = start()
    session.desk.reading.open("manual")
    qtbot.waitUntil(lambda: session.window.reader.document.id == "manual")
    settled(session)
    session.window.action(Do.CLOSE_TAB).trigger()
    settled(session)
    assert "manual" not in session.window.tabs.documents()
    session.window.action(Do.REOPEN_TAB).trigger()
    settled(session)
    assert session.window.reader.document.id == "manual"
    session.window.action(Do.REOPEN_TAB).trigger()
    assert "没有刚关闭的文件" in session.window.messages.text


def test_what_cannot_be_done_says_what_it_needs(start, settled):
    session = start()
    window = session.window
    for do in (Do.NOTE, Do.HIGHLIGHT):
        window.messages.show_message("")
        window.action(do).trigger()
        assert window.messages.text == "请先选中文字。"
    window.tabs.close_others("")
    settled(session)
    for do in (Do.FIND, Do.GO_TO, Do.CORRECT, Do.BOOKMARK, Do.COPY_REFERENCE):
        window.messages.show_message("")
        window.action(do).trigger()
        assert window.messages.text == "请先打开一份文件。"
