"""A sign of life from slow work, so that it is not taken for a hang."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_heard: ContextVar[Callable[[], None] | None] = ContextVar("heard", default=None)


@contextmanager
def heard_by(listener: Callable[[], None]) -> Iterator[None]:
    """Have a listener called with every sign of life given inside."""
    token = _heard.set(listener)
    try:
        yield
    finally:
        _heard.reset(token)


def beat() -> None:
    """Say that the work goes on: before each page that takes seconds, not more often."""
    listener = _heard.get()
    if listener is not None:
        listener()
