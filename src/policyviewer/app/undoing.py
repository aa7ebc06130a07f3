"""What was changed and can be taken back, step by step, and made again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from policyviewer.domain.annotations import Annotation

SITTING = timedelta(minutes=5)
"""Words of one note written in a go are one step."""
MOST = 500
"""Steps that are kept."""


@dataclass(frozen=True, slots=True)
class Change:
    """An annotation before and after; ``before`` is None for a new one."""

    before: Annotation | None
    after: Annotation


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that belong together; ``name`` says in the user's words what they were."""

    name: str
    changes: tuple[Change, ...]


class Steps:
    """The steps of one run; an undone step can be made again until something new is done."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, name: str, changes: Sequence[Change]) -> None:
        """Know what was done now."""
        step = Step(name, tuple(changes))
        joined = _joined(self._done[-1], step) if self._done and not self._undone else None
        if joined is not None:
            self._done[-1] = joined
        elif step.changes:
            self._done.append(step)
            del self._done[:-MOST]
        self._undone.clear()

    def back(self) -> Step | None:
        """Give the step to be taken back, None where there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def again(self) -> Step | None:
        """Give the step to be made again, None where there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]


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
