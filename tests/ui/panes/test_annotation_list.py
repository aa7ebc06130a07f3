from __future__ import annotations

from PySide6.QtWidgets import QTreeView

from policyviewer.domain.annotations import AnnotationKind
from policyviewer.ui.panes.annotation_list import AnnotationList, bookmark_list, note_list


def first(pane: AnnotationList):
    tree = pane.findChild(QTreeView)
    return tree.model().index(0, 0, tree.model().index(0, 0))


def test_each_list_shows_its_kinds(qtbot, annotate):
    made = [
        annotate("三万亩").annotation,
        annotate("合作社", kind=AnnotationKind.BOOKMARK).annotation,
    ]
    for pane, words in ((bookmark_list(), "合作社"), (note_list(), "“三万亩”")):
        qtbot.addWidget(pane)
        pane.show_annotations(made, {"opinion": "意见"})
        assert first(pane).data() == words


def test_an_annotation_is_chosen_and_deleted(qtbot, annotate):
    pane = note_list()
    qtbot.addWidget(pane)
    pane.show_annotations([annotate("三万亩", name="id-1").annotation], {})
    tree = pane.findChild(QTreeView)
    with qtbot.waitSignal(pane.annotation_chosen) as caught:
        tree.clicked.emit(first(pane))
    assert caught.args == ["id-1"]


def test_an_empty_list_says_how_to_begin(qtbot):
    pane = note_list()
    qtbot.addWidget(pane)
    assert pane.findChild(QTreeView).isHidden()
