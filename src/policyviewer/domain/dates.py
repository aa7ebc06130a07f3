"""Dates as documents print them, some of them damaged."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from policyviewer.domain.numerals import CHINESE, number
from policyviewer.domain.patterns import regex

_NUMERAL = rf"[\d{CHINESE}]"
DATE = regex(
    rf"(?P<year>{_NUMERAL}{{4}})?\s*年\s*(?P<month>{_NUMERAL}{{1,3}})\s*月"
    rf"\s*(?P<day>{_NUMERAL}{{1,3}})\s*日"
)
_TYPED = regex(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def normalised(match: re.Match[str]) -> str | None:
    """Give ``2020-07-30`` of a printed date, ``????-07-30`` where the year is lost.

    None when there is no such day.
    """
    return iso(match["year"], match["month"], match["day"])


def iso(year: str | None, month: str, day: str) -> str | None:
    """Give a date of its three printed numerals, as ``normalised`` does."""
    values = number(year or ""), number(month), number(day)
    if values[1] is None or values[2] is None or not _is_day(values[0], values[1], values[2]):
        return None
    return f"{'????' if values[0] is None else f'{values[0]:04d}'}-{values[1]:02d}-{values[2]:02d}"


def typed_date(words: str) -> str | None:
    """Give a typed date as ISO: 2025-12-31, 2025/12/31, 2025年12月31日; None for anything else."""
    match = _TYPED.fullmatch(words.strip())
    return iso(match[1], match[2], match[3]) if match else None


def first_date(text: str) -> str | None:
    """Give the first date that stands in a text."""
    match = first_match(text)
    return normalised(match) if match else None


def last_date(text: str) -> str | None:
    """Give the last date that stands in a text."""
    match = last_match(text)
    return normalised(match) if match else None


def first_match(text: str) -> re.Match[str] | None:
    """Give the first printed date that can be one."""
    return next(filter(normalised, DATE.finditer(text)), None)


def last_match(text: str) -> re.Match[str] | None:
    """Give the last printed date that can be one."""
    return next(reversed(list(filter(normalised, DATE.finditer(text)))), None)


def later(day: str, *, days: int = 0, months: int = 0) -> str | None:
    """Give the date so many months and days after another; None where that is not whole.

    The last day of a month stands for the days it does not have, as in civil law.
    """
    try:
        start = date.fromisoformat(day)
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        last = monthrange(year, month + 1)[1]
        return str(date(year, month + 1, min(start.day, last)) + timedelta(days=days))
    except (ValueError, OverflowError):
        return None


def _is_day(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _LONGEST_MONTHS[month - 1]:
        return False
    return year is None or year == 0 or day <= monthrange(year, month)[1]


def iso_today() -> str:
    """Give the date that this machine shows, as YYYY-MM-DD."""
    return datetime.now().astimezone().date().isoformat()
