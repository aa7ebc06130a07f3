from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.breakdown import Task
from policyviewer.domain.deadlines import Deadline
from policyviewer.domain.duties import Duty
from policyviewer.domain.ranges import TextRange

DAYS = (
    Deadline("2021年底前", "2021-12-31"),
    Deadline("每季度", None),
    Deadline("6月", "2021-06-30"),
)


def task(heading: str = "", text: str = "修路。架桥。") -> Task:
    duty = Duty(("县交通局",), ("县财政局",))
    return Task("main/l1_1", "一、", (), heading, text, TextRange(0, 6), duty, DAYS)


def test_what_is_due_next_is_told():
    assert task().due("2021-01-01") == "2021-06-30"
    assert task().due("2021-07-01") == "2021-12-31"
    assert task().due("2030-01-01") == "2021-12-31"
    assert task().deadline == "2021年底前；每季度；6月"


def test_a_task_is_called_by_its_heading_or_its_beginning():
    assert (task("修路").name, task("修路").details) == ("修路", "架桥。")
    assert (task().name, task().details) == ("修路。架桥。", "修路。架桥。")


@pytest.mark.parametrize(
    ("path", "marker", "place"),
    [
        ((), "一、", "一、"),
        (("二、重点任务",), "（一）", "二、（一）"),
        (("二、重点任务", "（一）修路"), "3.", "二、（一）3."),
        (("第二章 职责",), "第五条", "第五条"),
        (("附件 分工表",), "2", "2"),
        (("二、重点任务",), "", "二、"),
    ],
)
def test_a_task_is_placed_by_the_numbers_above_it(path: tuple[str, ...], marker: str, place: str):
    assert replace(task(), path=path, marker=marker).place == place


def test_a_task_concerns_those_it_names():
    assert task().concerns("交通")
    assert task().concerns("市财政部门")
    assert not task().concerns("县教育局")
