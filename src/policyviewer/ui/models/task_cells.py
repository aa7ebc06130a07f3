"""What stands in the cells of a task, and which tasks are wanted: decisions without widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from policyviewer.app.tasking import TrackedTask
from policyviewer.domain.progress import TaskStatus, Urgency
from policyviewer.ui.translation import noop, tr

STATUS_WORDS = {
    TaskStatus.OPEN: noop("未开始"),
    TaskStatus.DOING: noop("进行中"),
    TaskStatus.DONE: noop("已完成"),
    TaskStatus.NOT_OURS: noop("不涉及"),
}
URGENCY_NAMES = {Urgency.PAST: noop("已过期"), Urgency.SOON: noop("临近")}
PRESSING = "pressing"
"""Stands for a status: everything that is past or near."""


def cell_text(one: TrackedTask, column: str) -> str:
    """Give the words of a column that shows them as they are."""
    task = one.task
    return {
        "PLACE": task.place or (task.path[-1] if task.path else ""),
        "NAME": task.name,
        "LEAD": "、".join(task.lead),
        "SUPPORT": "、".join(task.support),
        "OWN": one.progress.due or "",
        "REMARK": one.progress.remark,
    }[column]


def due_words(one: TrackedTask, today: str) -> str:
    """Give a deadline as printed, and whether it is near or past."""
    told = URGENCY_NAMES.get(one.urgency(today))
    printed = one.task.deadline or one.progress.due or ""
    return tr("{told}：{printed}").format(told=tr(told), printed=printed) if told else printed


def wanted_by(one: TrackedTask, words: str, body: str, status: str, today: str) -> bool:
    """Say whether a task has the words, concerns the body, and is of the status."""
    task = one.task
    if body and not task.concerns(body):
        return False
    if status == PRESSING and one.urgency(today) not in URGENCY_NAMES:
        return False
    if status not in ("", PRESSING, one.progress.status.value):
        return False
    whole = "\n".join((task.text, *task.duty.names, task.deadline, one.progress.remark))
    return words.casefold() in whole.casefold()


def counted(tasks: Sequence[TrackedTask], shown: int, today: str) -> str:
    """Give the line that counts tasks: all, those shown, done, near and past."""
    done = sum(one.progress.status is TaskStatus.DONE for one in tasks)
    pressing = Counter(one.urgency(today) for one in tasks)
    parts = [tr("共 {count} 项任务").format(count=len(tasks))]
    if shown < len(tasks):
        parts.append(tr("列出 {count} 项").format(count=shown))
    if done:
        parts.append(tr("已完成 {count} 项").format(count=done))
    if pressing[Urgency.SOON]:
        parts.append(tr("临近 {count} 项").format(count=pressing[Urgency.SOON]))
    if pressing[Urgency.PAST]:
        parts.append(tr("已过期 {count} 项").format(count=pressing[Urgency.PAST]))
    return tr("，").join(parts)
