from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.app.tasking import TrackedTask, sheet_of
from policyviewer.domain.progress import STATUS_NAMES, TaskProgress, TaskStatus
from policyviewer.domain.structure import parse
from policyviewer.ui.models.task_cells import (
    PRESSING,
    STATUS_WORDS,
    counted,
    due_words,
    wanted_by,
)

TEXT = """青山县人民政府关于加快发展的意见
（2020年7月30日）
一、修路。硬化全县道路，2021年底前完成。（县交通局牵头，县财政局配合）
二、架桥。维修全县桥梁。（县水利局负责）
"""
BEFORE, NEAR, AFTER = "2021-01-01", "2021-12-15", "2022-01-01"


@pytest.fixture
def road() -> TrackedTask:
    return sheet_of("意见.txt", parse(TEXT)).tasks[0]


def test_deadlines_that_press_say_so_in_words(road: TrackedTask):
    assert due_words(road, BEFORE) == "2021年底前"
    assert due_words(road, NEAR) == "临近：2021年底前"
    assert due_words(road, AFTER) == "已过期：2021年底前"
    done = replace(road, progress=TaskProgress(TaskStatus.DONE))
    assert due_words(done, AFTER) == "2021年底前"


@pytest.mark.parametrize(
    ("words", "body", "status", "wanted"),
    [
        ("", "", "", True),
        ("道路", "", "", True),
        ("桥梁", "", "", False),
        ("财政", "", "", True),
        ("", "市财政部门", "", True),
        ("", "教育局", "", False),
        ("", "", "open", True),
        ("", "", "done", False),
        ("", "", PRESSING, True),
    ],
)
def test_tasks_are_narrowed_down(
    road: TrackedTask, words: str, body: str, status: str, wanted: bool
):
    assert wanted_by(road, words, body, status, NEAR) is wanted


def test_tasks_are_counted(road: TrackedTask):
    done = replace(road, progress=TaskProgress(TaskStatus.DONE))
    assert counted([road, done], 1, AFTER) == "共 2 项任务，列出 1 项，已完成 1 项，已过期 1 项"
    assert counted([road], 1, NEAR) == "共 1 项任务，临近 1 项"


def test_window_and_files_call_a_status_the_same():
    assert STATUS_WORDS == STATUS_NAMES
