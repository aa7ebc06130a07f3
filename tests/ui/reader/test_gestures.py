from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from policyviewer.domain.annotations import Colour
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.gestures import SelectionActions, swatch


def test_a_swatch_tells_its_colour(qtbot: QtBot):
    actions = SelectionActions()
    with qtbot.waitSignal(actions.highlighted) as told:
        actions.highlights[Colour.PINK].trigger()
    assert told.args == ["pink"]


def test_without_words_only_bookmark_and_select_all_are_left(qtbot: QtBot):
    actions = SelectionActions()
    actions.enable(selected=False)
    assert not actions.copy.isEnabled()
    assert actions.bookmark.isEnabled()
    assert actions.select_all.isEnabled()


def test_the_menu_speaks_chinese(qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = SelectionActions(parent).menu(parent)
    words = [action.text() for action in menu.actions() if action.isVisible() and action.text()]
    assert words == [
        "复制",
        "带引用复制",
        "高亮",
        "批注",
        "书签",
        "收入汇编",
        "检索选中文字",
        "全选",
    ]


def test_a_swatch_is_of_its_colour(qtbot: QtBot):
    colours = PageColours()
    picture = swatch(colours.highlights[Colour.GREEN], colours.soft, 1.0).pixmap(16, 16)
    middle = picture.toImage().pixelColor(8, 8).name()
    assert middle == colours.highlights[Colour.GREEN]
