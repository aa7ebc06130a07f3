from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeView

from policyviewer.app.editions import Decision, Outcome
from policyviewer.app.importing import Preview
from policyviewer.app.readers.messages import Reading
from policyviewer.domain.corrections import Corrections
from policyviewer.domain.documents import Document, DocumentSummary
from policyviewer.domain.errors import UserError
from policyviewer.domain.notices import Notice
from policyviewer.ui.dialogs.import_dialog import ImportDialog, outcome_text

FIRST, SECOND = Path("/来文/甲.docx"), Path("/来文/乙.pdf")


@pytest.fixture
def dialog(qtbot) -> ImportDialog:
    made = ImportDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(dialog: ImportDialog) -> list[str]:
    trees = dialog.findChildren(QTreeView)
    model = next(one for one in trees if one.accessibleName() == "要导入的文件").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def button(dialog: ImportDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def preview(document: Document, source: str, *notices: Notice) -> Preview:
    reading = Reading("docx", document.outline, notices)
    return Preview(source, reading, Decision(Outcome.NEW))


def shown(dialog: ImportDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_without_files_nothing_can_be_imported(dialog: ImportDialog):
    assert not button(dialog, "导入").isEnabled()
    assert "拖到这里" in shown(dialog)


def test_files_are_listed_once_and_the_first_is_read(dialog: ImportDialog):
    wanted: list[Path] = []
    dialog.preview_wanted.connect(wanted.append)
    dialog.add_files([FIRST, SECOND, FIRST])
    dialog.add_files([SECOND])
    assert listed(dialog) == ["甲.docx", "乙.pdf"]
    assert wanted == [FIRST]
    assert button(dialog, "导入 2 份").isEnabled()


def test_what_was_recognised_is_shown_with_what_is_to_be_known(
    dialog: ImportDialog, document: Document
):
    dialog.add_files([FIRST])
    dialog.show_preview(preview(document, str(FIRST), Notice("images", "有 1 幅图片。")))
    assert "文库里没有的文件" in shown(dialog)
    assert "有 1 幅图片。" in shown(dialog)


def test_a_preview_that_comes_late_is_not_shown(dialog: ImportDialog, document: Document):
    dialog.add_files([FIRST])
    dialog.show_preview(preview(document, str(SECOND)))
    assert "正在读这份文件" in shown(dialog)


def test_a_file_that_cannot_be_read_says_why(dialog: ImportDialog):
    dialog.add_files([FIRST], ["丙.txt：找不到。"])
    dialog.show_failure(UserError("打不开。", "请重新取得。"))
    assert "打不开。\n请重新取得。" in shown(dialog)


def test_corrections_go_with_the_import(dialog: ImportDialog, document: Document):
    imported: list[tuple[list[Path], dict[str, Corrections]]] = []
    read_anew: list[Corrections] = []
    dialog.import_wanted.connect(lambda *given: imported.append(given))
    dialog.corrected.connect(lambda _outline, corrections: read_anew.append(corrections))
    dialog.add_files([FIRST, SECOND])
    dialog.show_preview(preview(document, str(FIRST)))
    title = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "标题")
    title.setText("蔬菜意见")
    title.editingFinished.emit()
    assert listed(dialog)[0] == "甲.docx　已更正"
    assert read_anew == [Corrections(title="蔬菜意见")]
    button(dialog, "导入 2 份").click()
    assert imported == [([FIRST, SECOND], {str(FIRST): Corrections(title="蔬菜意见")})]


def test_a_file_is_taken_out_with_its_corrections(dialog: ImportDialog):
    dialog.add_files([FIRST, SECOND])
    button(dialog, "移出").click()
    assert listed(dialog) == ["乙.pdf"]
    button(dialog, "移出").click()
    assert "拖到这里" in shown(dialog)


def test_files_let_fall_on_it_are_given(dialog: ImportDialog, tmp_path: Path):
    given: list[list[Path]] = []
    dialog.paths_given.connect(given.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    dialog.dropEvent(event)
    assert given == [[tmp_path]]


@pytest.mark.parametrize(
    ("outcome", "present", "apart", "words"),
    [
        (Outcome.UNCHANGED, True, None, "不会重复导入"),
        (Outcome.UPDATED, True, None, "新文本"),
        (Outcome.UPDATED, False, None, "旧版保存"),
        (Outcome.UPDATED, False, 3, "只差 3 个字"),
    ],
)
def test_the_outcome_is_told_beforehand(
    summary: DocumentSummary, outcome: Outcome, present: bool, apart: int | None, words: str
):
    assert words in outcome_text(Decision(outcome, summary, present, apart))
