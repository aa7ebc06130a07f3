"""The rows of a segment that answer an expression: candidates by grams, decided on the text.

Every row in which a leaf stands has all grams of one of the leaf's sets (see
:mod:`policyviewer.search.leaves`), so no row is missed. A text that is a gram stands where its
postings say so (see :mod:`policyviewer.search.gram_codes`); whether any other leaf really
stands in a row is looked up in the row's own folded text, so none is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from functools import partial
from typing import TYPE_CHECKING

from policyviewer.domain.document_numbers import names
from policyviewer.domain.patterns import regex
from policyviewer.domain.queries import SearchFilter
from policyviewer.search import filters
from policyviewer.search.analyzer import required_grams
from policyviewer.search.expression import All, Either, Expression, Fact, Node, Not
from policyviewer.search.facts import Facts
from policyviewer.search.folding import fold
from policyviewer.search.leaves import Near, Pattern, Text, tester
from policyviewer.search.rows import encoded, joined
from policyviewer.search.segments import Segment

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

_FEW = 64
"""Candidates that are looked at one by one without asking for another gram."""
_RATIO = 32
"""How many times longer a list is in which the rows of another are looked up."""
_IDEOGRAPHS = regex("(?:(?!某)[\u4e00-\u9fff])+")
_GRAM = 2
"""Characters of the longest gram."""

_Leaf = Text | Pattern | Near


def answering(segment: Segment, expression: Expression, wanted: SearchFilter) -> Array:
    """Give the rows that meet the expression and the filter, in order."""
    let = admitted(segment, wanted)
    among = None if let is None else let.nonzero()[0]
    found = _meeting(segment, expression.root, among)
    return found[~segment.dead[found]]


def admitted(segment: Segment, wanted: SearchFilter) -> Array | None:
    """Say of every row whether the filter lets it through; None when it asks for nothing."""
    if filters.is_open(wanted):
        return None
    today = filters.day_of(wanted) if wanted.statuses else None
    asked = tuple(filters.conditions(wanted).values())

    def holds(told: Facts) -> bool:
        return all(condition(told) for condition in asked)

    return segment.mask((wanted, today), holds)


def _meeting(segment: Segment, node: Node, among: Array | None) -> Array:
    """Give the rows that meet a node, in order; of those ``among`` which it is asked, or all."""
    if isinstance(node, All):
        for part in sorted(dict.fromkeys(node.parts), key=partial(_bound, segment)):
            among = _meeting(segment, part, among)
        return _all(segment, among)
    if isinstance(node, Either):
        return _union(
            segment, (_meeting(segment, part, among) for part in dict.fromkeys(node.parts))
        )
    if isinstance(node, Not):
        left = _mask(segment, _all(segment, among))
        left[_meeting(segment, node.part, among)] = False
        return left.nonzero()[0]
    if isinstance(node, Fact):
        told = _told(segment, node)
        among = _all(segment, among)
        return among[told[among]]
    return _standing(segment, node, among)


def _all(segment: Segment, among: Array | None) -> Array:
    return segment.rows if among is None else among


def _mask(segment: Segment, rows: Array) -> Array:
    import numpy as np

    mask = np.zeros(segment.count, np.bool_)
    mask[rows] = True
    return mask


def _union(segment: Segment, parts: Iterable[Array]) -> Array:
    import numpy as np

    lists = list(parts)
    if len(lists) == 1:
        return lists[0]
    mask = np.zeros(segment.count, np.bool_)
    for rows in lists:
        mask[rows] = True
    return mask.nonzero()[0]


def _shared(segment: Segment, first: Array, second: Array) -> Array:
    """Give the rows that two lists have in common, in order."""
    import numpy as np

    few, many = sorted((first, second), key=len)
    if len(few) * _RATIO < len(many):
        at = np.minimum(np.searchsorted(many, few), len(many) - 1)
        same: Array = few[many[at] == few]
        return same
    found: Array = few[_mask(segment, many)[few]]
    return found


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


def _standing(segment: Segment, leaf: _Leaf, among: Array | None) -> Array:
    """Give the rows in which a leaf stands."""
    if isinstance(leaf, Text):
        return _union(segment, (_with_text(segment, text, among) for text in leaf.texts))
    known = segment.remembered.get(leaf)
    if known is not None:
        return known if among is None else _shared(segment, known, among)
    rows = _union(segment, (_with_grams(segment, grams, among) for grams in leaf.grams))
    if isinstance(leaf, Pattern):
        rows = _often_enough(segment, leaf, rows)
    found = _tested(segment, leaf, rows)
    if among is None:
        segment.remembered.keep(leaf, found)
    return found


def _with_text(segment: Segment, text: str, among: Array | None) -> Array:
    if len(text) <= _GRAM and text.isalnum():
        rows = inside(segment, text)
        return rows if among is None else _shared(segment, rows, among)
    known = segment.remembered.get(text)
    if known is not None:
        return known if among is None else _shared(segment, known, among)
    candidates = _with_grams(segment, required_grams(text), among)
    rows = segment.texts.having(encoded(text), candidates)
    if among is None:
        segment.remembered.keep(text, rows)
    return rows


def inside(segment: Segment, gram: str) -> Array:
    """Give the rows in whose text, and not only in the headings above, a gram stands."""
    known = segment.remembered.get(gram)
    if known is not None:
        return known
    rows, marks = segment.postings(gram)
    found: Array = rows[(marks & 1).view(bool) if marks.itemsize == 1 else (marks & 1) == 1]
    segment.remembered.keep(gram, found)
    return found


def _with_grams(segment: Segment, grams: Collection[str], among: Array | None) -> Array:
    """Give the rows in whose text the grams stand, or so many of them that few rows are left."""
    for gram in sorted(grams, key=segment.frequency):
        if among is not None and len(among) <= _FEW:
            break
        rows = inside(segment, gram)
        among = rows if among is None else _shared(segment, rows, among)
    return _all(segment, among)


def _often_enough(segment: Segment, leaf: Pattern, rows: Array) -> Array:
    """Give those of the rows in which grams that a pattern names several times occur so often.

    How often is counted in headings and restored text; that is no less than in the printed text
    of ideographs, none of which is put in the place of a masked one but 某.
    """
    for gram, times in Counter(one for text in leaf.texts for one in required_grams(text)).items():
        if times > 1 and _IDEOGRAPHS.fullmatch(gram):
            having, marks = segment.postings(gram)
            rows = _shared(segment, rows, having[(marks >> 1) >= times])
    return rows


def _tested(segment: Segment, leaf: Pattern | Near, rows: Array) -> Array:
    import numpy as np

    found = map(tester(leaf), map(joined, segment.texts.of(rows)))
    return rows[np.fromiter(found, np.bool_, len(rows))]


def _told(segment: Segment, node: Fact) -> Array:
    """Say of every row whether its document is as told."""
    asked = tuple(filters.conditions(node.wanted).values())

    def holds(told: Facts) -> bool:
        if node.title and node.title not in fold(told.title):
            return False
        if node.number and not names(node.number, told.number):
            return False
        return all(condition(told) for condition in asked)

    today = filters.day_of(node.wanted) if node.wanted.statuses else None
    return segment.mask((node, today), holds)
