from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from policyviewer.app.compiled_parts import CompiledPiece, part_of
from policyviewer.domain.compilations import PartId, PartState, PresentPart
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.dialogs.renewal_dialog import RenewalDialog
from policyviewer.ui.theme import LIGHT

SPAN = TextRange(30, 60)


@pytest.fixture
def changed(document: Document) -> CompiledPiece:
    part = replace(part_of(document, SPAN, "现行有效"), id=PartId(1))
    words = f"新增的字{SPAN.of(document.outline.text)}"
    present = PresentPart(part, PartState.CHANGED, 2, SPAN, "x", words, "新处", "现行有效")
    return CompiledPiece(present, document.outline)


@pytest.fixture
def gone(changed: CompiledPiece) -> CompiledPiece:
    part = replace(changed.present.part, id=PartId(2))
    return CompiledPiece(PresentPart(part, PartState.GONE))


@pytest.fixture
def dialog(qtbot: QtBot, changed: CompiledPiece, gone: CompiledPiece) -> RenewalDialog:
    made = RenewalDialog([changed, gone], LIGHT)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: RenewalDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().startswith(words))


def told(dialog: RenewalDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel))


def test_old_words_stand_beside_new_ones(dialog: RenewalDialog):
    old, new = (one.toPlainText() for one in dialog.findChildren(QTextBrowser))
    assert new == f"新增的字{old}"
    assert "第 1 处，共 2 处　原文已改" in told(dialog)


def test_parts_are_taken_over_one_by_one(qtbot: QtBot, dialog: RenewalDialog, changed, gone):
    with qtbot.waitSignal(dialog.accepted_parts) as caught:
        button(dialog, "采用现在的").click()
    assert caught.args == [[changed]]
    assert dialog.piece is gone
    assert not button(dialog, "采用现在的").isEnabled()
    assert not button(dialog, "打开原文").isEnabled()


def test_what_is_left_alone_is_passed_over(qtbot: QtBot, dialog: RenewalDialog, gone):
    with qtbot.assertNotEmitted(dialog.accepted_parts):
        button(dialog, "先不管").click()
    with qtbot.waitSignal(dialog.remove_wanted) as caught:
        button(dialog, "移出汇编").click()
    assert caught.args == [gone]
    assert not dialog.isVisible()


def test_all_that_can_be_is_taken_over_at_once(qtbot: QtBot, dialog: RenewalDialog, changed):
    with qtbot.waitSignal(dialog.accepted_parts) as caught:
        button(dialog, "其余全部采用").click()
    assert caught.args == [[changed]]


def test_the_place_is_opened(qtbot: QtBot, dialog: RenewalDialog, changed):
    with qtbot.waitSignal(dialog.place_wanted) as caught:
        qtbot.keyClick(dialog, Qt.Key.Key_O)
    assert caught.args == [changed]


def test_a_document_is_told_by_its_lines_and_compared(qtbot: QtBot, document: Document):
    text = document.outline.text.replace("合作社", "专业合作社", 1)
    outline = replace(document.outline, text=text)
    part = part_of(document, None, "")
    present = PresentPart(part, PartState.CHANGED, 2, TextRange(0, len(text)))
    dialog = RenewalDialog([CompiledPiece(present, outline, document.outline)], LIGHT)
    qtbot.addWidget(dialog)
    old, new = (one.toPlainText() for one in dialog.findChildren(QTextBrowser))
    assert (old.count("\n"), new) == (0, old.replace("合作社", "专业合作社", 1))
    with qtbot.waitSignal(dialog.comparison_wanted):
        button(dialog, "新旧对照").click()
