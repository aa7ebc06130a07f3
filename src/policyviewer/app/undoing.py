"""What was changed and can be taken back, step by step, and made again.

A step is taken back by its own changes alone: what was changed since by other ways (a package, a
second program, a text that came under another id) stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import Annotation, AnnotationId
from policyviewer.domain.documents import Document

SITTING = timedelta(minutes=5)
"""Words of one note written in a go are one step."""
MOST = 500
"""Steps that are kept."""


_TOGETHER = (
    ("text", "kind"),
    ("colour",),
    ("tags",),
    ("target",),
    ("deleted",),
    ("folder", "rank"),
)
"""What is changed together, and taken back together."""


@dataclass(frozen=True, slots=True)
class Change:
    """An annotation before and after; ``before`` is None for a new one."""

    before: Annotation | None
    after: Annotation

    def taken_back(self, present: Annotation | None, now: datetime) -> Annotation | None:
        """Give the annotation as it is without this change; None where it stays as it is."""
        before = self.before or replace(self.after, deleted=now)
        return _led(present, self.after, before)

    def made_again(self, present: Annotation | None) -> Annotation | None:
        """Give the annotation with this change again; None where it stays as it is."""
        if self.before is None and present is not None:
            return _led(present, replace(self.after, deleted=present.deleted), self.after)
        return _led(present, self.before or self.after, self.after)


@dataclass(frozen=True, slots=True)
class Left:
    """An annotation whose words were changed, and that the user left as it is."""

    document: Document
    placed: PlacedAnnotation


@dataclass(frozen=True, slots=True)
class Deed:
    """A change of something else than annotations, either way.

    Each gives how many things stayed as they are, because they were changed otherwise since.
    """

    take_back: Callable[[], int]
    make_again: Callable[[], int]


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that belong together; ``name`` says in the user's words what they were."""

    name: str
    changes: tuple[Change, ...]
    bases: Mapping[AnnotationId, datetime | None] = field(default_factory=dict)
    """What was known of annotations that were taken in, before they were: when they had been
    modified last as they came from others.
    """
    left: tuple[Left, ...] = ()
    deeds: tuple[Deed, ...] = ()


class Steps:
    """The steps of one run; an undone step can be made again until something new is done."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def goes_on(self, change: Change) -> bool:
        """Say whether a change goes on with the words that are written now."""
        return self._joined_with(Step("", (change,))) is not None

    def add(self, step: Step) -> None:
        """Know what was done now; nothing done changes nothing."""
        if not (step.changes or step.left or step.deeds):
            return
        joined = self._joined_with(step)
        if joined is not None:
            self._done[-1] = joined
        else:
            self._done.append(step)
            del self._done[:-MOST]
        self._undone.clear()

    def _joined_with(self, step: Step) -> Step | None:
        return _joined(self._done[-1], step) if self._done and not self._undone else None

    @property
    def last_done(self) -> Step | None:
        """Give the step to be taken back, None where there is none."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Step | None:
        """Give the step to be made again, None where there is none."""
        return self._undone[-1] if self._undone else None

    def took_back(self) -> None:
        """Know that the last step was taken back."""
        self._undone.append(self._done.pop())

    def made_again(self) -> None:
        """Know that the step taken back last was made again."""
        self._done.append(self._undone.pop())


def _led(present: Annotation | None, origin: Annotation, goal: Annotation) -> Annotation | None:
    """Give an annotation with what leads from one state to another, wherever it still has what
    the first has; ``present`` is None for one that is there no more: it comes as it is to be.
    """
    if present is None:
        return goal if goal.deleted is None else None
    parts = (
        {name: getattr(goal, name) for name in names}
        for names in _TOGETHER
        if _agree(present, origin, names) and not _agree(origin, goal, names)
    )
    steps = {name: value for part in parts for name, value in part.items()}
    return replace(present, **steps) if steps else None


def _agree(one: Annotation, other: Annotation, names: Sequence[str]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _joined(last: Step, step: Step) -> Step | None:
    """Give one step for two where both are words of one note that follow each other closely."""
    if len(last.changes) != 1 or len(step.changes) != 1:
        return None
    (one,), (other,) = last.changes, step.changes
    if one.after != other.before or not (_only_words(one) and _only_words(other)):
        return None
    if other.after.modified - one.after.modified > SITTING:
        return None
    return Step(last.name, (Change(one.before, other.after),))


def _only_words(change: Change) -> bool:
    before, after = change.before, change.after
    return before is not None and after == replace(
        before, text=after.text, kind=after.kind, modified=after.modified
    )
