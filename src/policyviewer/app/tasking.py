"""The tasks of a document with what the user keeps about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from policyviewer.domain.anchoring import Anchor, anchor
from policyviewer.domain.annotations import Target, quote_of
from policyviewer.domain.breakdown import Task
from policyviewer.domain.documents import Document, DocumentId, Outline
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.progress import TaskProgress, Urgency, urgency
from policyviewer.domain.provisions import provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.task_reading import tasks_of
from policyviewer.storage.task_progress import KeptProgress, ProgressId, TaskProgressStore

NOTHING_KEPT = TaskProgress()
Former = Callable[[DocumentId, int], Outline | None]
"""Gives a former version of a document, None where it is no longer there."""


@dataclass(frozen=True, slots=True)
class TrackedTask:
    """A task with the user's progress; ``changed``: it was kept on other words than these."""

    task: Task
    progress: TaskProgress = NOTHING_KEPT
    kept: ProgressId | None = None
    changed: bool = False

    def due(self, today: str) -> str | None:
        """Give the day by which it is due: the office's own, else the document's."""
        return self.progress.due or self.task.due(today)

    def urgency(self, today: str) -> Urgency:
        """Say how near its deadline is on a day."""
        return urgency(self.due(today), today, self.progress.status)


@dataclass(frozen=True, slots=True)
class TaskSheet:
    """The task breakdown of a document or file, which ``name`` tells from all others."""

    name: str
    metadata: Metadata
    tasks: tuple[TrackedTask, ...]
    lost: tuple[KeptProgress, ...] = ()
    """What was kept about tasks that are no longer in the text."""

    @property
    def title(self) -> str:
        """Give the title of the document, else the name of the file."""
        return self.metadata.title or self.name

    def narrowed(self, wanted: Callable[[TrackedTask], bool]) -> TaskSheet:
        """Give the sheet with only some of its tasks."""
        return replace(self, tasks=tuple(filter(wanted, self.tasks)))


def sheet_of(name: str, outline: Outline) -> TaskSheet:
    """Give the tasks of a text about which nothing is kept."""
    return TaskSheet(name, outline.metadata, tuple(map(TrackedTask, tasks_of(outline))))


class TaskService:
    """Reads tasks off documents and keeps how far the user's office is with them."""

    def __init__(
        self,
        store: TaskProgressStore,
        former: Former = lambda _document, _version: None,
        is_there: Callable[[DocumentId], bool] = lambda _document: True,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._former = former
        self._is_there = is_there
        self._now = now

    def sheet(self, document: Document) -> TaskSheet:
        """Give the tasks of a document, each with what is kept about it.

        A new document takes over what is kept about one of its title that is no longer there.
        """
        tasks = tasks_of(document.outline)
        kept = self._store.of(document.id) or self._adopted(document)
        places = self._places(document, kept) if kept else {}
        found: dict[int, tuple[KeptProgress, bool]] = {}
        lost: list[KeptProgress] = []
        for one in kept:
            span, changed = places[one.id]
            at = _task_at(tasks, span)
            if at is None or (at in found and changed):
                lost.append(one)
            else:
                lost += [found[at][0]] if at in found else []
                found[at] = (one, changed)
        found_tasks = tuple(_tracked(tasks, found))
        return TaskSheet(document.id, document.outline.metadata, found_tasks, tuple(lost))

    def keep(self, document: Document, tracked: TrackedTask, progress: TaskProgress) -> TrackedTask:
        """Keep how far a task is; committed when this returns. Raises StorageError."""
        task, text = tracked.task, document.outline.text
        target = Target(
            document.id,
            document.version,
            task.provision,
            task.span,
            quote_of(text, task.span),
            document.outline.metadata.title,
        )
        known = tracked.kept or self._store.known(target)
        kept = self._store.keep(target, progress, self._now(), known)
        return TrackedTask(task, progress, kept)

    def forget(self, names: Iterable[ProgressId]) -> None:
        """Forget what is kept about tasks that are no longer in the text."""
        self._store.forget(names)

    def _adopted(self, document: Document) -> list[KeptProgress]:
        titles = self._store.documents()
        for name, title in titles.items():
            if title and title == document.outline.metadata.title and not self._is_there(name):
                self._store.move(name, document.id)
        return self._store.of(document.id)

    def _places(
        self, document: Document, kept: Sequence[KeptProgress]
    ) -> dict[ProgressId, tuple[TextRange | None, bool]]:
        """Give where the words of kept tasks are now, and whether they have changed."""
        places: dict[ProgressId, tuple[TextRange | None, bool]] = {}
        finders: dict[int, Callable[[Target], Anchor]] = {}
        for one in kept:
            target = one.target
            if target.span.of(document.outline.text) == target.quote.exact:
                places[one.id] = target.span, False
                continue
            if target.version not in finders:
                finders[target.version] = self._finder(document, target.version)
            found = finders[target.version](target)
            places[one.id] = found.span or found.likely, found.span is None
        return places

    def _finder(self, document: Document, version: int) -> Callable[[Target], Anchor]:
        """Give what finds the words of a former version in a document."""
        from policyviewer.domain.carrying import Revision  # only where a text has changed

        former = self._former(document.id, version)
        revision = Revision(former, document.outline) if former else None
        tiles = provisions(document.outline)

        def found(target: Target) -> Anchor:
            if revision is not None and revision.knows(target):
                return revision.anchor(target)
            return anchor(target, document.outline.text, tiles)

        return found


def _tracked(
    tasks: Sequence[Task], found: dict[int, tuple[KeptProgress, bool]]
) -> Iterable[TrackedTask]:
    for at, task in enumerate(tasks):
        if at in found:
            kept, changed = found[at]
            yield TrackedTask(task, kept.progress, kept.id, changed)
        else:
            yield TrackedTask(task)


def _task_at(tasks: Sequence[Task], span: TextRange | None) -> int | None:
    """Give the task that shares most with a stretch, by half of the shorter one at least."""
    if span is None:
        return None
    shared = [(_common(task.span, span), at) for at, task in enumerate(tasks)]
    most, at = max(shared, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
    if most == 0 or 2 * most < min(tasks[at].span.length, span.length):
        return None
    return at


def _common(one: TextRange, other: TextRange) -> int:
    shared = one.clipped(other)
    return shared.length if shared else 0
