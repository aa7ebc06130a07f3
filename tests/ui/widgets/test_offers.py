from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from policyviewer.ui.widgets.offers import Offer, Offers
from policyviewer.ui.widgets.search_box import SearchBox

OFFERS = [Offer("绿色发展", "常用词", 1), Offer("绿色金融", "检索过", 2)]


@pytest.fixture
def box(qtbot) -> SearchBox:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    box = SearchBox(window)
    box.setGeometry(20, 10, 300, 32)
    box.offers = Offers(window)
    window.show()
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.set_query("绿色")
    box.offers.show_offers(OFFERS, box)
    return box


def test_offers_stand_below_the_box_and_leave_it_the_focus(box: SearchBox):
    assert box.offers.y() > box.geometry().bottom()
    assert (box.offers.x(), box.offers.width()) == (box.x(), box.width())
    assert box.hasFocus()
    assert box.offers.currentRow() == -1


def test_enter_searches_unless_an_offer_was_chosen(qtbot, box: SearchBox):
    with qtbot.waitSignal(box.accepted), qtbot.assertNotEmitted(box.offers.chosen):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.offers.isHidden()


def test_an_offer_is_taken_with_the_keyboard(qtbot, box: SearchBox):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(box, key)
    with qtbot.waitSignal(box.offers.chosen) as caught, qtbot.assertNotEmitted(box.accepted):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert caught.args == [2]
    assert box.offers.isHidden()


def test_down_behind_the_last_offer_leads_to_the_results(qtbot, box: SearchBox):
    for _ in OFFERS:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.results_wanted):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_up_before_the_first_offer_chooses_none(qtbot, box: SearchBox):
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    with qtbot.waitSignal(box.accepted):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_escape_takes_the_offers_away_and_leaves_the_words(qtbot, box: SearchBox):
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.offers.isHidden(), box.text()) == (True, "绿色")


def test_an_offer_is_taken_with_the_mouse(qtbot, box: SearchBox):
    place = box.offers.visualItemRect(box.offers.item(1)).center()
    with qtbot.waitSignal(box.offers.chosen) as caught:
        qtbot.mouseClick(box.offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [2]


def test_offers_go_with_the_focus(qtbot, box: SearchBox):
    box.clearFocus()
    assert box.offers.isHidden()


def test_without_offers_there_is_no_list(box: SearchBox):
    box.offers.show_offers([], box)
    assert box.offers.isHidden()


def test_offers_leave_the_results_in_view(box: SearchBox):
    results = QWidget(box.window())
    results.setGeometry(0, 50, 90, 300)
    results.show()
    box.offers.kept_clear = results
    box.offers.show_offers(OFFERS, box)
    assert box.offers.x() > results.geometry().right()
    assert box.offers.width() == 280  # no narrower than can be read
    results.hide()
    box.offers.show_offers(OFFERS, box)
    assert (box.offers.x(), box.offers.width()) == (box.x(), box.width())
