"""What work costs, told so that it does not hang on the machine: by calls, and by growth.

Seconds differ from machine to machine and from one moment to the next. How many calls the work
makes does not, but what is done within a call (an expression that tries again and again, a string
that is copied) is not seen; the growth of its time with the size of what it is given tells that.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

TIMES = 4
"""How much larger the large one is."""
MOST = 9.0
"""How much longer it may take: what is in proportion takes 4 times, n log n 5, n² 16 times."""
_TRIES = 6
_TOO_SHORT = 0.02
"""Seconds of the processor below which the growth drowns in noise, and is of no interest."""


def calls(work: Callable[[], object]) -> int:
    """Give how many functions the work calls in this thread, Python's and those in C."""
    count = 0

    def tell(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def assert_in_proportion(work: Callable[[T], object], of: Callable[[int], T], size: int) -> None:
    """Fail when work on `of(size)` takes far more than four times as long as on a quarter of it.

    What disturbs a machine only ever adds time, so the shortest of several runs is nearest to
    the truth: the small one is run four times for each run of the large one, lest one of them
    that was disturbed hide that the large one is out of proportion.
    """
    small, large = of(size // TIMES), of(size)
    less = more = float("inf")
    for _ in range(_TRIES):
        less = min(less, *(_seconds(work, small) for _ in range(TIMES)))
        more = min(more, _seconds(work, large))
        if more < max(_TOO_SHORT, MOST * less):
            return
    raise AssertionError(f"{TIMES} times as much takes {more / less:.0f} times as long")


def _seconds(work: Callable[[T], object], given: T) -> float:
    with _no_collector():
        began = time.process_time()
        work(given)
        return time.process_time() - began


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the collector out: its rounds take as long as what the tests before have left behind."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
