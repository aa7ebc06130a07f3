"""How values of facets are shown to people: in lists, on chips, and above exported results."""

from __future__ import annotations

from collections.abc import Mapping

from policyviewer.domain.levels import NAMES
from policyviewer.domain.metadata import STATUS_NAMES
from policyviewer.domain.queries import FacetName

_NAMES: Mapping[FacetName, Mapping[str, str]] = {
    FacetName.LEVEL: {str(one): name for one, name in NAMES.items()},
    FacetName.STATUS: {str(one): name for one, name in STATUS_NAMES.items()},
}


def value_label(name: FacetName, value: str) -> str:
    """Give a value as people call it; itself where it has no other name."""
    return _NAMES.get(name, {}).get(value, value)


def years_text(years: tuple[int | None, int | None]) -> str:
    """Give a range of years as people write it."""
    first, last = years
    if first == last:
        return str(first or "")
    if first is None:
        return f"{last} 年以前"
    return f"{first} 年以来" if last is None else f"{first}—{last}"
