from __future__ import annotations

from dataclasses import replace
from datetime import date

import icalendar
import pytest

from policyviewer.app.task_calendar import calendar_of
from policyviewer.app.tasking import TaskSheet, sheet_of
from policyviewer.domain.errors import UserError
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.structure import parse

TEXT = """青山县人民政府关于加快发展的意见
（2020年7月30日）
一、修路。硬化全县道路，2021年底前完成。（县交通局牵头，县财政局配合）
二、架桥。维修全县桥梁，每季度检查。（县水利局负责）
"""


@pytest.fixture
def sheet() -> TaskSheet:
    return sheet_of("意见.txt", parse(TEXT))


def events(sheet: TaskSheet) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(calendar_of(sheet)[0]).walk("VEVENT"))


def test_a_day_that_a_task_is_due_by_is_an_event(sheet: TaskSheet):
    (event,) = events(sheet)
    assert event["dtstart"].dt == date(2021, 12, 31)
    assert event["summary"] == "到期：修路"
    assert "牵头单位：县交通局\n配合单位：县财政局" in event["description"]
    assert len(event.walk("VALARM")) == 1


def test_lines_are_no_longer_than_the_standard_allows(sheet: TaskSheet):
    data, count = calendar_of(sheet)
    assert count == 1
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_the_same_deadline_is_the_same_event(sheet: TaskSheet):
    assert events(sheet)[0]["uid"] == events(sheet)[0]["uid"]


def test_the_own_deadline_takes_the_place_of_the_printed_one(sheet: TaskSheet):
    own = replace(sheet.tasks[0], progress=TaskProgress(due="2021-06-01"))
    (event,) = events(replace(sheet, tasks=(own,)))
    assert event["dtstart"].dt == date(2021, 6, 1)


def test_what_is_done_is_left_out(sheet: TaskSheet):
    done = replace(sheet.tasks[0], progress=TaskProgress(TaskStatus.DONE))
    with pytest.raises(UserError, match="没有能放进日历的时限"):
        calendar_of(replace(sheet, tasks=(done,)))
