from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.synopsis import Unit
from policyviewer.ui.dialogs.tie_dialog import TieDialog

WORDS = ("落实养护资金。", "开展路况评定。", "推进信息化管理。")
UNITS = [Unit(f"u{at}", None, "", "", TextRange(at, at + 1), at) for at in range(3)]


@pytest.fixture
def dialog(qtbot) -> TieDialog:
    made = TieDialog("设置路长。", list(zip(UNITS, WORDS, strict=True)), UNITS[1])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_present_paragraph_is_chosen_at_first(qtbot, dialog: TieDialog):
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog.findChildren(QPushButton)[-1].click()
    assert caught.args == [UNITS[1]]


def test_paragraphs_are_narrowed_down_by_words(qtbot, dialog: TieDialog):
    rows = dialog.findChild(QListWidget)
    qtbot.keyClicks(dialog.findChild(QLineEdit), "")
    dialog.findChild(QLineEdit).setText("信息化")
    assert [rows.item(at).isHidden() for at in range(3)] == [True, True, False]
    assert rows.currentRow() == -1


def test_enter_on_a_paragraph_chooses_it(qtbot, dialog: TieDialog):
    rows = dialog.findChild(QListWidget)
    rows.setCurrentRow(2)
    with qtbot.waitSignal(dialog.chosen) as caught:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert caught.args == [UNITS[2]]
