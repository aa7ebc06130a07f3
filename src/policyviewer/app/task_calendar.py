"""The deadlines of tasks as a calendar file (RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from policyviewer.app.tasking import TaskSheet, TrackedTask
from policyviewer.domain.errors import UserError
from policyviewer.domain.progress import TaskStatus
from policyviewer.domain.text import in_marks

if TYPE_CHECKING:
    from icalendar import Event

_REMINDER = timedelta(days=-7)
"""A calendar reminds so long before the day."""
_OVER = frozenset({TaskStatus.DONE, TaskStatus.NOT_OURS})
_NAME = 40


def calendar_of(sheet: TaskSheet) -> tuple[bytes, int]:
    """Give the calendar of all days that tasks are due by, and how many tasks it holds.

    What is done or not ours is left out, and deadlines without a day (每季度, 长期坚持) cannot
    be in it. Raises UserError when there is none.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//PolicyViewer//Tasks//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{sheet.title}：任务时限")
    count = 0
    for one in sheet.tasks:
        days = sorted(_days(one))
        count += bool(days)
        for day in days:
            calendar.add_component(_event(sheet, one, day))
    if not count:
        hint = "时限写明了日期、而且还没有完成的任务，才能放进日历；也可以先填“本单位时限”。"
        raise UserError("没有能放进日历的时限。", hint)
    return calendar.to_ical(), count


def _days(one: TrackedTask) -> Iterator[str]:
    if one.progress.status in _OVER:
        return
    if one.progress.due:
        yield one.progress.due
    else:
        yield from {deadline.day for deadline in one.task.deadlines if deadline.day}


def _event(sheet: TaskSheet, one: TrackedTask, day: str) -> Event:
    from icalendar import Alarm, Event

    task = one.task
    event = Event()
    event.add("uid", f"{_digest(sheet, one, day)}@policyviewer")
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", date.fromisoformat(day))
    event.add("dtend", date.fromisoformat(day) + timedelta(days=1))
    event.add("summary", f"到期：{task.name[:_NAME]}")
    event.add("description", "\n".join(_told(sheet, one)))
    event.add("categories", ["任务时限"])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"一周后到期：{task.name[:_NAME]}")
    alarm.add("trigger", _REMINDER)
    event.add_component(alarm)
    return event


def _told(sheet: TaskSheet, one: TrackedTask) -> Iterator[str]:
    task = one.task
    yield task.text
    if task.lead:
        yield f"牵头单位：{'、'.join(task.lead)}"
    if task.support:
        yield f"配合单位：{'、'.join(task.support)}"
    if task.deadline:
        yield f"完成时限：{task.deadline}"
    number = sheet.metadata.document_number
    yield f"出处：{in_marks(sheet.title)}{f'（{number}）' if number else ''}{task.place}"


def _digest(sheet: TaskSheet, one: TrackedTask, day: str) -> str:
    """Give what stays the same for the same deadline, so that a second import adds no second."""
    words = f"{sheet.name}\n{one.task.provision}\n{one.task.text}\n{day}"
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]
