from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from policyviewer.ui.models.rows import Row
from policyviewer.ui.panes.citations_pane import CitationsPane

LAW = Row("《水法》  1", children=(Row("根据《水法》", "of:1", value="jump"),))


@pytest.fixture
def pane(qtbot: QtBot) -> CitationsPane:
    pane = CitationsPane()
    qtbot.addWidget(pane)
    pane.show()
    return pane


def test_both_directions_are_listed_with_their_counts(pane: CitationsPane):
    pane.show_rows([LAW], [LAW, LAW])
    model = pane.findChild(QTreeView).model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows == ["引用了  1", "被引用  2"]


def test_a_place_is_chosen(qtbot: QtBot, pane: CitationsPane):
    pane.show_rows([LAW], [])
    tree = pane.findChild(QTreeView)
    group = tree.model().index(0, 0, tree.model().index(0, 0))
    assert tree.isExpanded(group)
    with qtbot.assertNotEmitted(pane.place_chosen):
        tree.clicked.emit(group)
    with qtbot.waitSignal(pane.place_chosen) as caught:
        tree.activated.emit(tree.model().index(0, 0, group))
    assert caught.args == ["jump"]


def test_nothing_is_told_as_such(qtbot: QtBot, pane: CitationsPane):
    words = pane.findChild(QLabel)
    assert "打开一份文件" in words.text()
    pane.show_rows([], [])
    assert "没有引用别的文件" in words.text()
    with qtbot.waitSignal(pane.scope_changed):
        pane.findChild(QCheckBox).click()
    assert pane.only_here
    pane.clear()
    assert not pane.only_here


def test_the_same_rows_do_not_open_what_was_closed(pane: CitationsPane):
    pane.show_rows([LAW], [])
    tree = pane.findChild(QTreeView)
    tree.collapseAll()
    pane.show_rows([LAW], [])
    assert not tree.isExpanded(tree.model().index(0, 0))
