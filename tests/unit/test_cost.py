"""What the other tests trust to tell work out of proportion does tell it."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator
from itertools import cycle

import pytest
from tests import cost
from tests.cost import assert_in_proportion, calls


def test_calls_are_counted_and_are_the_same_each_time():
    def work(times: int) -> None:
        for number in range(times):
            str(abs(number))

    few, many = calls(lambda: work(100)), calls(lambda: work(1_000))
    assert many - few == 900
    assert few == calls(lambda: work(100))
    assert sys.getprofile() is None


class Clock:
    """A processor whose time passes as the work says, and now and then is another's."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, disturbed: Iterator[float]) -> None:
        self._now = 0.0
        self._disturbed = disturbed
        monkeypatch.setattr(cost.time, "process_time", lambda: self._now)

    def work(self, steps: float) -> None:
        self._now += (1 + next(self._disturbed)) * steps / 1e6


QUIET = (0.0,)
BUSY_AT_FIRST = (3.0, 0.0, 0.0, 0.0, 4.0, *[0.0] * 5)
"""How much longer one run after the other takes: four small ones, a large one, and so on."""


@pytest.mark.parametrize("disturbed", [QUIET, BUSY_AT_FIRST])
@pytest.mark.parametrize("growth", [lambda size: size, lambda size: size * math.log2(size)])
def test_what_is_in_proportion_passes(monkeypatch, disturbed: tuple[float, ...], growth):
    clock = Clock(monkeypatch, cycle(disturbed))
    assert_in_proportion(lambda size: clock.work(growth(size)), int, 1_000_000)


@pytest.mark.parametrize("disturbed", [QUIET, BUSY_AT_FIRST])
def test_work_that_grows_with_the_square_is_told(monkeypatch, disturbed: tuple[float, ...]):
    clock = Clock(monkeypatch, cycle(disturbed))
    with pytest.raises(AssertionError, match="4 times as much takes 16 times as long"):
        assert_in_proportion(lambda size: clock.work(size * size), int, 1_000)


def test_an_expression_that_tries_again_and_again_is_told():
    with pytest.raises(AssertionError, match="times as much takes"):
        assert_in_proportion(lambda text: re.search(r"a*a*b", text), lambda n: "a" * n, 800)
