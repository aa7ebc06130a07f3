from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton

from policyviewer.ui.dialogs.history_dialog import HistoryDialog

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def dialog(qtbot, annotate) -> HistoryDialog:
    texts = [(NOON, "最早"), (NOON + timedelta(days=1), "后来")]
    made = HistoryDialog(
        annotate("三万亩", "现在的").annotation, texts, [(NOON, "art_1", "五万亩")]
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    return made


def test_the_newest_stands_first_and_only_former_ones_can_be_taken(dialog: HistoryDialog):
    rows, text = dialog.findChild(QListWidget), dialog.findChild(QPlainTextEdit)
    take = next(one for one in dialog.findChildren(QPushButton) if one.text() == "恢复成这一版")
    seen = []
    for row in range(rows.count()):
        rows.setCurrentRow(row)
        seen.append((text.toPlainText(), take.isEnabled()))
    assert seen == [("现在的", False), ("后来", True), ("最早", True)]


def test_a_former_text_is_taken_up(qtbot, dialog: HistoryDialog):
    dialog.findChild(QListWidget).setCurrentRow(2)
    take = next(one for one in dialog.findChildren(QPushButton) if one.text() == "恢复成这一版")
    with qtbot.waitSignal(dialog.text_wanted) as caught:
        take.click()
    assert caught.args == ["最早"]


def test_former_words_of_the_document_are_told(dialog: HistoryDialog):
    assert any("以前针对：“五万亩”" in label.text() for label in dialog.findChildren(QLabel))
