"""The rows of a segment that answer an expression: candidates by grams, decided on the text.

Every row that contains a text has all the grams that the text requires (see
:func:`policyviewer.search.analyzer.required_grams`), so no row is missed; whether the text
really stands there is looked up in the row's own folded text, so none is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from policyviewer.domain.queries import SearchFilter
from policyviewer.search import filters
from policyviewer.search.analyzer import required_grams
from policyviewer.search.expression import Expression
from policyviewer.search.rows import encoded
from policyviewer.search.segments import Segment

_ENOUGH = 3
"""Grams of a text that are intersected, rarest first: more seldom pay."""
_FEW = 200
"""Candidates that are looked at one by one without asking for another gram."""


def answering(segment: Segment, expression: Expression, wanted: SearchFilter) -> list[int]:
    """Give the rows that meet the expression and the filter, in order."""
    groups = sorted(expression.groups, key=partial(_bound, segment))
    found: Iterable[int] = _candidates(segment, groups[0]) if groups else segment.rows
    for group in groups:
        found = _with_one_of(segment, found, group)
    if expression.excluded:
        hit = frozenset(_with_one_of(segment, found := list(found), expression.excluded))
        found = (number for number in found if number not in hit)
    return list(admitted(segment, found, wanted))


def admitted(segment: Segment, found: Iterable[int], wanted: SearchFilter) -> Iterable[int]:
    """Give those of the rows that the filter lets through."""
    if wanted.document is not None:
        own = frozenset(segment.rows_of(wanted.document))
        found = (number for number in found if number in own)
    conditions = filters.conditions(wanted)
    if not conditions:
        return found
    return (one for one in found if _passes(segment, one, conditions))


def _passes(segment: Segment, number: int, conditions: Sequence[filters.Condition]) -> bool:
    facets = segment.facets(number)
    return all(condition(facets) for condition in conditions)


def _with_one_of(segment: Segment, found: Iterable[int], texts: Sequence[str]) -> list[int]:
    """Give those of the rows in whose text one of the texts stands."""
    key, needles = segment.key, [encoded(text) for text in texts]
    if len(needles) == 1:
        needle = needles[0]
        return [number for number in found if needle in key(number)]
    return [number for number in found if any(map(key(number).__contains__, needles))]


def _bound(segment: Segment, group: Sequence[str]) -> int:
    """Give a number that the rows of a group do not exceed."""
    return sum(
        min(map(segment.frequency, required_grams(text)), default=segment.count) for text in group
    )


def _candidates(segment: Segment, group: Sequence[str]) -> list[int]:
    found: set[int] = set()
    for text in group:
        found.update(_with_grams(segment, text))
    return sorted(found - segment.deleted)


def _with_grams(segment: Segment, text: str) -> Iterable[int]:
    """Give the rows that have the text's rarest grams; all rows where it has no grams."""
    grams = sorted(required_grams(text), key=segment.frequency)
    if not grams:
        return range(segment.count)
    found = set(segment.postings(grams[0]).ids)
    for gram in grams[1:_ENOUGH]:
        if len(found) <= _FEW:
            break
        found.intersection_update(segment.postings(gram).ids)
    return found
