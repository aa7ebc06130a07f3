"""The rows of a segment that answer an expression: candidates by grams, decided on the text.

Every row in which a leaf stands has all grams of one of the leaf's sets (see
:mod:`policyviewer.search.leaves`), so no row is missed; whether the leaf really stands there is
looked up in the row's own folded text, so none is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from policyviewer.domain.queries import SearchFilter
from policyviewer.search import filters
from policyviewer.search.expression import All, Either, Expression, Fact, Node, Not, fact
from policyviewer.search.leaves import Near, Pattern, Text, tester
from policyviewer.search.rows import encoded, split
from policyviewer.search.segments import Segment

_ENOUGH = 3
"""Grams of a text that are intersected, rarest first: more seldom pay."""
_FEW = 200
"""Candidates that are looked at one by one without asking for another gram."""

_Rows = Sequence[int]


def answering(segment: Segment, expression: Expression, wanted: SearchFilter) -> list[int]:
    """Give the rows that meet the expression and the filter, in order."""
    return list(admitted(segment, _meeting(segment, expression.root, None), wanted))


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


def _meeting(segment: Segment, node: Node, among: _Rows | None) -> _Rows:
    """Give the rows that meet a node, in order; of those ``among`` which it is asked, or all."""
    if isinstance(node, All):
        for part in sorted(node.parts, key=partial(_bound, segment)):
            among = _meeting(segment, part, among)
        return _all(segment, among)
    if isinstance(node, Either):
        found = {number for part in node.parts for number in _meeting(segment, part, among)}
        return sorted(found)
    if isinstance(node, Not):
        among = _all(segment, among)
        met = frozenset(_meeting(segment, node.part, among))
        return [number for number in among if number not in met]
    if isinstance(node, Fact):
        return _of_documents(segment, node, _all(segment, among))
    stands = _test(segment, node)
    return [number for number in (_candidates(segment, node, among)) if stands(number)]


def _all(segment: Segment, among: _Rows | None) -> _Rows:
    return list(segment.rows) if among is None else among


def _bound(segment: Segment, node: Node) -> int:
    """Give a number that the rows of a node do not exceed; what only excludes comes last."""
    if isinstance(node, Not):
        return segment.count + 1
    if isinstance(node, Fact):
        return segment.count
    if isinstance(node, All):
        return min((_bound(segment, part) for part in node.parts), default=segment.count)
    if isinstance(node, Either):
        return sum(_bound(segment, part) for part in node.parts)
    return sum(min(map(segment.frequency, grams), default=segment.count) for grams in node.grams)


def _test(segment: Segment, leaf: Text | Pattern | Near) -> Callable[[int], bool]:
    """Give the question whether a leaf stands in a row; plain texts are found in its bytes."""
    if isinstance(leaf, Text):
        needles = [encoded(text) for text in leaf.texts]
        if len(needles) == 1:
            return lambda number: needles[0] in segment.key(number)
        return lambda number: any(map(segment.key(number).__contains__, needles))
    stands = tester(leaf)
    return lambda number: any(map(stands, split(segment.key(number))))


def _candidates(segment: Segment, leaf: Text | Pattern | Near, among: _Rows | None) -> _Rows:
    if among is not None:
        return among
    found: set[int] = set()
    for grams in leaf.grams:
        found.update(_with_grams(segment, grams))
    return sorted(found - segment.deleted)


def _with_grams(segment: Segment, grams: Collection[str]) -> Iterable[int]:
    """Give the rows that have the rarest of the grams; all rows where there are none."""
    rarest = sorted(grams, key=segment.frequency)
    if not rarest:
        return range(segment.count)
    found = set(segment.postings(rarest[0]).ids)
    for gram in rarest[1:_ENOUGH]:
        if len(found) <= _FEW:
            break
        found.intersection_update(segment.postings(gram).ids)
    return found


def _of_documents(segment: Segment, node: Fact, among: _Rows) -> list[int]:
    """Give the rows whose document is as told. Columns tell most; title and number are read
    once for each document.
    """
    conditions = filters.conditions(node.wanted)
    found = [one for one in among if not conditions or _passes(segment, one, conditions)]
    if not (node.title or node.number):
        return found
    told = fact(Fact(title=node.title, number=node.number))
    known: dict[int, bool] = {}
    for number in found:
        if number not in known:
            record = segment.record(number)
            known.update(dict.fromkeys(segment.rows_of(record.document), told(record)))
    return [number for number in found if known[number]]
