from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from policyviewer.app.comparing import Edition
from policyviewer.ui.dialogs.comparison_dialog import ComparisonDialog

DOCUMENTS = [("a", "青山县道路条例"), ("b", "白水县道路条例"), ("c", "青山县道路条例")]
EDITIONS = [(1, "第 1 版"), (2, "第 2 版"), (3, "第 3 版")]


@pytest.fixture
def dialog(qtbot) -> ComparisonDialog:
    made = ComparisonDialog(DOCUMENTS)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def compare(dialog: ComparisonDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "对照")


def test_two_documents_must_be_chosen(dialog: ComparisonDialog):
    assert not compare(dialog).isEnabled()
    dialog.choose(0, "a")
    assert dialog.editions() is None
    dialog.choose(1, "b")
    assert compare(dialog).isEnabled()


def test_what_is_chosen_is_told_and_the_dialog_goes(qtbot, dialog: ComparisonDialog):
    dialog.choose(0, "a")
    dialog.choose(1, "b")
    dialog.choose_superior(superior=True)
    with qtbot.waitSignal(dialog.comparison_wanted) as caught:
        compare(dialog).click()
    assert caught.args == [Edition("a"), Edition("b"), True]
    assert not dialog.isVisible()


def test_documents_of_one_title_are_told_apart(dialog: ComparisonDialog):
    dialog.choose(0, "a")
    dialog.choose(1, "c")
    assert dialog.editions() == (Edition("a"), Edition("c"))


def test_of_one_document_the_last_two_editions_are_meant(qtbot, dialog: ComparisonDialog):
    for side in (0, 1):
        with qtbot.waitSignal(dialog.editions_wanted):
            dialog.choose(side, "a")
    for side in (0, 1):
        dialog.show_editions(side, "a", EDITIONS)
    assert dialog.editions() == (Edition("a", 2), Edition("a", 3))


def test_editions_are_asked_for_only_where_they_count(dialog: ComparisonDialog):
    dialog.choose(0, "a")
    dialog.choose(1, "b")
    dialog.show_editions(1, "b", EDITIONS)
    box = dialog._editions[1]
    box.setCurrentIndex(0)
    assert dialog.editions() == (Edition("a"), Edition("b", 1))
    dialog.choose_superior(superior=True)
    assert not box.isVisible()
    assert dialog.editions() == (Edition("a"), Edition("b"))
    dialog.choose_superior(superior=False)
    assert box.isVisible()


def test_editions_of_another_document_come_too_late(dialog: ComparisonDialog):
    dialog.choose(0, "a")
    dialog.show_editions(0, "b", EDITIONS)
    dialog.choose(1, "b")
    assert dialog.editions() == (Edition("a"), Edition("b"))


def test_the_two_change_sides(qtbot, dialog: ComparisonDialog):
    dialog.choose(0, "a")
    dialog.choose(1, "b")
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "对调").click()
    assert dialog.editions() == (Edition("b"), Edition("a"))
