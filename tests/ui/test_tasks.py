from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from policyviewer.domain.tasks import JobContext, Progress
from policyviewer.ui.tasks import Lane, TaskRunner


@pytest.fixture
def tasks(qapp) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


class Gate:
    """A job that waits until the test lets it go on."""

    def __init__(self) -> None:
        self.started, self.opened = threading.Event(), threading.Event()

    def __call__(self, ctx: JobContext) -> str:
        self.started.set()
        self.opened.wait(10)
        ctx.token.check()
        return "done"


def test_a_result_arrives_on_the_gui_thread(qtbot, tasks: TaskRunner, owner: QObject):
    got: list[object] = []
    tasks.submit(
        lambda _ctx: threading.current_thread().name,
        on_done=lambda name: got.extend([name, threading.current_thread()]),
        owner=owner,
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got[0].startswith("policyviewer-READ")
    assert got[1] is threading.main_thread()


def test_an_error_goes_to_whoever_asked(qtbot, tasks: TaskRunner, owner: QObject):
    errors: list[BaseException] = []
    tasks.submit(lambda _ctx: 1 // 0, on_done=print, on_error=errors.append, owner=owner)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_error_nobody_asked_for_is_announced(qtbot, tasks: TaskRunner, owner: QObject):
    with qtbot.waitSignal(tasks.failed) as caught:
        tasks.submit(lambda _ctx: 1 // 0, on_done=print, owner=owner)
    assert isinstance(caught.args[0], ZeroDivisionError)


def test_after_cancelling_no_result_comes(qtbot, tasks: TaskRunner, owner: QObject):
    got: list[object] = []
    ended: list[bool] = []
    gate = Gate()
    handle = tasks.submit(gate, on_done=got.append, on_end=lambda: ended.append(True), owner=owner)
    gate.started.wait(10)
    handle.cancel()
    gate.opened.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert got == []


def test_cancelling_between_result_and_delivery_still_counts(
    qtbot, tasks: TaskRunner, owner: QObject
):
    got: list[object] = []
    ended: list[bool] = []
    finished = threading.Event()

    def job(_ctx: JobContext) -> int:
        finished.set()
        return 1

    handle = tasks.submit(job, on_done=got.append, on_end=lambda: ended.append(True), owner=owner)
    finished.wait(10)  # the event loop has not run: the delivery is still queued
    handle.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert got == []


def test_a_later_job_with_the_same_key_replaces_the_earlier(
    qtbot, tasks: TaskRunner, owner: QObject
):
    got: list[str] = []
    gate = Gate()
    tasks.submit(gate, on_done=got.append, owner=owner, key="search")
    gate.started.wait(10)
    tasks.submit(lambda _ctx: "new", on_done=got.append, owner=owner, key="search")
    gate.opened.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert got == ["new"]


def test_a_dead_owner_gets_nothing(qtbot, tasks: TaskRunner):
    got: list[object] = []
    gate = Gate()
    owner = QObject()
    tasks.submit(gate, on_done=got.append, owner=owner)
    gate.started.wait(10)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.opened.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert got == []


def test_progress_is_coalesced_and_its_end_arrives(qtbot, owner: QObject):
    times = iter(number * 0.0101 for number in range(1000))
    tasks = TaskRunner(clock=lambda: next(times))
    heard: list[Progress] = []

    def job(ctx: JobContext) -> None:
        for done in range(101):
            ctx.step(done, 100)

    tasks.submit(job, on_done=lambda _none: None, on_progress=heard.append, owner=owner)
    qtbot.waitUntil(lambda: not tasks.busy)
    tasks.shutdown()
    assert heard[-1] == Progress(100, 100)
    assert 19 <= len(heard) <= 22


def test_notes_do_not_wait_behind_an_import(qtbot, tasks: TaskRunner, owner: QObject):
    gate = Gate()
    got: list[str] = []
    tasks.submit(gate, on_done=lambda _done: None, owner=owner, lane=Lane.WRITE)
    gate.started.wait(10)
    tasks.submit(lambda _ctx: "kept", on_done=got.append, owner=owner, lane=Lane.NOTES)
    qtbot.waitUntil(lambda: got == ["kept"])
    gate.opened.set()


def test_shutdown_finishes_notes_and_drops_the_rest(qapp, owner: QObject):
    tasks = TaskRunner()
    done: list[str] = []
    gate = Gate()
    tasks.submit(gate, on_done=print, owner=owner, lane=Lane.WRITE)
    gate.started.wait(10)
    tasks.submit(lambda _ctx: done.append("w"), on_done=print, owner=owner, lane=Lane.WRITE)
    for name in "abc":
        tasks.submit(
            lambda _ctx, name=name: done.append(name), on_done=print, owner=owner, lane=Lane.NOTES
        )
    gate.opened.set()
    tasks.shutdown()
    assert [name for name in done if name != "w"] == ["a", "b", "c"]


def test_being_busy_is_announced(qtbot, tasks: TaskRunner, owner: QObject):
    states: list[bool] = []
    tasks.busy_changed.connect(states.append)
    tasks.submit(lambda _ctx: None, on_done=lambda _none: None, owner=owner)
    qtbot.waitUntil(lambda: states == [True, False])


def test_a_job_that_leads_to_the_next_leaves_no_rest_between(
    qtbot, tasks: TaskRunner, owner: QObject
):
    states: list[bool] = []
    tasks.busy_changed.connect(states.append)

    def go_on(_none: None) -> None:
        tasks.submit(lambda _ctx: None, on_done=lambda _none: None, owner=owner)

    tasks.submit(lambda _ctx: None, on_done=go_on, owner=owner)
    qtbot.waitUntil(lambda: not states[-1] if states else False)
    assert states == [True, False]


def test_an_owner_is_listened_to_once_however_many_jobs_it_has(
    qtbot, tasks: TaskRunner, owner: QObject
):
    for _ in range(50):
        tasks.submit(lambda _ctx: None, on_done=lambda _none: None, owner=owner)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [len(handles) for handles in tasks._by_owner.values()] == [0]


def test_after_shutdown_nothing_is_begun(qapp, owner: QObject):
    tasks = TaskRunner()
    tasks.shutdown()
    begun: list[bool] = []
    handle = tasks.submit(lambda _ctx: begun.append(True), on_done=print, owner=owner)
    assert (handle.token.cancelled, begun, tasks.busy) == (True, [], False)
