from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from policyviewer.app.noting import NoteGroup
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.ui.models.note_model import NoteModel, reordered
from policyviewer.ui.models.rows import Role


@pytest.fixture
def groups(annotate) -> list[NoteGroup]:
    one = annotate("三万亩", "核实").annotation
    two = annotate("合作社", kind=AnnotationKind.BOOKMARK).annotation
    return [NoteGroup("意见", (one, two)), NoteGroup("", (replace(two, id="x"),), gone=True)]


@pytest.mark.parametrize("movable", [False, True])
def test_qt_finds_no_fault(qtmodeltester, groups: list[NoteGroup], movable: bool):
    model = NoteModel(movable=movable)
    model.show_groups(groups)
    qtmodeltester.check(model)
    model.show_groups(groups[:1])
    model.show_groups([])
    qtmodeltester.check(model)


def test_groups_tell_their_counts_and_rows_their_words(groups: list[NoteGroup]):
    model = NoteModel()
    model.show_groups(groups)
    above = model.index(0, 0)
    row = model.index(0, 0, above)
    assert above.data() == "意见（2）"
    assert model.index(1, 0).data() == "（文件已不在文库中）（1）"
    assert row.data() == "核实 —— “三万亩”"
    assert row.data(Role.KEY) == "三万亩"
    assert model.annotation_at(row) is groups[0].annotations[0]
    assert model.annotation_at(above) is None
    assert above.data(Qt.ItemDataRole.ToolTipRole) == "意见\n批注 1 · 书签 1"


def test_rows_that_only_changed_keep_their_place(qtbot, groups: list[NoteGroup]):
    model = NoteModel()
    model.show_groups(groups)
    changed = replace(groups[0].annotations[0], text="已核实")
    with (
        qtbot.waitSignal(model.dataChanged),
        qtbot.assertNotEmitted(model.modelReset),
    ):
        model.show_groups(
            [replace(groups[0], annotations=(changed, groups[0].annotations[1])), groups[1]]
        )
    assert model.index(0, 0, model.index(0, 0)).data().startswith("已核实")


def test_a_bookmark_that_is_dropped_asks_for_a_new_order(qtbot, groups: list[NoteGroup]):
    model = NoteModel(movable=True)
    model.show_groups(groups)
    moved = model.mimeData([model.index(0, 0, model.index(1, 0))])
    with qtbot.waitSignal(model.dropped) as caught:
        model.dropMimeData(moved, Qt.DropAction.MoveAction, 1, 0, model.index(0, 0))
    assert caught.args == [["三万亩", "x", "合作社"], "意见"]
    with qtbot.waitSignal(model.dropped) as caught:
        model.dropMimeData(moved, Qt.DropAction.MoveAction, -1, -1, model.index(0, 0))
    assert caught.args == [["三万亩", "合作社", "x"], "意见"]


def test_anything_else_is_not_taken(groups: list[NoteGroup]):
    from PySide6.QtCore import QMimeData

    model = NoteModel(movable=True)
    model.show_groups(groups)
    assert not model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, QModelIndex())


@pytest.mark.parametrize(
    ("moved", "at", "order"),
    [("c", 0, "cab"), ("a", 3, "bca"), ("a", -1, "bca"), ("b", 1, "abc"), ("x", 1, "axbc")],
)
def test_names_are_put_before_a_place(moved: str, at: int, order: str):
    assert "".join(reordered("abc", [moved], at)) == order
