from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from policyviewer.domain.corrections import Corrections
from policyviewer.domain.documents import Document
from policyviewer.domain.structure import parse
from policyviewer.ui.dialogs.correction_dialog import CorrectionDialog


@pytest.fixture
def dialog(qtbot, document: Document) -> CorrectionDialog:
    made = CorrectionDialog(document, Corrections(written="2026-01-01"))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def field(dialog: CorrectionDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def title(dialog: CorrectionDialog) -> QLineEdit:
    return field(dialog, "标题")


def save(dialog: CorrectionDialog) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "保存").click()


def test_what_was_changed_is_kept_with_what_was_corrected_before(dialog: CorrectionDialog):
    kept: list[Corrections] = []
    dialog.keep_wanted.connect(kept.append)
    title(dialog).setText("蔬菜意见")
    save(dialog)
    assert kept == [Corrections(title="蔬菜意见", written="2026-01-01")]


def test_nothing_changed_keeps_nothing(dialog: CorrectionDialog):
    kept: list[Corrections] = []
    dialog.keep_wanted.connect(kept.append)
    save(dialog)
    assert kept == []
    assert not dialog.isVisible()


def test_the_document_is_shown_as_it_is_read_with_the_correction(
    dialog: CorrectionDialog, document: Document
):
    wanted: list[Corrections] = []
    dialog.corrected.connect(lambda _outline, corrections: wanted.append(corrections))
    title(dialog).setText("蔬菜意见")
    title(dialog).editingFinished.emit()
    read = parse(document.outline.text, corrections=wanted[-1])
    dialog.show_outline(read)
    assert title(dialog).text() == "蔬菜意见"


def test_what_is_typed_while_the_text_is_read_anew_stays(
    qtbot, dialog: CorrectionDialog, document: Document
):
    wanted: list[Corrections] = []
    dialog.corrected.connect(lambda _outline, corrections: wanted.append(corrections))
    title(dialog).setText("蔬菜意见")
    title(dialog).editingFinished.emit()
    number = field(dialog, "发文字号")
    number.selectAll()
    qtbot.keyClicks(number, "QZF3")
    dialog.show_outline(parse(document.outline.text, corrections=wanted[-1]))
    assert number.text() == "QZF3"
    assert title(dialog).text() == "蔬菜意见"


def test_a_date_that_is_none_is_told_before_the_dialog_closes(dialog: CorrectionDialog):
    kept: list[Corrections] = []
    dialog.keep_wanted.connect(kept.append)
    date = field(dialog, "成文日期")
    date.setText("2026年6月")
    save(dialog)
    assert dialog.isVisible()
    assert kept == []
    date.setText("2026年6月18日")
    save(dialog)
    assert kept == [Corrections(written="2026-06-18")]
