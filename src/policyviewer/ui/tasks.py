"""The only threads of the program: jobs go in, results come back on the GUI thread."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from policyviewer.domain.tasks import Cancelled, CancelToken, Job, JobContext, Progress

T = TypeVar("T")

_PROGRESS_SECONDS = 0.05
"""Progress reaches the window at most twenty times a second."""


class Lane(Enum):
    """Where a job runs; the value is the number of its workers."""

    READ = ("read", 2)
    """Search, load, list."""
    WRITE = ("write", 1)
    """Library and index: one writer at a time."""
    NOTES = ("notes", 1)
    """The notes database: a note never waits behind an import."""


@dataclass(eq=False, slots=True)
class TaskHandle:
    """A job that was submitted: it can be cancelled, after which none of its callbacks run."""

    token: CancelToken = field(default_factory=CancelToken)

    def cancel(self) -> None:
        """Cancel the job."""
        self.token.cancel()


@dataclass(frozen=True, slots=True)
class _Callbacks:
    """Whom a job's outcome goes to; each runs on the GUI thread."""

    done: Callable[[object], None]
    error: Callable[[BaseException], None]
    progress: Callable[[Progress], None] | None
    end: Callable[[], None] | None


_SWITCH_S = 0.001
"""After so many seconds a thread that computes lets another one go on. A note is stored in a dozen
short steps, each of which waits for that while a list of all notes is being put in order.
"""


class TaskRunner(QObject):
    """Runs jobs in lanes of worker threads and delivers what comes of them."""

    failed = Signal(object)
    """An exception that nobody asked to be told of."""
    busy_changed = Signal(bool)

    _delivery = Signal(object)

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        sys.setswitchinterval(_SWITCH_S)
        self._lanes = {
            lane: ThreadPoolExecutor(lane.value[1], thread_name_prefix=f"policyviewer-{lane.name}")
            for lane in Lane
        }
        self._by_key: dict[str, TaskHandle] = {}
        self._running: set[TaskHandle] = set()
        self._announced = False
        self._by_owner: dict[int, set[TaskHandle]] = {}
        self._closed = False
        self._delivery.connect(self._on_delivery, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        job: Job[T],
        *,
        on_done: Callable[[T], None],
        owner: QObject,
        on_error: Callable[[BaseException], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        on_end: Callable[[], None] | None = None,
        lane: Lane = Lane.READ,
        key: str | None = None,
    ) -> TaskHandle:
        """Run a job in a lane; its callbacks run on the GUI thread, in the order of events.

        A later job with the same ``key`` cancels the earlier one, and so does the death of
        ``owner``. ``on_end`` comes last, whether the job succeeded, failed or was cancelled.
        After :meth:`shutdown` nothing is begun any more.
        """
        handle = TaskHandle()
        if self._closed:  # a key still on its way when the window closed
            handle.cancel()
            return handle
        if key is not None:
            self.cancel(key)
            self._by_key[key] = handle
        callbacks = _Callbacks(
            on_done,  # type: ignore[arg-type]  # what the job gives is what on_done takes
            on_error or self.failed.emit,
            on_progress,
            on_end,
        )
        ctx = JobContext(handle.token, self._ear(handle, callbacks))
        self._begin(handle, owner)
        future = self._lanes[lane].submit(_guarded(job), ctx)
        future.add_done_callback(partial(self._on_future, handle, callbacks))
        return handle

    def cancel(self, key: str) -> None:
        """Cancel the job that was submitted last under a key, if it has not ended."""
        handle = self._by_key.pop(key, None)
        if handle is not None:
            handle.cancel()

    def is_waiting(self, key: str) -> bool:
        """Say whether the job that was submitted last under a key is still to be delivered."""
        return self._by_key.get(key) in self._running

    @property
    def busy(self) -> bool:
        """Say whether any job is waiting or running."""
        return bool(self._running)

    def shutdown(self) -> None:
        """End the threads: what is to be stored is stored, everything else is cancelled."""
        self._closed = True
        self._lanes[Lane.NOTES].shutdown(wait=True)
        for handle in tuple(self._running):
            handle.cancel()
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=True)

    def _begin(self, handle: TaskHandle, owner: QObject) -> None:
        name = id(owner)
        if name not in self._by_owner:  # one connection an owner, however many jobs it has
            self._by_owner[name] = set()
            owner.destroyed.connect(partial(self._on_owner_gone, name))
        self._by_owner[name].add(handle)
        self._running.add(handle)
        self._announce()

    def _on_owner_gone(self, name: int, _gone: object = None) -> None:
        for handle in self._by_owner.pop(name, ()):
            handle.cancel()

    def _end(self, handle: TaskHandle) -> None:
        self._running.discard(handle)
        for handles in self._by_owner.values():
            handles.discard(handle)

    def _announce(self) -> None:
        if self._announced != self.busy:
            self._announced = self.busy
            self.busy_changed.emit(self.busy)

    def _ear(self, handle: TaskHandle, callbacks: _Callbacks) -> Callable[[Progress], None]:
        """Give what hears a job's progress on its thread and lets through what is worth it."""
        if callbacks.progress is None:
            return _unheard
        told = callbacks.progress
        last = -_PROGRESS_SECONDS

        def hear(progress: Progress) -> None:
            nonlocal last
            now = self._clock()
            if progress.done == progress.total or now - last >= _PROGRESS_SECONDS:
                last = now
                self._delivery.emit(partial(_unless_cancelled, handle, partial(told, progress)))

        return hear

    def _on_future(self, handle: TaskHandle, callbacks: _Callbacks, future: Future[object]) -> None:
        """Carry a job's outcome over to the GUI thread; runs on the worker's."""
        self._delivery.emit(partial(self._settle, handle, callbacks, future))

    def _settle(self, handle: TaskHandle, callbacks: _Callbacks, future: Future[object]) -> None:
        self._end(handle)
        error = None if future.cancelled() else future.exception()
        try:
            if handle.token.cancelled or future.cancelled() or isinstance(error, Cancelled):
                return
            if error is not None:
                callbacks.error(error)
            else:
                callbacks.done(future.result())
        finally:
            if callbacks.end is not None:
                callbacks.end()
            self._announce()  # only now: what was done may lead to the next job

    @Slot(object)
    def _on_delivery(self, deliver: Callable[[], None]) -> None:
        deliver()


def _guarded(job: Job[T]) -> Job[T]:
    """Give a job that does not begin when it was cancelled while it waited."""

    def run(ctx: JobContext) -> T:
        ctx.token.check()
        return job(ctx)

    return run


def _unless_cancelled(handle: TaskHandle, call: Callable[[], None]) -> None:
    if not handle.token.cancelled:
        call()


def _unheard(_progress: Progress) -> None:
    """Take progress that nobody wants to see."""
