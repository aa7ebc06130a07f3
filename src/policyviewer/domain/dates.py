"""Dates as documents print them, some of them damaged."""

from __future__ import annotations

import re

from policyviewer.domain.numerals import CHINESE, number

_NUMERAL = rf"[\d{CHINESE}]"
DATE = re.compile(
    rf"(?P<year>{_NUMERAL}{{4}})?\s*年\s*(?P<month>{_NUMERAL}{{1,3}})\s*月"
    rf"\s*(?P<day>{_NUMERAL}{{1,3}})\s*日"
)


def normalised(match: re.Match[str]) -> str | None:
    """Give ``2020-07-30`` of a printed date, ``????-07-30`` where the year is lost.

    None when month or day cannot be.
    """
    month, day = number(match["month"]), number(match["day"])
    if month is None or day is None or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = number(match["year"]) if match["year"] else None
    return f"{'????' if year is None else f'{year:04d}'}-{month:02d}-{day:02d}"


def first_date(text: str) -> str | None:
    """Give the first date that stands in a text."""
    return next((date for date in map(normalised, DATE.finditer(text)) if date), None)


def last_date(text: str) -> str | None:
    """Give the last date that stands in a text."""
    return next(reversed([date for date in map(normalised, DATE.finditer(text)) if date]), None)
