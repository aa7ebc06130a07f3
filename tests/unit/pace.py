"""Time told in units of a known piece of work, since machines differ and are busy or not."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

_STEPS = 100_000


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
    one counts: the machine may have become busy in between.
    """
    before = unit()
    with _no_collector():
        began = time.process_time()
        yield
        took = time.process_time() - began
    longer = max(before, unit())
    assert took < units * longer, f"{took:.2f} s are {took / longer:.0f} units, not {units}"


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the collector out: its rounds take as long as what the tests before have left behind."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
