from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from policyviewer.app.removing import RemovedDocument
from policyviewer.domain.annotations import Annotation
from policyviewer.domain.compilations import Compilation, CompilationId, DeletedCompilation
from policyviewer.domain.documents import DocumentId
from policyviewer.ui.dialogs.trash_dialog import (
    TrashDialog,
    compilation_trash,
    document_trash,
    note_trash,
    row_text,
)


@pytest.fixture
def deleted(annotate) -> Annotation:
    made = annotate("蔬菜", "核实").annotation
    return replace(made, deleted=datetime(2026, 5, 1, tzinfo=UTC))


def shown(qtbot, *deleted: Annotation) -> TrashDialog:
    made = TrashDialog(note_trash(deleted))
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


def test_a_compilation_is_told_with_what_it_holds_and_brought_back(qtbot):
    book = Compilation(CompilationId(7), "农田政策")
    when = datetime(2026, 5, 1, tzinfo=UTC)
    dialog = TrashDialog(compilation_trash([DeletedCompilation(book, when, 12)]))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    row = dialog.findChild(QListWidget).item(0)
    assert row.text().splitlines()[0] == "农田政策"
    assert row.text().splitlines()[1].startswith("12 部分 · 2026")
    row.setSelected(True)
    with qtbot.waitSignal(dialog.restore_wanted) as caught:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "恢复").click()
    assert caught.args == [[7]]


def test_documents_are_put_back_or_deleted_for_good(qtbot):
    removed = RemovedDocument(DocumentId("road"), "修路意见", datetime(2026, 5, 1, tzinfo=UTC))
    dialog = TrashDialog(document_trash([removed]))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    row = dialog.findChild(QListWidget).item(0)
    assert row.text().splitlines()[0] == "修路意见"
    forget = next(one for one in dialog.findChildren(QPushButton) if "彻底" in one.text())
    assert not forget.isEnabled()
    row.setSelected(True)
    with qtbot.waitSignal(dialog.forget_wanted) as caught:
        forget.click()
    assert caught.args == [["road"]]
