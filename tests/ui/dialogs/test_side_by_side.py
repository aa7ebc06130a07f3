from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from policyviewer.ui.dialogs.side_by_side import compared, keyed_button
from policyviewer.ui.theme import LIGHT

_TAGS = re.compile("<[^>]+>")


def test_what_went_out_and_what_came_in_are_marked():
    former, present = compared("方便群众出行", "方便人民群众出行", LIGHT)
    assert "<span" not in former
    assert re.search('underline;">人民<', present)


def test_words_are_shown_whole_and_never_as_markup():
    former, present = compared("a<b>甲\n乙", "a<b>丙", LIGHT)
    assert _TAGS.sub("", former.replace("<br>", "\n")) == "a&lt;b&gt;甲\n乙"
    assert _TAGS.sub("", present) == "a&lt;b&gt;丙"


@pytest.mark.parametrize("length", [10, 5000])
def test_long_texts_are_shown_without_being_compared(length: int):
    former, present = compared("甲" * length, "乙" * length, LIGHT)
    assert ("<span" in former) == (length < 4000)
    assert _TAGS.sub("", present) == "乙" * length


def test_a_button_is_pressed_by_its_key_and_by_the_mouse(qtbot):
    dialog, pressed = QDialog(), []
    qtbot.addWidget(dialog)
    button = keyed_button(dialog, "采用", "A", lambda: pressed.append("A"))
    QVBoxLayout(dialog).addWidget(button)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_A)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (pressed, button.text()) == (["A", "A"], "采用（A）")
