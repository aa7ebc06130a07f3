from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from policyviewer.domain.annotations import Annotation
from policyviewer.ui.dialogs.trash_dialog import TrashDialog, row_text


@pytest.fixture
def deleted(annotate) -> Annotation:
    made = annotate("蔬菜", "核实").annotation
    return replace(made, deleted=datetime(2026, 5, 1, tzinfo=UTC))


def shown(qtbot, *deleted: Annotation) -> TrashDialog:
    made = TrashDialog(deleted)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_chosen_is_restored(qtbot, deleted: Annotation):
    dialog = shown(qtbot, deleted, replace(deleted, id="other"))
    wanted: list[list[str]] = []
    dialog.restore_wanted.connect(wanted.append)
    dialog.findChild(QListWidget).item(1).setSelected(True)
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "恢复").click()
    assert wanted == [["other"]]
    assert not dialog.isVisible()


def test_an_empty_trash_says_so(qtbot):
    dialog = shown(qtbot)
    assert not dialog.findChild(QListWidget).isVisible()


def test_a_row_tells_words_quotation_and_day(deleted: Annotation):
    lines = row_text(deleted).splitlines()
    assert lines[0] == "核实"
    assert deleted.target.quote.exact in lines[1]
    assert lines[2].endswith("删除")
