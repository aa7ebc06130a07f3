from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QTableView

from policyviewer.app.tasking import TaskSheet, sheet_of
from policyviewer.domain.annotations import Quote, Target
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.task_progress import KeptProgress, ProgressId
from policyviewer.ui.models.task_model import Column
from policyviewer.ui.panes.task_page import TaskPage

TEXT = """青山县人民政府关于加快发展的意见
（2020年7月30日）
一、修路。硬化全县道路，2022年底前完成。（县交通局牵头，县财政局配合）
二、架桥。维修全县桥梁。（县水利局负责）
"""


@pytest.fixture
def sheet() -> TaskSheet:
    return sheet_of("意见.txt", parse(TEXT))


@pytest.fixture
def page(qtbot, sheet: TaskSheet) -> TaskPage:
    made = TaskPage()
    qtbot.addWidget(made)
    made.show_sheet(sheet, "2022-06-01")
    made.show()
    return made


def names(page: TaskPage) -> list[str]:
    return [one.task.name for one in page.shown_tasks()]


def fields(page: TaskPage) -> tuple[QLineEdit, QLineEdit]:
    words, body = page._words, page._body
    return words, body


def test_tasks_are_listed_and_counted(page: TaskPage):
    assert names(page) == ["修路", "架桥"]
    assert "共 2 项任务" in " ".join(one.text() for one in page.findChildren(QLabel))


def test_words_narrow_down(page: TaskPage):
    fields(page)[0].setText("桥")
    assert names(page) == ["架桥"]
    fields(page)[0].setText("学校")
    assert names(page) == []
    assert not page.findChild(QTableView).isVisible()


def test_only_what_concerns_us_is_shown_and_our_name_is_told(qtbot, page: TaskPage):
    body, ours = fields(page)[1], page.findChild(QCheckBox)
    assert not ours.isEnabled()
    body.setText("财政局")
    ours.setChecked(True)
    assert names(page) == ["修路"]
    with qtbot.waitSignal(page.body_named) as named:
        body.editingFinished.emit()
    assert named.args == ["财政局"]
    body.setText("")
    assert names(page) == ["修路", "架桥"]


def test_a_click_leads_to_the_place_but_not_where_one_writes(qtbot, page: TaskPage):
    table = page.findChild(QTableView)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        table.clicked.emit(table.model().index(1, Column.NAME))
    assert chosen.args[0].task.name == "架桥"
    with qtbot.assertNotEmitted(page.place_chosen):
        table.clicked.emit(table.model().index(1, Column.STATUS))


def test_what_is_written_is_counted_once_it_is_kept(qtbot, page: TaskPage, sheet: TaskSheet):
    model = page.findChild(QTableView).model()
    with qtbot.waitSignal(page.progress_wanted):
        model.setData(model.index(1, Column.STATUS), "done")
    page.show_kept(replace(sheet.tasks[1], progress=TaskProgress(TaskStatus.DONE)))
    assert "已完成 1 项" in " ".join(label.text() for label in page.findChildren(QLabel))


def test_a_document_without_tasks_says_so(page: TaskPage, sheet: TaskSheet):
    page.show_sheet(replace(sheet, tasks=()), "2022-06-01")
    told = " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())
    assert "没有识别出任务" in told
    export = next(one for one in page.findChildren(QPushButton) if one.text() == "导出…")
    assert not export.isEnabled()


def test_what_was_kept_about_tasks_that_are_gone_is_told(page: TaskPage, sheet: TaskSheet):
    target = Target(DocumentId("d"), 1, "x", TextRange(0, 2), Quote("种树", "", ""))
    lost = KeptProgress(ProgressId(1), target, TaskProgress(), datetime(2022, 1, 1, tzinfo=UTC))
    page.show_sheet(replace(sheet, lost=(lost,)), "2022-06-01")
    texts = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert "另有 1 项任务原文里已经没有…" in texts
