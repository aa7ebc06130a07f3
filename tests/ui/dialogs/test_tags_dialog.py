from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QListWidget, QPushButton

from policyviewer.app.tagging import TagUse
from policyviewer.domain.annotations import Colour
from policyviewer.ui.dialogs.tags_dialog import TagsDialog
from policyviewer.ui.theme import LIGHT

TAGS = [TagUse("交通", 5, Colour.BLUE), TagUse("急", 1, Colour.PINK)]


@pytest.fixture
def dialog(qtbot) -> TagsDialog:
    made = TagsDialog(LIGHT)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    made.show_tags(TAGS)
    return made


def button(dialog: TagsDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def test_nothing_can_be_done_with_no_tag(dialog: TagsDialog):
    dialog.show_tags([])
    assert not button(dialog, "去掉").isEnabled()
    assert not dialog.findChild(QListWidget).isVisible()


def test_a_tag_is_coloured_renamed_and_taken_away(qtbot, dialog: TagsDialog):
    dialog.findChild(QListWidget).setCurrentRow(1)
    green = next(one for one in button(dialog, "颜色").menu().actions() if one.text() == "绿色")
    with qtbot.waitSignal(dialog.recolour_wanted) as caught:
        green.trigger()
    assert caught.args == ["急", Colour.GREEN]
    button(dialog, "改名…").click()
    ask = dialog.findChild(QInputDialog)
    ask.setTextValue("紧急")
    with qtbot.waitSignal(dialog.rename_wanted) as caught:
        ask.accept()
    assert caught.args == ["急", "紧急"]
    with qtbot.waitSignal(dialog.remove_wanted) as caught:
        button(dialog, "去掉").click()
    assert caught.args == ["急"]


def test_the_chosen_tag_stays_chosen(dialog: TagsDialog):
    tags = dialog.findChild(QListWidget)
    tags.setCurrentRow(1)
    dialog.show_tags([TAGS[1], TAGS[0]])
    assert tags.currentRow() == 0
    dialog.show_tags([TAGS[0]])
    assert tags.currentRow() == -1
