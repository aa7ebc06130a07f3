from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document
from policyviewer.domain.tasks import JobContext, Progress
from policyviewer.ui.dialogs.print_dialog import PrintDialog
from policyviewer.ui.paper.job import PrintWish, laid_out
from policyviewer.ui.paper.notes import NotesPlace
from policyviewer.ui.paper.scopes import Scope


@pytest.fixture
def dialog(qtbot: QtBot) -> PrintDialog:
    made = PrintDialog([Scope.DOCUMENT, Scope.SECTION])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: PrintDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def words(dialog: PrintDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def show(dialog: PrintDialog, document: Document) -> None:
    dialog.show_print(laid_out(PrintWish(document.outline, "来源"), JobContext()))


def test_nothing_can_be_printed_before_the_pages_are_there(dialog: PrintDialog, document: Document):
    assert not button(dialog, "打印…").isEnabled()
    show(dialog, document)
    assert button(dialog, "打印…").isEnabled()
    assert button(dialog, "存为 PDF…").isEnabled()


def test_the_choices_tell_what_is_wanted(dialog: PrintDialog, qtbot: QtBot):
    scope, notes = dialog.findChildren(QComboBox)
    with qtbot.waitSignal(dialog.wish_changed):
        scope.setCurrentIndex(1)
    notes.setCurrentIndex(2)
    assert (dialog.scope, dialog.notes_place) == (Scope.SECTION, NotesPlace.END)


def test_keys_print_and_save(dialog: PrintDialog, document: Document, qtbot: QtBot):
    show(dialog, document)
    for keys, wanted in (("P", dialog.print_wanted), ("S", dialog.pdf_wanted)):
        with qtbot.waitSignal(wanted):
            qtbot.keyClick(
                dialog, getattr(Qt.Key, f"Key_{keys}"), Qt.KeyboardModifier.ControlModifier
            )


def test_progress_and_failures_are_told(dialog: PrintDialog):
    dialog.show_progress(Progress(1, 4))
    assert "25%" in words(dialog)
    dialog.show_failure("没有可以打印的文字。")
    assert "没有可以打印的文字。" in words(dialog)
