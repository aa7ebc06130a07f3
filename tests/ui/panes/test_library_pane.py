from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from policyviewer.app.groupings import Grouping
from policyviewer.app.shelving import Catalogue
from policyviewer.domain.documents import DocumentId, DocumentSummary
from policyviewer.ui.panes.library_pane import LibraryPane

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot) -> LibraryPane:
    pane = LibraryPane()
    qtbot.addWidget(pane)
    return pane


def show(pane: LibraryPane, *documents: DocumentSummary) -> QTreeView:
    arranged = Catalogue(documents, "2026-05-01").arranged(pane.grouping, pane.words)
    pane.show_arrangement(arranged)
    return pane.findChild(QTreeView)


def many(summary: DocumentSummary) -> list[DocumentSummary]:
    return [replace(summary, id=DocumentId(f"d{number}")) for number in range(300)]


def test_a_document_is_chosen(qtbot: QtBot, pane: LibraryPane, summary: DocumentSummary):
    tree = show(pane, summary, replace(summary, id=DocumentId("two")))
    pane.mark_open("two")
    with qtbot.waitSignal(pane.document_chosen) as caught:
        tree.activated.emit(tree.currentIndex())
    assert caught.args == ["two"]


def test_clicks_that_select_several_open_none(
    qtbot: QtBot, pane: LibraryPane, summary: DocumentSummary
):
    tree = show(pane, summary)
    pane.mark_open(summary.id)
    row = tree.visualRect(tree.currentIndex()).center()
    with qtbot.assertNotEmitted(pane.document_chosen):
        qtbot.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, row)
    with qtbot.waitSignal(pane.document_chosen):
        qtbot.mouseClick(tree.viewport(), LEFT, pos=row)


def test_enter_opens_whatever_was_held_before(
    qtbot: QtBot, pane: LibraryPane, summary: DocumentSummary
):
    tree = show(pane, summary)
    pane.mark_open(summary.id)
    qtbot.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(pane.document_chosen):
        tree.activated.emit(tree.currentIndex())


def test_a_group_is_no_document(qtbot: QtBot, pane: LibraryPane, summary: DocumentSummary):
    tree = show(pane, summary)
    with qtbot.assertNotEmitted(pane.document_chosen):
        tree.clicked.emit(tree.model().index(0, 0))
    assert pane.menu_of(tree.model().index(0, 0)) is None


def test_wishes_are_told(qtbot: QtBot, pane: LibraryPane):
    with qtbot.waitSignal(pane.arrangement_wanted) as caught:
        pane.findChild(QLineEdit).setText("蔬菜")
    assert caught.args == [Grouping.LEVEL, "蔬菜"]
    with qtbot.waitSignal(pane.arrangement_wanted) as caught:
        pane.findChild(QComboBox).setCurrentIndex(2)
    assert caught.args == [Grouping.YEAR, "蔬菜"]
    with qtbot.assertNotEmitted(pane.arrangement_wanted):
        pane.set_grouping(Grouping.KIND)
    assert pane.grouping is Grouping.KIND


def test_nothing_fitting_is_said(pane: LibraryPane, summary: DocumentSummary):
    tree = show(pane, summary)
    assert not tree.isHidden()
    pane.findChild(QLineEdit).setText("没有这样的文件")
    show(pane, summary)
    assert tree.isHidden()


def test_what_was_open_stays_open(pane: LibraryPane, summary: DocumentSummary):
    tree = show(pane, *many(summary))
    level = tree.model().index(0, 0)
    assert not tree.isExpanded(level)
    tree.expand(level)
    show(pane, *many(summary), replace(summary, id=DocumentId("new")))
    assert tree.isExpanded(tree.model().index(0, 0))
    assert not tree.isExpanded(tree.model().index(0, 0, tree.model().index(0, 0)))


def test_documents_are_taken_out_by_menu_and_by_delete(
    qtbot: QtBot, pane: LibraryPane, summary: DocumentSummary
):
    tree = show(pane, summary)
    pane.mark_open(summary.id)
    menu = pane.menu_of(tree.currentIndex())
    with qtbot.waitSignal(pane.remove_wanted) as caught:
        next(one for one in menu.actions() if one.text() == "移出文库").trigger()
    assert caught.args == [[summary.id]]
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    with qtbot.waitSignal(pane.remove_wanted) as caught:
        qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert caught.args == [[summary.id]]


def test_the_menu_of_a_document(qtbot: QtBot, pane: LibraryPane, summary: DocumentSummary):
    tree = show(pane, summary)
    pane.mark_open(summary.id)
    menu = pane.menu_of(tree.currentIndex())
    by_name = {one.text(): one for one in menu.actions() if one.text()}
    with qtbot.waitSignal(pane.beside_wanted) as caught:
        by_name["并排打开"].trigger()
    assert caught.args == [summary.id]
    by_name["复制标题"].trigger()
    assert QGuiApplication.clipboard().text() == summary.metadata.title
    assert by_name["复制文号"].isEnabled() is (summary.metadata.document_number is not None)
