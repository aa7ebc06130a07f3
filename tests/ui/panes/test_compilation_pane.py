from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from policyviewer.app.compiled_parts import part_of
from policyviewer.domain.compilations import (
    Compilation,
    CompilationId,
    CompiledPart,
    PartId,
    PartState,
    PresentPart,
)
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.panes.compilation_pane import CompilationPane
from policyviewer.ui.theme import LIGHT

BOOKS = [Compilation(CompilationId(1), "道路"), Compilation(CompilationId(2), "农田")]
HEADING = CompiledPart(PartId(1), "上级政策")


@pytest.fixture
def piece(document: Document) -> CompiledPart:
    return CompiledPart(PartId(2), "", part_of(document, TextRange(30, 60), "").target, "")


@pytest.fixture
def pane(qtbot: QtBot, piece: CompiledPart) -> CompilationPane:
    made = CompilationPane()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.show_compilations(BOOKS, [HEADING, piece])
    made.resize(300, 500)
    made.show()
    return made


def choose(pane: CompilationPane, row: int) -> QTreeView:
    view = pane.findChild(QTreeView)
    assert view is not None
    view.setCurrentIndex(view.model().index(row, 0))
    return view


def link(pane: CompilationPane, words: str) -> QPushButton:
    return next(one for one in pane.findChildren(QPushButton) if one.text() == words)


def test_an_empty_one_says_what_it_is_for(qtbot: QtBot):
    pane = CompilationPane()
    qtbot.addWidget(pane)
    shown = [one.text() for one in pane.findChildren(QLabel) if not one.isHidden()]
    assert any("收入汇编" in words for words in shown)
    assert pane.compilation is None
    assert all(link(pane, words).isHidden() for words in ("刷新", "预览", "导出…"))


def test_its_parts_and_what_has_become_of_them_are_counted(pane: CompilationPane, piece):
    pane.show_presents({piece.id: PresentPart(piece, PartState.CHANGED, 2)})
    assert "共 1 部分，1 部分有变化" in [one.text() for one in pane.findChildren(QLabel)]


def test_another_one_is_chosen(qtbot: QtBot, pane: CompilationPane):
    with qtbot.waitSignal(pane.compilation_chosen) as caught:
        pane.findChild(QComboBox).setCurrentIndex(1)
    assert caught.args == [BOOKS[1]]


@pytest.mark.parametrize(("row", "key"), [(0, Qt.Key.Key_Down), (1, Qt.Key.Key_Up)])
def test_keys_put_parts_in_order(qtbot: QtBot, pane: CompilationPane, piece, row: int, key):
    view = choose(pane, row)
    view.setFocus()
    with qtbot.waitSignal(pane.arranged) as caught:
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [[piece, HEADING]]


def test_a_key_takes_a_part_out(qtbot: QtBot, pane: CompilationPane, piece):
    view = choose(pane, 1)
    view.setFocus()
    with qtbot.waitSignal(pane.arranged) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert caught.args == [[HEADING]]
    assert pane.parts == (HEADING, piece)


def test_a_part_is_opened_and_a_heading_is_not(qtbot: QtBot, pane: CompilationPane, piece):
    view = choose(pane, 1)
    with qtbot.waitSignal(pane.part_chosen) as caught:
        view.activated.emit(view.model().index(1, 0))
    assert caught.args == [piece]
    with qtbot.assertNotEmitted(pane.part_chosen):
        view.activated.emit(view.model().index(0, 0))


def test_a_heading_goes_before_the_chosen_part(qtbot: QtBot, pane: CompilationPane, piece):
    choose(pane, 1)
    with qtbot.waitSignal(pane.heading_wanted) as caught:
        link(pane, "加标题").click()
    assert caught.args == [piece.id]


def test_a_heading_is_reworded_by_key(qtbot: QtBot, pane: CompilationPane):
    view = choose(pane, 0)
    view.setFocus()
    with qtbot.waitSignal(pane.reword_wanted) as caught:
        qtbot.keyClick(view, Qt.Key.Key_F2)
    assert caught.args == [HEADING]


def test_the_menu_fits_the_row(pane: CompilationPane):
    view = choose(pane, 0)
    menus = [pane.menu_of(view.model().index(row, 0)) for row in (0, 1, 7)]
    words = [[one.text() for one in menu.actions()] for menu in menus]
    assert ("改标题…" in words[0], "打开原文" in words[1]) == (True, True)
    assert words[2] == ["在前面加标题…"]


def test_the_same_parts_keep_what_is_chosen(qtbot: QtBot, pane: CompilationPane, piece):
    view = choose(pane, 1)
    pane.show_compilations(BOOKS, [HEADING, piece])
    assert view.currentIndex().row() == 1
    pane.show_compilations(BOOKS, [piece])
    assert view.currentIndex().row() == 0
