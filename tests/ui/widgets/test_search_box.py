from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from policyviewer.ui.widgets.search_box import SearchBox


@pytest.fixture
def box(qtbot) -> SearchBox:
    box = SearchBox()
    qtbot.addWidget(box)
    return box


def test_a_pause_in_typing_sends_the_query_once(qtbot, box: SearchBox):
    sent: list[str] = []
    box.query_changed.connect(sent.append)
    qtbot.keyClicks(box, "abc")
    assert sent == []
    qtbot.waitUntil(lambda: bool(sent))
    assert sent == ["abc"]


def test_down_leads_to_the_results(qtbot, box: SearchBox):
    with qtbot.waitSignal(box.results_wanted):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_enter_sends_at_once_and_wants_the_first_result(qtbot, box: SearchBox):
    sent: list[str] = []
    box.query_changed.connect(sent.append)
    qtbot.keyClicks(box, "abc")
    with qtbot.waitSignal(box.accepted):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert sent == ["abc"]


def test_escape_clears_first_and_leaves_then(qtbot, box: SearchBox):
    sent: list[str] = []
    box.setText("abc")
    box.query_changed.connect(sent.append)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert sent == ["abc", ""]
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_words_put_in_are_not_sent(qtbot, box: SearchBox):
    sent: list[str] = []
    box.query_changed.connect(sent.append)
    box.set_query("蔬菜")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (sent, box.text()) == ([], "蔬菜")


def test_words_taken_out_are_not_sent(qtbot, box: SearchBox):
    sent: list[str] = []
    box.set_query("蔬菜")
    box.query_changed.connect(sent.append)
    box.set_query("")
    assert sent == []


def test_letters_being_composed_are_not_sent(qtbot, box: SearchBox):
    box.set_query("蔬菜")
    box.selectAll()
    sent: list[str] = []
    box.query_changed.connect(sent.append)
    for letters in ("g", "gu", "guo"):
        QApplication.sendEvent(box, QInputMethodEvent(letters, []))
    assert sent == []
    done = QInputMethodEvent("", [])
    done.setCommitString("果")
    with qtbot.waitSignal(box.query_changed):
        QApplication.sendEvent(box, done)
    assert sent == ["果"]


def test_composing_given_up_sends_what_is_left(qtbot, box: SearchBox):
    box.set_query("蔬菜")
    box.selectAll()
    sent: list[str] = []
    box.query_changed.connect(sent.append)
    QApplication.sendEvent(box, QInputMethodEvent("g", []))
    QApplication.sendEvent(box, QInputMethodEvent("", []))
    assert sent == [""]


def test_the_tooltip_tells_what_can_be_typed(box):
    assert "人民*府" in box.toolTip()
