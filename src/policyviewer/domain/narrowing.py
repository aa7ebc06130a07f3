"""Choosing values of facets: what a filter becomes when one is clicked, and what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.levels import NAMES, Level
from policyviewer.domain.metadata import STATUS_NAMES, Status
from policyviewer.domain.queries import FACET_NAMES, FacetName, SearchFilter

_FIELDS = {
    FacetName.ISSUER: "issuers",
    FacetName.LEVEL: "levels",
    FacetName.KIND: "kinds",
    FacetName.STATUS: "statuses",
    FacetName.DOCUMENT: "documents",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter asks for; of years the whole range, as ``2018..2020``."""

    name: FacetName
    value: str
    label: str


def toggled(wanted: SearchFilter, name: FacetName, value: str) -> SearchFilter:
    """Give the filter with a value chosen, or not any more when it was.

    A year beside those chosen widens their range; one at an end of it shortens it.
    """
    if name is FacetName.YEAR:
        return replace(wanted, years=_with_year(wanted.years, int(value)))
    field = _FIELDS[name]
    values: tuple[str, ...] = getattr(wanted, field)
    left = tuple(one for one in values if one != value)
    changed: dict[str, Any] = {field: left if len(left) < len(values) else (*values, value)}
    return replace(wanted, **changed)


def without(wanted: SearchFilter, choice: Choice) -> SearchFilter:
    """Give the filter that does not ask for this any more."""
    if choice.name is FacetName.YEAR:
        return replace(wanted, years=None)
    return toggled(wanted, choice.name, choice.value)


def choices(wanted: SearchFilter, titles: dict[str, str] | None = None) -> Iterator[Choice]:
    """Give everything that a filter asks for; ``titles`` are those of documents, by their id."""
    for name, field in _FIELDS.items():
        for value in getattr(wanted, field):
            yield Choice(name, value, f"{FACET_NAMES[name]}：{_label(name, value, titles or {})}")
    if wanted.years is not None:
        yield Choice(FacetName.YEAR, years_text(wanted.years), f"年份：{years_text(wanted.years)}")


def years_text(years: tuple[int | None, int | None]) -> str:
    """Give a range of years as people write it."""
    first, last = years
    if first == last:
        return str(first or "")
    if first is None:
        return f"{last} 年以前"
    return f"{first} 年以来" if last is None else f"{first}—{last}"


def _with_year(
    years: tuple[int | None, int | None] | None, year: int
) -> tuple[int | None, int | None] | None:
    first, last = years or (None, None)
    if first is None or last is None:
        return year, year
    if first <= year <= last:
        return _shortened(first, last, year)
    return min(first, year), max(last, year)


def _shortened(first: int, last: int, year: int) -> tuple[int, int] | None:
    if first == last:
        return None
    if year == first:
        return first + 1, last
    return (first, last - 1) if year == last else (year, year)


def _label(name: FacetName, value: str, titles: dict[str, str]) -> str:
    if name is FacetName.LEVEL:
        return NAMES[Level(value)]
    if name is FacetName.STATUS:
        return STATUS_NAMES[Status(value)]
    return titles.get(DocumentId(value), value)
