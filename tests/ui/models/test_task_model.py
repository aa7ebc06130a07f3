from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from policyviewer.app.tasking import sheet_of
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.structure import parse
from policyviewer.storage.task_progress import ProgressId
from policyviewer.ui.models.task_model import Column, TaskFilter, TaskModel

TEXT = """青山县人民政府关于加快发展的意见
（2020年7月30日）
一、修路。硬化全县道路，2022年底前完成。（县交通局牵头，县财政局配合）
二、架桥。维修全县桥梁，2021年底前完成。（县水利局负责）
三、种树。绿化荒山。（县林业局负责）
"""


@pytest.fixture
def model(qapp) -> TaskModel:
    made = TaskModel()
    made.show_tasks(sheet_of("意见.txt", parse(TEXT)).tasks, "2022-06-01")
    return made


def cell(model: TaskModel, row: int, column: Column) -> object:
    return model.index(row, column).data()


def test_the_models_keep_qts_rules(qtmodeltester, model: TaskModel):
    narrowed = TaskFilter()
    narrowed.setSourceModel(model)
    qtmodeltester.check(model)
    qtmodeltester.check(narrowed)


def test_a_row_shows_a_task(model: TaskModel):
    row = [cell(model, 0, column) for column in Column]
    assert row == ["一、", "修路", "县交通局", "县财政局", "2022年底前", "未开始", "", ""]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "工作任务"


def test_a_past_deadline_is_told_in_words_and_in_bold(model: TaskModel):
    index = model.index(1, Column.DEADLINE)
    assert index.data() == "已过期：2021年底前"
    assert index.data(Qt.ItemDataRole.FontRole).bold()


def test_what_is_written_is_shown_and_told(model: TaskModel):
    wanted: list[tuple[object, TaskProgress]] = []
    model.progress_wanted.connect(lambda one, progress: wanted.append((one, progress)))
    assert model.setData(model.index(0, Column.STATUS), "done")
    ((_one, progress),) = wanted
    assert progress == TaskProgress(TaskStatus.DONE)
    assert cell(model, 0, Column.STATUS) == "已完成"


def test_what_was_written_since_stays_when_the_former_is_kept(model: TaskModel):
    first = model.tasks[0]
    model.setData(model.index(0, Column.STATUS), "done")
    model.setData(model.index(0, Column.REMARK), "已报")
    model.show_kept(replace(first, progress=TaskProgress(TaskStatus.DONE), kept=ProgressId(7)))
    assert model.tasks[0].progress == TaskProgress(TaskStatus.DONE, "已报")
    assert model.tasks[0].kept == 7


def test_a_remark_and_an_own_deadline_are_written(model: TaskModel):
    wanted: list[TaskProgress] = []
    model.progress_wanted.connect(lambda _one, progress: wanted.append(progress))
    model.setData(model.index(0, Column.REMARK), " 已招标 ")
    model.setData(model.index(0, Column.OWN), "2022年3月1日")
    model.setData(model.index(0, Column.OWN), "")
    assert wanted == [
        TaskProgress(remark="已招标"),
        TaskProgress(remark="已招标", due="2022-03-01"),
        TaskProgress(remark="已招标"),
    ]


def test_a_date_that_is_none_is_refused(qtbot, model: TaskModel):
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(model.index(0, Column.OWN), "年底")
    assert refused.args == ["年底"]
    assert not model.setData(model.index(0, Column.NAME), "改名")


def test_tasks_are_sorted_by_day_and_narrowed_down(model: TaskModel):
    narrowed = TaskFilter()
    narrowed.setSourceModel(model)
    narrowed.sort(Column.DEADLINE)
    names = [narrowed.index(row, Column.NAME).data() for row in range(3)]
    assert names == ["架桥", "修路", "种树"]
    narrowed.narrow("", "市林业部门", "")
    assert [narrowed.index(0, Column.NAME).data(), narrowed.rowCount()] == ["种树", 1]


def test_changed_words_are_told(model: TaskModel):
    model.show_kept(replace(model.tasks[0], changed=True))
    assert cell(model, 0, Column.STATUS) == "未开始（原文有改动）"
