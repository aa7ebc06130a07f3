"""What a filter asks of a provision besides its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from policyviewer.domain.dates import iso_today
from policyviewer.domain.levels import level_of
from policyviewer.domain.metadata import status_on
from policyviewer.domain.queries import FacetName, SearchFilter
from policyviewer.search.facts import Facts
from policyviewer.search.folding import fold

Condition = Callable[[Facts], bool]


def conditions(wanted: SearchFilter) -> dict[FacetName, Condition]:
    """Give the questions a filter asks, all to be answered with yes.

    An issuer may be named by a part (``贵州省``); of several values of a field one is enough.
    """
    asked: dict[FacetName, Condition] = {}
    if wanted.documents:
        documents = frozenset(wanted.documents)
        asked[FacetName.DOCUMENT] = lambda one: one.document in documents
    if wanted.issuers:
        names = tuple(map(fold, wanted.issuers))
        asked[FacetName.ISSUER] = lambda one: any(name in fold(one.issuers) for name in names)
    if wanted.levels:
        levels = frozenset(wanted.levels)
        asked[FacetName.LEVEL] = lambda one: level(one) in levels
    if wanted.kinds:
        kinds = frozenset(map(fold, wanted.kinds))
        asked[FacetName.KIND] = lambda one: fold(one.kind) in kinds
    if wanted.statuses:
        statuses, day = frozenset(map(str, wanted.statuses)), day_of(wanted)
        asked[FacetName.STATUS] = lambda one: status_on(day, one.effective, one.expires) in statuses
    if wanted.years is not None:
        first, last = wanted.years
        low, high = first if first is not None else 1, last if last is not None else 9999
        asked[FacetName.YEAR] = lambda one: low <= one.year <= high
    return asked


def is_open(wanted: SearchFilter) -> bool:
    """Say whether a filter lets everything through."""
    return wanted == SearchFilter(day=wanted.day)


def day_of(wanted: SearchFilter) -> str:
    """Give the day on which statuses are to hold."""
    return wanted.day or iso_today()


def level(one: Facts) -> str:
    """Give the level of the issuers, empty when it is unknown."""
    return level_of(one.issuers.split("\n")) or ""


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
            levels=wanted.levels or one.levels,
        )
    return wanted
