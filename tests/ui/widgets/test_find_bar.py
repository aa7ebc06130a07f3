from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from policyviewer.ui.reader.finding import Sought
from policyviewer.ui.widgets.find_bar import FindBar


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.resize(760, 36)
    return bar


def line_of(bar: FindBar) -> QLineEdit:
    line = bar.findChild(QLineEdit)
    assert line is not None
    return line


def test_opening_takes_words_over_and_keeps_the_last(qtbot: QtBot, bar: FindBar):
    with qtbot.waitSignal(bar.changed) as caught:
        bar.open_bar("机制")
    assert caught.args == [Sought("机制")]
    bar.close_bar()
    with qtbot.waitSignal(bar.changed) as caught:
        bar.open_bar()
    assert caught.args == [Sought("机制")]
    assert line_of(bar).selectedText() == "机制"


def test_switches_are_part_of_what_is_sought(qtbot: QtBot, bar: FindBar):
    bar.open_bar("GDP")
    for switch in bar.findChildren(QToolButton):
        if switch.isCheckable():
            switch.click()
    assert bar.sought == Sought("GDP", case=True, whole=True)


@pytest.mark.parametrize(
    ("number", "count", "words"),
    [(2, 17, "第 3 处，共 17 处"), (None, 17, "共 17 处"), (None, 0, "没有找到")],
)
def test_where_one_is(bar: FindBar, number: int | None, count: int, words: str):
    bar.open_bar("机制")
    bar.show_place(number, count)
    assert bar.text == words
    library = bar.findChild(QPushButton)
    assert library.isVisible() is (count == 0)


def test_no_words_are_no_failure(bar: FindBar):
    bar.open_bar()
    bar.show_place(None, 0)
    assert bar.text == ""
    assert not bar.findChild(QPushButton).isVisible()


def test_keys_go_on_back_and_away(qtbot: QtBot, bar: FindBar):
    bar.open_bar("机制")
    with qtbot.waitSignal(bar.next_wanted):
        qtbot.keyClick(line_of(bar), Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.previous_wanted):
        qtbot.keyClick(line_of(bar), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(line_of(bar), Qt.Key.Key_Escape)
    assert bar.isHidden()
    with qtbot.assertNotEmitted(bar.closed):
        bar.close_bar()


def test_the_library_is_offered_where_nothing_is_found(qtbot: QtBot, bar: FindBar):
    bar.open_bar("机制")
    bar.show_place(None, 0)
    with qtbot.waitSignal(bar.library_wanted) as caught:
        bar.findChild(QPushButton).click()
    assert caught.args == ["机制"]
