"""What a filter asks of a provision besides its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from policyviewer.domain.metadata import status_on
from policyviewer.domain.queries import IndexedProvision, SearchFilter
from policyviewer.search.folding import fold


@dataclass(frozen=True, slots=True)
class Facets:
    """The facts of a provision's document that can be filtered by."""

    issuers: str
    """One a line."""
    kind: str
    effective: str
    expires: str
    year: int
    """Of writing; 0 when it is unknown, which no range of years contains."""


Condition = Callable[[Facets], bool]


def year_of(written: str) -> int:
    """Give the year of a date, 0 when it is unknown."""
    return int(written[:4]) if written[:4].isascii() and written[:4].isdecimal() else 0


def facets(record: IndexedProvision) -> Facets:
    """Give what can be filtered by."""
    return Facets(
        issuers="\n".join(record.issuers),
        kind=record.kind,
        effective=record.effective,
        expires=record.expires,
        year=year_of(record.written),
    )


def conditions(wanted: SearchFilter) -> tuple[Condition, ...]:
    """Give the questions a filter asks, all to be answered with yes; the document aside.

    An issuer may be named by a part (``贵州省``); of several values of a field one is enough.
    """
    asked: list[Condition] = []
    if wanted.issuers:
        names = tuple(map(fold, wanted.issuers))
        asked.append(lambda one: any(name in fold(one.issuers) for name in names))
    if wanted.kinds:
        kinds = frozenset(map(fold, wanted.kinds))
        asked.append(lambda one: fold(one.kind) in kinds)
    if wanted.statuses:
        statuses = frozenset(map(str, wanted.statuses))
        day = wanted.day or datetime.now().astimezone().date().isoformat()
        asked.append(lambda one: status_on(day, one.effective, one.expires) in statuses)
    if wanted.years is not None:
        first, last = wanted.years
        low, high = first if first is not None else 1, last if last is not None else 9999
        asked.append(lambda one: low <= one.year <= high)
    return tuple(asked)


def narrowed(wanted: SearchFilter, more: Iterable[SearchFilter]) -> SearchFilter:
    """Give a filter with the values of others added where it has none of its own.

    It lets through no less than all of them together.
    """
    for one in more:
        wanted = replace(
            wanted,
            issuers=wanted.issuers or one.issuers,
            kinds=wanted.kinds or one.kinds,
            statuses=wanted.statuses or one.statuses,
            years=wanted.years or one.years,
        )
    return wanted
