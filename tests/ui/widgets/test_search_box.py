from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from policyviewer.domain.suggestions import Suggestion, SuggestionKind
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


def test_the_tooltip_tells_what_can_be_typed(box):
    assert "人民*府" in box.toolTip()


OFFERS = (
    Suggestion(SuggestionKind.TERM, "粮食安全"),
    Suggestion(SuggestionKind.SEARCH, "粮食 储备", "口粮"),
)


@pytest.fixture
def typing(qtbot, box: SearchBox) -> SearchBox:
    box.show()
    qtbot.waitExposed(box)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.set_query("粮")
    return box


def test_suggestions_are_offered_for_what_stands_there(typing: SearchBox):
    typing.offer("粮", OFFERS)
    assert typing.offered == ["粮食安全", "粮食 储备"]
    typing.offer("粮食", OFFERS)  # of a key before
    assert typing.offered == []


def test_a_suggestion_is_taken_with_the_keyboard(qtbot, typing: SearchBox):
    typing.offer("粮", OFFERS)
    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(typing.query_changed) as caught:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert caught.args == ["粮食安全"]
    assert typing.offered == []


def test_enter_without_a_choice_is_for_the_first_result(qtbot, typing: SearchBox):
    typing.offer("粮", OFFERS)
    with qtbot.waitSignal(typing.accepted):
        qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert (typing.offered, typing.text()) == ([], "粮")


def test_escape_only_closes_the_suggestions(qtbot, typing: SearchBox):
    typing.offer("粮", OFFERS)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    assert (typing.offered, typing.text()) == ([], "粮")


def test_a_search_that_is_given_up_is_told(qtbot, box: SearchBox):
    box.set_query("粮")
    with qtbot.waitSignal(box.abandoned):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
