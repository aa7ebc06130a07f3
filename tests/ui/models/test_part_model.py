from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

from policyviewer.domain.compilations import CompiledPart, PartId, PartState, PresentPart
from policyviewer.ui.models.part_model import PartModel
from policyviewer.ui.models.rows import Role

PARTS = [CompiledPart(PartId(number), name) for number, name in enumerate("甲乙丙丁", start=1)]


@pytest.fixture
def model(qtmodeltester) -> PartModel:
    made = PartModel()
    made.show_parts(PARTS)
    qtmodeltester.check(made)
    return made


def order(model: PartModel) -> str:
    return "".join(one.heading for one in model.parts)


@pytest.mark.parametrize(
    ("rows", "by", "became"),
    [
        ([0], 1, "乙甲丙丁"),
        ([3], -1, "甲乙丁丙"),
        ([1, 2], 1, "甲丁乙丙"),
        ([2, 1], -1, "乙丙甲丁"),
    ],
)
def test_rows_are_moved_by_one(qtbot, model: PartModel, rows: list[int], by: int, became: str):
    with qtbot.waitSignal(model.arranged) as caught:
        assert model.step(rows, by)
    assert order(model) == "".join(one.heading for one in caught.args[0]) == became


@pytest.mark.parametrize(("rows", "by"), [([0], -1), ([3], 1), ([], 1), ([0, 3], 1)])
def test_the_ends_are_no_place_to_go_beyond(model: PartModel, rows: list[int], by: int):
    assert not model.step(rows, by)
    assert order(model) == "甲乙丙丁"


@pytest.mark.parametrize(
    ("rows", "at", "became"),
    [((0,), 3, "乙丙甲丁"), ((1, 3), 0, "乙丁甲丙"), ((0,), -1, "乙丙丁甲")],
)
def test_rows_are_dropped_between_others(model: PartModel, rows, at: int, became: str):
    data = model.mimeData([model.index(row, 0) for row in rows])
    model.dropMimeData(data, Qt.DropAction.MoveAction, at, 0, QModelIndex())
    assert order(model) == became


def test_what_is_chosen_stays_chosen_when_it_moves(model: PartModel):
    kept = Qt.DropAction.MoveAction
    chosen = QPersistentModelIndex(model.index(0, 0))
    model.dropMimeData(model.mimeData([model.index(0, 0)]), kept, 2, 0, QModelIndex())
    assert (chosen.row(), model.part_at(chosen)) == (1, PARTS[0])


def test_words_of_another_program_are_not_taken(model: PartModel):
    data = QMimeData()
    data.setText("0")
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert order(model) == "甲乙丙丁"


def test_what_has_become_of_parts_is_shown(qtbot, model: PartModel):
    gone = PresentPart(PARTS[0], PartState.GONE)
    with qtbot.waitSignal(model.dataChanged):
        model.show_presents({PARTS[0].id: gone})
    assert model.index(0, 0).data(Role.KEY) == "文件已不在"
    assert model.index(1, 0).data(Role.KEY) == ""
