"""Searches of the user's: those that were used, and those that were given a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NewType

from policyviewer.domain.queries import SearchQuery

SearchId = NewType("SearchId", int)


@dataclass(frozen=True, slots=True)
class PastSearch:
    """A query that was used, how many hits it had then, and when it was used last."""

    query: SearchQuery
    total: int
    used: datetime


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that was given a name."""

    id: SearchId
    name: str
    query: SearchQuery


def lasting(query: SearchQuery) -> SearchQuery:
    """Give what of a query is worth keeping: not which page of the hits was shown, nor how."""
    plain = SearchQuery(query.text.strip())
    return replace(
        plain,
        order=query.order,
        wanted=replace(query.wanted, day=None),
        within=query.within,
        literal=query.literal,
        widened=query.widened,
    )
