from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QTableView

from policyviewer.app.tasking import sheet_of
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.structure import parse
from policyviewer.ui.models.task_model import Column, TaskModel
from policyviewer.ui.panes.task_delegate import TaskDelegate

TEXT = "青山县关于修路的意见\n一、修路。（县交通局负责）\n"


def test_a_status_is_chosen_in_a_box_and_taken_at_once(qtbot):
    view, model = QTableView(), TaskModel()
    qtbot.addWidget(view)
    model.show_tasks(sheet_of("a", parse(TEXT)).tasks, "2022-01-01")
    view.setModel(model)
    delegate = TaskDelegate(view)
    index = model.index(0, Column.STATUS)
    box = delegate.createEditor(view.viewport(), QStyleOptionViewItem(), index)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("done"))
    with qtbot.waitSignal(delegate.commitData):
        box.activated.emit(box.currentIndex())
    with qtbot.waitSignal(model.progress_wanted) as wanted:
        delegate.setModelData(box, model, index)
    assert wanted.args[1] == TaskProgress(TaskStatus.DONE)
    assert index.data(Qt.ItemDataRole.EditRole) == "done"
