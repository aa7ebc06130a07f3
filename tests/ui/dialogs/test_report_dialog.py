from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeView

from policyviewer.app.import_report import ImportedFile, ImportFailure, ImportReport
from policyviewer.domain.documents import DocumentId, NodeClass
from policyviewer.ui.dialogs.report_dialog import ReportDialog

REPORT = ImportReport(
    imported=1,
    failed=[ImportFailure("坏.pdf", "打不开。", "重新取得。")],
    documents=[
        ImportedFile(
            "修路.docx", DocumentId("a"), "修路", None, None, 1, True, ((NodeClass.L1, 3),), ()
        )
    ],
)


@pytest.fixture
def dialog(qtbot) -> ReportDialog:
    made = ReportDialog("新导入 1 份。", REPORT)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_document_is_opened_from_its_row_and_from_its_details(qtbot, dialog: ReportDialog):
    opened: list[str] = []
    dialog.document_chosen.connect(opened.append)
    tree = dialog.findChild(QTreeView)
    model = tree.model()
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "打开这份文件")
    failed = model.index(0, 0, model.index(0, 0))
    tree.setCurrentIndex(failed)
    assert not button.isEnabled()
    document = model.index(0, 0, model.index(1, 0))
    tree.setCurrentIndex(model.index(0, 0, document))
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == ["a"]
    assert not dialog.isVisible()


def test_few_files_show_their_details(dialog: ReportDialog):
    tree = dialog.findChild(QTreeView)
    model = tree.model()
    assert tree.isExpanded(model.index(0, 0, model.index(0, 0)))


def test_many_files_are_folded(qtbot):
    many = ImportReport(documents=REPORT.documents * 40, failed=REPORT.failed)
    dialog = ReportDialog("新导入 40 份。", many)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    tree = dialog.findChild(QTreeView)
    assert not tree.isExpanded(tree.model().index(1, 0))
