"""Time told in units of a known piece of work, since machines differ and are busy or not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

_STEPS = 100_000
_SHARED = 2
"""By how much a second is worth less while others share the processor's core and caches."""


def unit() -> float:
    """Give the seconds of CPU time that the known work takes now."""
    began, total = time.process_time(), 0
    for step in range(_STEPS):
        total += step
    return time.process_time() - began


@contextmanager
def within(units: int) -> Iterator[None]:
    """Fail when what is done inside takes more CPU time than so many times the known work.

    A unit is about 5 ms of an idle machine. It is measured before and after, and the longer
    one counts: the machine may have become busy in between, and be busier still in the middle.
    """
    before = unit()
    began = time.process_time()
    yield
    took = time.process_time() - began
    longer = _SHARED * max(before, unit())
    assert took < units * longer, f"{took:.2f} s are {took / longer:.0f} units, not {units}"
