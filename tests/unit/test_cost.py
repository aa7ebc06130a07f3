"""What the other tests trust to tell work out of proportion does tell it."""

from __future__ import annotations

import re
import sys

import pytest
from tests.cost import assert_in_proportion, calls


def test_calls_are_counted_and_are_the_same_each_time():
    def work(times: int) -> None:
        for number in range(times):
            str(abs(number))

    few, many = calls(lambda: work(100)), calls(lambda: work(1_000))
    assert many - few == 900
    assert few == calls(lambda: work(100))
    assert sys.getprofile() is None


def test_what_is_in_proportion_passes():
    assert_in_proportion(sorted, lambda size: [*range(size, 0, -1)] * 3, 200_000)


@pytest.mark.parametrize(
    ("work", "of", "size"),
    [
        (lambda text: re.search(r"a*b", text), lambda size: "a" * size, 8_000),
        (lambda items: [items.count(one) for one in items], lambda size: [*range(size)], 4_000),
    ],
    ids=["an expression that tries again and again", "a list searched for each of its items"],
)
def test_work_that_grows_with_the_square_is_told(work, of, size: int):
    with pytest.raises(AssertionError, match="times as much takes"):
        assert_in_proportion(work, of, size)
