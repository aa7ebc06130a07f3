"""The vocabulary of background work: a job is a plain function of a JobContext."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import TypeVar

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818  # an outcome, not an error: nobody is told
    """Leaves a job whose user has changed his mind; undoing happens on the way out."""


class CancelToken:
    """A flag that one thread raises and a job in another looks at between two items."""

    def __init__(self) -> None:
        self._event = Event()

    def cancel(self) -> None:
        """Ask the job to leave at its next check."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Say whether the job was asked to leave."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled when the job was asked to leave."""
        if self._event.is_set():
            raise Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: ``done`` of ``total`` items (0 = not known), and what it is at."""

    done: int
    total: int
    label: str = ""


def _unheard(_progress: Progress) -> None:
    """Take progress that nobody wants to see."""


@dataclass(frozen=True, slots=True)
class JobContext:
    """What a job is given: the token to check and the ear that hears its progress."""

    token: CancelToken = field(default_factory=CancelToken)
    report: Callable[[Progress], None] = _unheard

    def step(self, done: int, total: int, label: str = "") -> None:
        """Check for cancellation, then report progress: once an item."""
        self.token.check()
        self.report(Progress(done, total, label))


Job = Callable[[JobContext], T]
