from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTreeView

from policyviewer.ui.panes.note_hits import SHOWN, NoteHits


@pytest.fixture
def hits(qtbot) -> NoteHits:
    made = NoteHits()
    qtbot.addWidget(made)
    return made


def test_without_notes_nothing_is_shown(hits: NoteHits):
    hits.show_notes((), 0)
    assert hits.isHidden()


def test_the_first_notes_are_shown_and_all_are_counted(hits: NoteHits, annotate):
    words = ("三万亩", "合作社", "绿色发展", "蔬菜基地", "家庭农场")
    hits.show_notes([annotate(one, "核实").annotation for one in words], 5)
    rows = hits.findChild(QTreeView)
    assert not hits.isHidden()
    assert rows.model().rowCount(rows.rootIndex()) == SHOWN
    assert hits.all.text() == "您的批注和书签里有 5 条"


def test_a_note_is_chosen_and_all_are_asked_for(qtbot, hits: NoteHits, annotate):
    hits.show_notes([annotate("三万亩", name="n1").annotation], 1)
    rows = hits.findChild(QTreeView)
    with qtbot.waitSignal(hits.chosen) as caught:
        rows.clicked.emit(rows.model().index(0, 0, rows.rootIndex()))
    assert caught.args == ["n1"]
    with qtbot.waitSignal(hits.all_wanted):
        hits.all.click()
