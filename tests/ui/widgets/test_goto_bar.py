from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from policyviewer.ui.widgets.goto_bar import GotoBar
from policyviewer.ui.widgets.offers import Offer, Offers

PLACES = [Offer("第一条 为了", "第一章", 1), Offer("第二条 本法", "第一章", 2)]


@pytest.fixture
def bar(qtbot: QtBot) -> GotoBar:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(760, 400)
    bar = GotoBar()
    QVBoxLayout(window).addWidget(bar)
    bar.offers = Offers(window)  # where the tests look
    bar.set_offers(bar.offers)
    window.show()
    bar.window_kept = window  # Qt keeps no Python owner of the window
    bar.open_bar()
    return bar


def line_of(bar: GotoBar) -> QLineEdit:
    line = bar.findChild(QLineEdit)
    assert line is not None
    return line


def test_what_is_typed_is_told(qtbot: QtBot, bar: GotoBar):
    with qtbot.waitSignal(bar.changed) as caught:
        line_of(bar).setText("65 二")
    assert caught.args == ["65 二"]


@pytest.mark.parametrize(("downs", "value"), [(0, 1), (1, 2), (5, 2)])
def test_enter_goes_to_the_place_that_is_chosen(qtbot: QtBot, bar: GotoBar, downs: int, value):
    bar.show_places(PLACES, "")
    for _ in range(downs):
        qtbot.keyClick(line_of(bar), Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.chosen) as caught:
        qtbot.keyClick(line_of(bar), Qt.Key.Key_Return)
    assert caught.args == [value]
    assert bar.isHidden()
    assert bar.offers.isHidden()


def test_one_goes_up_again(qtbot: QtBot, bar: GotoBar):
    bar.show_places(PLACES, "")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(line_of(bar), key)
    assert bar.offers.currentRow() == 0


def test_nothing_is_gone_to_where_there_is_nothing(qtbot: QtBot, bar: GotoBar):
    bar.show_places((), "本文没有这一条")
    assert bar.hint == "本文没有这一条"
    with qtbot.assertNotEmitted(bar.chosen):
        qtbot.keyClick(line_of(bar), Qt.Key.Key_Return)
    assert not bar.isHidden()


def test_escape_closes(qtbot: QtBot, bar: GotoBar):
    bar.show_places(PLACES, "")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(line_of(bar), Qt.Key.Key_Escape)
    assert bar.offers.isHidden()
    bar.open_bar()
    assert line_of(bar).text() == ""
