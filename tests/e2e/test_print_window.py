"""Printing from the real window: preview, PDF, and what is said where nothing can be printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from policyviewer.ui.dialogs.print_dialog import PrintDialog
from policyviewer.ui.paper.scopes import Scope


@pytest.fixture
def session(start, qtbot) -> Session:
    session = start()
    qtbot.waitUntil(lambda: session.desk.reading.document is not None)
    qtbot.waitUntil(lambda: not session.window.reader.filling)
    return session


def preview(session: Session, qtbot) -> PrintDialog:
    session.window.action(Do.PRINT).trigger()
    dialog = session.window.findChild(PrintDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.view.count > 0)
    return dialog


def button(dialog: PrintDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def told(dialog: PrintDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def test_the_preview_shows_all_pages_and_the_missing_typefaces(session: Session, qtbot):
    dialog = preview(session, qtbot)
    assert dialog.view.count == 10
    assert "第 1 页，共 10 页" in told(dialog)
    assert "代替" in told(dialog) or "仿宋未安装" not in told(dialog)


def test_a_selection_is_offered_first_and_printed_alone(session: Session, qtbot):
    session.window.reader.select(TextRange(200, 240))
    dialog = preview(session, qtbot)
    assert dialog.view.count == 1
    scope = dialog.findChildren(QComboBox)[0]
    scope.setCurrentIndex(scope.findData(Scope.DOCUMENT))
    qtbot.waitUntil(lambda: dialog.view.count == 10)


def test_a_pdf_is_saved_and_told(session: Session, qtbot, tmp_path: Path):
    dialog = preview(session, qtbot)
    button(dialog, "存为 PDF…").click()
    asked = session.window.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "意见.pdf"))
    qtbot.waitUntil((tmp_path / "意见.pdf").exists)
    assert len(PdfReader(tmp_path / "意见.pdf").pages) == 10
    qtbot.waitUntil(lambda: "意见.pdf" in session.window.messages.text)


def test_without_a_printer_a_pdf_is_advised(session: Session, qtbot, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    button(preview(session, qtbot), "打印…").click()
    assert "没有安装打印机" in session.window.messages.text


def test_closing_the_preview_while_pages_are_made_leaves_nothing(session: Session, qtbot):
    session.window.action(Do.PRINT).trigger()
    dialog = session.window.findChild(PrintDialog)
    assert dialog is not None
    dialog.close()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert session.window.findChild(PrintDialog) is None
