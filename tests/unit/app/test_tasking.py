from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.app.tasking import TaskService, sheet_of
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.progress import TaskProgress, TaskStatus, Urgency
from policyviewer.domain.structure import parse
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.task_progress import TaskProgressStore

HEAD = "青山县人民政府关于加快发展的意见\n（2020年7月30日）\n"
FIRST = f"""{HEAD}一、修路。硬化全县道路，2021年底前完成。（县交通局负责）
二、架桥。维修全县桥梁，确保群众出行安全方便。（县水利局负责）
三、种树。绿化全县荒山。（县林业局负责）
"""
REVISED = f"""{HEAD}一、总体要求。坚持绿色发展。
二、架桥。维修加固全县桥梁，确保群众出行安全方便。（县水利局负责）
三、修路。硬化全县道路，2021年底前完成。（县交通局负责）
"""
DOING = TaskProgress(TaskStatus.DOING, "已招标")


def made(text: str, version: int, name: str = "d") -> Document:
    source = Source(f"{version}.txt", "txt", f"{version}" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return Document(DocumentId(name), version, source, parse(text))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[TaskService]:
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    first = made(FIRST, 1).outline
    yield TaskService(TaskProgressStore(database), lambda _name, version: {1: first}.get(version))
    database.close()


def marked(service: TaskService, place: int) -> None:
    document = made(FIRST, 1)
    service.keep(document, service.sheet(document).tasks[place], DOING)


def test_progress_is_kept_with_its_task(service: TaskService):
    marked(service, 1)
    sheet = service.sheet(made(FIRST, 1))
    assert [one.progress for one in sheet.tasks] == [TaskProgress(), DOING, TaskProgress()]
    assert not sheet.tasks[1].changed


def test_what_is_kept_twice_in_a_hurry_is_kept_once(service: TaskService):
    document = made(FIRST, 1)
    first = service.sheet(document).tasks[0]
    service.keep(document, first, DOING)
    service.keep(document, first, TaskProgress(TaskStatus.DONE))
    sheet = service.sheet(document)
    assert (sheet.tasks[0].progress.status, sheet.lost) == (TaskStatus.DONE, ())


def test_progress_follows_words_that_moved(service: TaskService):
    marked(service, 0)
    sheet = service.sheet(made(REVISED, 2))
    assert [(one.task.name, one.progress) for one in sheet.tasks] == [
        ("架桥", TaskProgress()),
        ("修路", DOING),
    ]


def test_progress_on_changed_words_says_so(service: TaskService):
    marked(service, 1)
    first = service.sheet(made(REVISED, 2)).tasks[0]
    assert (first.progress, first.changed) == (DOING, True)


def test_a_change_settles_it(service: TaskService):
    marked(service, 1)
    document = made(REVISED, 2)
    service.keep(document, service.sheet(document).tasks[0], TaskProgress(TaskStatus.DONE))
    first = service.sheet(document).tasks[0]
    assert (first.progress.status, first.changed) == (TaskStatus.DONE, False)


def test_progress_of_a_task_that_is_gone_is_not_lost(service: TaskService):
    marked(service, 2)
    (lost,) = service.sheet(made(REVISED, 2)).lost
    assert (lost.progress, "种树" in lost.target.quote.exact) == (DOING, True)
    service.forget([lost.id])
    assert service.sheet(made(REVISED, 2)).lost == ()


def test_a_document_takes_over_the_progress_of_its_forerunner(service: TaskService):
    marked(service, 0)
    other = made(FIRST, 1, "e")
    assert service.sheet(other).tasks[0].progress == TaskProgress()
    service._is_there = {DocumentId("e")}.__contains__
    assert service.sheet(other).tasks[0].progress == DOING


def test_an_own_deadline_goes_before_the_printed_one(service: TaskService):
    document = made(FIRST, 1)
    first = service.sheet(document).tasks[0]
    assert first.due("2021-01-01") == "2021-12-31"
    own = service.keep(document, first, TaskProgress(due="2021-02-01"))
    assert own.due("2021-01-01") == "2021-02-01"
    assert own.urgency("2021-01-15") is Urgency.SOON


def test_a_sheet_is_narrowed_down():
    sheet = sheet_of("意见.txt", parse(FIRST))
    assert len(sheet.narrowed(lambda one: one.task.concerns("水利")).tasks) == 1
    assert sheet.title == "青山县人民政府关于加快发展的意见"
