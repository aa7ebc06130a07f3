"""How fast long work goes, and how long it will still take."""

from __future__ import annotations

from policyviewer.domain.tasks import Progress

_SURE_AFTER = 3.0
"""Seconds: before that a rate says nothing."""


def pace_text(progress: Progress, seconds: float) -> str:
    """Give ``每秒 40 份，约剩 2 分钟`` for work that has gone on for so many seconds.

    Empty while nothing can be said.
    """
    if seconds < _SURE_AFTER or not progress.done or progress.done >= progress.total:
        return ""
    rate = progress.done / seconds
    left = (progress.total - progress.done) / rate
    told = f"每秒 {rate:.0f} 份" if rate >= 1 else f"每分钟 {rate * 60:.0f} 份"
    return f"{told}，约剩 {_duration(left)}"


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{max(1, round(seconds))} 秒"
    minutes = round(seconds / 60)
    return f"{minutes} 分钟" if minutes < 60 else f"{minutes // 60} 小时 {minutes % 60} 分钟"
