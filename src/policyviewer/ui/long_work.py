"""Long work in the lane that writes: the strip shows, and cancels, what is at work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from policyviewer.domain.tasks import Job, Progress
from policyviewer.ui.tasks import Lane, TaskHandle, TaskRunner
from policyviewer.ui.widgets.progress_strip import ProgressStrip

T = TypeVar("T")


class LongWork:
    """Runs jobs of an owner one after the other, each with its progress."""

    def __init__(self, tasks: TaskRunner, strip: ProgressStrip, owner: QObject) -> None:
        self._tasks = tasks
        self._strip = strip
        self._owner = owner

    def run(
        self,
        title: str,
        job: Job[T],
        on_done: Callable[[T], None],
        on_end: Callable[[], None] | None = None,
    ) -> None:
        """Run a job; ``on_end`` comes last, by default the strip goes then."""
        started: list[TaskHandle] = []

        def told(progress: Progress) -> None:
            self._strip.begin(title, started[0].cancel)
            self._strip.show_progress(progress)

        handle = self._tasks.submit(
            job,
            on_done=on_done,
            on_progress=told,
            on_end=on_end or self._strip.finish,
            owner=self._owner,
            lane=Lane.WRITE,
        )
        started.append(handle)
