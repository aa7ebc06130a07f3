from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from policyviewer.ui.widgets.chips import Chips

THREE = [
    ("机关：国务院", "机关：国务院", 1),
    ("年份：2020", "年份：2020", 2),
    ("文种：通知", "文种：通知", 3),
]


@pytest.fixture
def chips(qtbot) -> Chips:
    chips = Chips("chip")
    qtbot.addWidget(chips)
    chips.show_chips(THREE)
    chips.resize(400, 60)
    chips.show()
    return chips


def test_a_chip_is_taken_away_with_the_mouse(qtbot, chips: Chips):
    with qtbot.waitSignal(chips.chosen) as caught:
        qtbot.mouseClick(chips.buttons[1], Qt.MouseButton.LeftButton)
    assert caught.args == [2]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space]
)
def test_a_chip_is_taken_away_with_the_keyboard(qtbot, chips: Chips, key: Qt.Key):
    with qtbot.waitSignal(chips.chosen) as caught:
        qtbot.keyClick(chips.buttons[2], key)
    assert caught.args == [3]


def test_the_focus_stays_among_the_chips(qtbot, chips: Chips):
    chips.activateWindow()
    chips.buttons[2].setFocus()
    qtbot.waitUntil(chips.buttons[2].hasFocus)
    chips.show_chips(THREE[:2])
    assert chips.buttons[1].hasFocus()


def test_chips_say_what_they_do(chips: Chips):
    assert chips.buttons[0].accessibleName() == "去掉 机关：国务院"
    assert "×" in chips.buttons[0].text()


def test_links_are_just_words(qtbot):
    links = Chips("link")
    qtbot.addWidget(links)
    links.show_chips([("绿色发展", "检索“绿色发展”", "绿色发展")])
    assert [(one.text(), one.accessibleName()) for one in links.buttons] == [("绿色发展",) * 2]


def test_chips_shown_again_take_the_newer_value(qtbot, chips: Chips):
    before = chips.buttons[0]
    chips.show_chips([(text, tip, value * 10) for text, tip, value in THREE])
    assert chips.buttons[0] is before
    with qtbot.waitSignal(chips.chosen) as caught:
        before.click()
    assert caught.args == [10]


def test_all_are_taken_away_together(qtbot, chips: Chips):
    (together,) = [one for one in chips.findChildren(QPushButton) if one.text() == "全部清除"]
    with qtbot.waitSignal(chips.all_chosen):
        together.click()
    chips.show_chips(THREE[:1])
    assert together.isHidden()


def test_without_chips_there_is_nothing(chips: Chips):
    chips.show_chips([])
    assert chips.isHidden()
