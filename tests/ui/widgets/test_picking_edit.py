from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from policyviewer.ui.widgets.offers import Offer, Offers
from policyviewer.ui.widgets.picking_edit import PickingEdit

OFFERS = [Offer("甲", "", 1), Offer("乙", "", 2)]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    return window


@pytest.fixture
def edit(window: QWidget) -> PickingEdit:
    edit = PickingEdit(window)
    edit.set_offers(Offers(window))
    edit.show()
    edit.offer(OFFERS)
    return edit


@pytest.mark.parametrize(("keys", "value"), [("", 1), ("d", 2), ("ddd", 2), ("du", 1), ("u", 1)])
def test_the_arrows_choose_and_enter_takes(qtbot: QtBot, edit: PickingEdit, keys: str, value: int):
    for key in keys:
        qtbot.keyClick(edit, Qt.Key.Key_Down if key == "d" else Qt.Key.Key_Up)
    with qtbot.waitSignal(edit.chosen) as caught:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert caught.args == [value]
    assert edit.offers.isHidden()


def test_a_click_takes(qtbot: QtBot, edit: PickingEdit):
    with qtbot.waitSignal(edit.chosen) as caught:
        edit.offers.itemClicked.emit(edit.offers.item(1))
    assert caught.args == [2]


def test_without_offers_enter_takes_nothing(qtbot: QtBot, edit: PickingEdit):
    edit.offer([])
    with qtbot.assertNotEmitted(edit.chosen):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(edit.given_up):
        qtbot.keyClick(edit, Qt.Key.Key_Escape)


def test_the_list_goes_with_the_keyboard(qtbot: QtBot, edit: PickingEdit):
    with qtbot.waitSignal(edit.left):
        QApplication.sendEvent(edit, QFocusEvent(QFocusEvent.Type.FocusOut))
    assert edit.offers.isHidden()
