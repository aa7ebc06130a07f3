from __future__ import annotations

from PySide6.QtWidgets import QTreeView

from policyviewer.domain.documents import Document
from policyviewer.ui.panes.outline_pane import OutlinePane


def test_it_follows_the_reading(qtbot, document: Document):
    pane = OutlinePane()
    qtbot.addWidget(pane)
    pane.show_outline(document.outline)
    pane.follow(document.outline.text.index("三万亩"))
    assert pane.findChild(QTreeView).currentIndex().data() == "（二）发展目标"
    pane.follow(0)
    assert not pane.findChild(QTreeView).currentIndex().isValid()


def test_a_unit_is_chosen(qtbot, document: Document):
    pane = OutlinePane()
    qtbot.addWidget(pane)
    pane.show_outline(document.outline)
    tree = pane.findChild(QTreeView)
    with qtbot.waitSignal(pane.node_chosen) as caught:
        tree.clicked.emit(tree.model().index(1, 0))
    assert caught.args == ["main/l1_2"]


def test_an_empty_pane_says_what_it_is_for(qtbot):
    pane = OutlinePane()
    qtbot.addWidget(pane)
    assert pane.findChild(QTreeView).isHidden()
