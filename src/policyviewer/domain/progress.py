"""How far the user's office is with a task, and how near its deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=30)
"""A deadline is near from so many days before."""


class TaskStatus(StrEnum):
    """How far a task is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    NOT_OURS = "not-ours"


STATUS_NAMES = {
    TaskStatus.OPEN: "未开始",
    TaskStatus.DOING: "进行中",
    TaskStatus.DONE: "已完成",
    TaskStatus.NOT_OURS: "不涉及",
}
"""In the words of the user, in the order of a task's life."""


class Urgency(StrEnum):
    """How near a deadline is; what is done, or not ours, is in no hurry."""

    NONE = "none"
    LATER = "later"
    SOON = "soon"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """What the user keeps about a task; ``due`` is a deadline of the office's own (ISO)."""

    status: TaskStatus = TaskStatus.OPEN
    remark: str = ""
    due: str | None = None


def urgency(due: str | None, today: str, status: TaskStatus) -> Urgency:
    """Say how near a deadline is on a day; both are ISO dates."""
    if due is None or status in (TaskStatus.DONE, TaskStatus.NOT_OURS):
        return Urgency.NONE
    if due < today:
        return Urgency.PAST
    near = (date.fromisoformat(today) + SOON).isoformat()
    return Urgency.SOON if due <= near else Urgency.LATER
