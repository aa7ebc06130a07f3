"""The command ``tasks``: the task breakdown of a file or a document."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from itertools import islice
from pathlib import Path

from policyviewer.app.collection import open_collection
from policyviewer.app.library import LibraryService
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.app.tasking import TaskService, TaskSheet, sheet_of
from policyviewer.cli import shapes
from policyviewer.cli.library_commands import parsed
from policyviewer.cli.terminal import Terminal
from policyviewer.domain.dates import iso_today
from policyviewer.domain.errors import UserError
from policyviewer.domain.progress import STATUS_NAMES, Urgency
from policyviewer.storage.task_progress import TaskProgressStore

_MARKS = {Urgency.PAST: "（已过期）", Urgency.SOON: "（临近）"}


def tasks(options: Namespace, paths: AppPaths, terminal: Terminal) -> int:
    """List the tasks of a file or of a document in the library, or write them into a file."""
    sheet = _sheet(options.target, paths, terminal)
    if options.body:
        sheet = sheet.narrowed(lambda one: one.task.concerns(options.body))
    if options.out is not None:
        from policyviewer.app.tasks_export import export_tasks  # python-docx, xlsxwriter

        count = export_tasks(sheet, options.out)
        if terminal.as_json:
            terminal.json({"tasks": count, "out": str(options.out)})
        else:
            terminal.text(f"已写入 {count} 项任务：{options.out}")
        return 0
    today = iso_today()
    if terminal.as_json:
        terminal.json([shapes.task(one, today) for one in sheet.tasks])
    else:
        _tell(sheet, options.body, today, terminal)
    return 0


def _sheet(target: str, paths: AppPaths, terminal: Terminal) -> TaskSheet:
    """Give the tasks of a file if there is one of that name, else of a document."""
    if Path(target).exists():
        found = [] if Path(target).is_dir() else list(islice(parsed([Path(target)]), 2))
        if len(found) != 1:
            raise UserError("tasks 一次只看一份文件。", "请给出一份文件，而不是文件夹或压缩包。")
        ((source, read),) = found
        if isinstance(read, UserError):
            raise read
        return sheet_of(source, read.outline)
    with (
        open_collection(paths, terminal.context()) as collection,
        closing(open_notes(paths)) as notes,
    ):
        library = LibraryService(collection.shelves)
        document = library.open(library.find(target).id)
        return TaskService(TaskProgressStore(notes), library.former).sheet(document)


def _tell(sheet: TaskSheet, body: str | None, today: str, terminal: Terminal) -> None:
    terminal.text(f"《{sheet.title}》")
    for number, one in enumerate(sheet.tasks, start=1):
        task, own = one.task, one.progress.due
        mark = _MARKS.get(one.urgency(today), "")
        terminal.text(f"{number:>3}  {task.place}{task.name}")
        parts = {
            "牵头": "、".join(task.lead),
            "配合": "、".join(task.support),
            "时限": f"{task.deadline}{'' if own else mark}" if task.deadline else "",
            "本单位时限": f"{own}{mark}" if own else "",
            "进展": STATUS_NAMES[one.progress.status] if one.kept is not None else "",
            "备注": one.progress.remark,
        }
        for name, words in parts.items():
            if words:
                terminal.text(f"     {name}：{words}")
    if sheet.tasks:
        terminal.text(f"共 {len(sheet.tasks)} 项任务")
    elif body:
        terminal.text(f"没有涉及“{body}”的任务。换个名称，或不写 --body 看全部任务。")
    else:
        terminal.text("没有识别出任务：原文没有写明由谁负责，也没有写明完成时限。")
