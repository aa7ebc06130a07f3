from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QTreeView

from policyviewer.domain.documents import DocumentSummary
from policyviewer.ui.panes.library_pane import LibraryPane


def test_a_document_is_chosen(qtbot, summary: DocumentSummary):
    pane = LibraryPane()
    qtbot.addWidget(pane)
    pane.show_documents([summary, replace(summary, id="two")])
    tree = pane.findChild(QTreeView)
    pane.mark_open("two")
    with qtbot.waitSignal(pane.document_chosen) as caught:
        tree.activated.emit(tree.currentIndex())
    assert caught.args == ["two"]


def test_a_group_is_no_document(qtbot, summary: DocumentSummary):
    pane = LibraryPane()
    qtbot.addWidget(pane)
    pane.show_documents([summary])
    tree = pane.findChild(QTreeView)
    with qtbot.assertNotEmitted(pane.document_chosen):
        tree.clicked.emit(tree.model().index(0, 0))


def test_nothing_fitting_is_said(qtbot, summary: DocumentSummary):
    pane = LibraryPane()
    qtbot.addWidget(pane)
    pane.show_documents([summary])
    pane.findChild(QLineEdit).setText("没有这样的文件")
    assert pane.findChild(QTreeView).isHidden()
