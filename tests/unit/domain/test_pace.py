from __future__ import annotations

import pytest

from policyviewer.domain.pace import pace_text
from policyviewer.domain.tasks import Progress


@pytest.mark.parametrize(
    ("done", "total", "seconds", "told"),
    [
        (400, 1000, 10, "每秒 40 份，约剩 15 秒"),
        (30, 150, 10, "每秒 3 份，约剩 40 秒"),
        (5, 20, 60, "每分钟 5 份，约剩 3 分钟"),
        (100, 20_100, 100, "每秒 1 份，约剩 5 小时 33 分钟"),
        (999, 1000, 10, "每秒 100 份，约剩 1 秒"),
    ],
)
def test_rate_and_rest_are_told(done: int, total: int, seconds: float, told: str):
    assert pace_text(Progress(done, total), seconds) == told


@pytest.mark.parametrize(
    ("done", "total", "seconds"), [(0, 10, 60), (5, 10, 1), (10, 10, 60), (3, 0, 60)]
)
def test_nothing_is_told_that_is_not_known(done: int, total: int, seconds: float):
    assert pace_text(Progress(done, total), seconds) == ""
