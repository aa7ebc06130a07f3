"""Which provision of a revised text is which provision of the former one.

Numbers tell little: an article put in renumbers all that follow. Words tell: those of most
provisions stay, and of the others most words do. Sameness is told in this order: the same words
and no others of the same; nearly the same words, the likest first. A third of the words, or most
of those of the shorter one, between the same neighbours only make it likely.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from policyviewer.domain.documents import Outline
from policyviewer.domain.provisions import Provision, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.subsequence import increasing
from policyviewer.domain.wording import Wording, wording

ALIKE = 0.5
"""From this share of pairs of letters in common two provisions are one that was revised.

One that is cut in two equal parts shares two thirds with either; neighbours of one pattern (fines
for this, fines for that) share up to 0.8, and are told apart by who is likest.
"""
_SHORT = 12
"""Letters below which pairs of letters tell little, and ..."""
_SHORT_ALIKE = 0.7
"""... so many must be in common."""
_IN_PLACE = 0.33
"""So many are enough between the same neighbours: an article that was widely revised, ..."""
_HELD = 0.6
"""... and so many of the shorter one's, where one was put out at length."""
_FEWEST = 8
"""Pairs of letters that both must have for that."""
_LONE = 0.25
"""So many are enough where nothing else came or went between two neighbours, ..."""
_LONE_FEWEST = 20
"""... if both have so many pairs of letters."""
_SURE = 0.65
"""From here words tell more than places do; below, who stands between the same neighbours is
preferred to one of the same pattern elsewhere."""
_HOPELESS = 0.2
"""With a smaller share of different pairs in common, likeness needs not be counted out."""
_BETWEEN = 0.1
"""Added where the neighbours before and behind are each other's counterparts too."""
_SAME_ID = 0.02
RARE = 40
"""A pair of letters that is in more provisions leads to none: it finds too many."""
_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Tile:
    """A provision with the letters of its own text, without the marker that renumbering changes."""

    provision: Provision
    wording: Wording
    start: int
    """Where its text begins, marker and all: a code point of the outline's text."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Counterparts by index, from the former text and back.

    ``near`` are provisions without one, with those of the new text between the same neighbours:
    their words alone would not tell that they are one.
    """

    forward: Mapping[int, int]
    back: Mapping[int, int]
    near: Mapping[int, int]


def tiles_of(outline: Outline) -> tuple[Tile, ...]:
    """Give the provisions of a text as they are compared."""
    return tuple(tile_of(outline.text, one) for one in provisions(outline))


def tile_of(text: str, provision: Provision) -> Tile:
    """Give one provision of a text as it is compared."""
    span = provision.span
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    marker = provision.marker.strip()
    body = start + len(marker) if marker and text.startswith(marker, start) else start
    return Tile(provision, wording(text, TextRange(min(body, span.end), span.end)), start)


def paired(old: Sequence[Tile], new: Sequence[Tile]) -> Pairs:
    """Give the counterparts of two texts' provisions; each has one at the most."""
    joined = _Joined({}, {})
    _join_equal(old, new, joined)
    likely = sorted(_likely(old, new, joined), reverse=True)
    for found in likely:
        if found.alike and found.score >= _SURE:
            joined.join(found.one, -found.behind)
    near = _by_place(likely, len(old), joined)
    return Pairs(joined.forward, joined.back, _with_lone(old, new, joined.forward, near))


@dataclass(frozen=True, slots=True)
class _Joined:
    forward: dict[int, int]
    back: dict[int, int]

    def join(self, one: int, other: int) -> None:
        """Make two provisions counterparts unless one of them has one."""
        if one not in self.forward and other not in self.back:
            self.forward[one], self.back[other] = other, one


@dataclass(frozen=True, slots=True, order=True)
class _Likely:
    """Two provisions that may be one; of equals the earlier ones come first sorted downwards."""

    score: float
    one: int
    behind: int
    """The other's index, negative."""
    alike: bool
    """Whether the words alone tell that they are one."""


def _join_equal(old: Sequence[Tile], new: Sequence[Tile], joined: _Joined) -> None:
    """Join provisions of the same words: of several the ones whose neighbours are joined, those
    with the same id, and then one after the other.
    """
    groups = _of_same_words(old, new)
    for ones, others in groups:
        if len(ones) == len(others) == 1:
            joined.join(ones[0], others[0])
    for ones, others in groups:
        among = set(others)
        by_name = {new[at].provision.id: at for at in reversed(others)}
        beside = [(one, other) for one in ones for other in _beside(one, joined) if other in among]
        named = [(one, by_name.get(old[one].provision.id)) for one in ones]
        for one, other in (*beside, *named):
            if other is not None:
                joined.join(one, other)
        left = [one for one in ones if one not in joined.forward]
        free = [other for other in others if other not in joined.back]
        for one, other in zip(left, free, strict=False):
            joined.join(one, other)


def _of_same_words(old: Sequence[Tile], new: Sequence[Tile]) -> list[tuple[list[int], list[int]]]:
    """Give the indices of provisions that have the same words, where both texts have some."""
    same: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, tiles in enumerate((old, new)):
        for at, tile in enumerate(tiles):
            if tile.wording.letters:
                same[tile.wording.letters][side].append(at)
    return [group for group in same.values() if group[0] and group[1]]


def _beside(one: int, joined: _Joined) -> list[int]:
    """Give where a provision's counterpart would stand beside those of its neighbours."""
    found = {joined.forward[one + by] - by for by in (-1, 1) if one + by in joined.forward}
    return sorted(found)


def _likely(old: Sequence[Tile], new: Sequence[Tile], joined: _Joined) -> Iterator[_Likely]:
    """Give provisions that may be one by their words."""
    ones = {at: letter_pairs(tile) for at, tile in enumerate(old) if at not in joined.forward}
    others = {at: letter_pairs(tile) for at, tile in enumerate(new) if at not in joined.back}
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, pairs in others.items():
        for pair in pairs:
            having[pair].append(at)
    by_name = {new[at].provision.id: at for at in others}
    for one, pairs in ones.items():
        shared = Counter(at for pair in pairs if len(having[pair]) <= RARE for at in having[pair])
        candidates = {at for at, _count in shared.most_common(_CANDIDATES)}
        named = by_name.get(old[one].provision.id)
        if named is not None:
            candidates.add(named)
        for other in candidates:
            told = _told(pairs, others[other])
            if told is not None:
                score = told[0] + _SAME_ID * (other == named)
                score += _BETWEEN * _between(one, other, joined)
                yield _Likely(score, one, -other, told[1])


def _told(one: Counter[str], other: Counter[str]) -> tuple[float, bool] | None:
    """Give how alike two provisions are, and whether that alone tells that they are one; None
    where not even their neighbours could tell it.
    """
    common = len(one.keys() & other.keys())
    if 2 * common < _HOPELESS * (len(one) + len(other)) and common < _HOPELESS * min(
        len(one), len(other)
    ):
        return None
    score = likeness(one, other)
    fewer = min(one.total(), other.total())
    if score >= (ALIKE if fewer >= _SHORT else _SHORT_ALIKE):
        return score, True
    held = score * (one.total() + other.total()) / 2 >= _HELD * fewer
    return (score, False) if fewer >= _FEWEST and (held or score >= _IN_PLACE) else None


class _Gaps:
    """Between which provisions of the new text each of the former one stands by its neighbours;
    those that were put elsewhere do not count.
    """

    def __init__(self, count: int, forward: Mapping[int, int]) -> None:
        ones = sorted(forward)
        others = [forward[one] for one in ones]
        stayed = sorted(increasing(others, [1.0] * len(others)))
        before, behind = [-1] * (count + 1), [sys.maxsize] * (count + 1)
        for at in stayed:
            before[ones[at] + 1] = behind[ones[at]] = others[at]
        self._before = list(accumulate(before, max))
        self._behind = list(accumulate(behind[::-1], min))[::-1]

    def hold(self, one: int, other: int) -> bool:
        """Say whether a provision of the new text stands between the same neighbours."""
        return self._before[one] < other < self._behind[one]


def _by_place(likely: Sequence[_Likely], count: int, joined: _Joined) -> dict[int, int]:
    """Join provisions that are alike, those first that are between the same neighbours; give those
    that are only likely and between these, which take each other from patterns elsewhere.
    """
    near = _Joined({}, {})
    gaps = _Gaps(count, joined.forward)
    placed = [(found, gaps.hold(found.one, -found.behind)) for found in likely]
    placed.sort(key=lambda one: (one[0].score + _BETWEEN * one[1], one[0]), reverse=True)
    for found, stays in placed:
        mine, others = (joined, near) if found.alike else (near, joined)
        free = found.one not in others.forward and -found.behind not in others.back
        if free and (found.alike or stays):
            mine.join(found.one, -found.behind)
    return _still_near(placed, near.forward, _Gaps(count, joined.forward), joined)


def _still_near(
    placed: Sequence[tuple[_Likely, bool]], near: Mapping[int, int], gaps: _Gaps, joined: _Joined
) -> dict[int, int]:
    """Give those that are between the same neighbours now that these are known; what is alike and
    was kept from each other by one that is not is joined.
    """
    made = _Joined({}, {})
    for one, other in near.items():
        if gaps.hold(one, other):
            made.join(one, other)
    for found, _stays in placed:
        one, other = found.one, -found.behind
        if found.alike and one not in made.forward and other not in made.back:
            joined.join(one, other)
        free = one not in joined.forward and other not in joined.back
        if free and gaps.hold(one, other):
            made.join(one, other)
    return made.forward


def _with_lone(
    old: Sequence[Tile], new: Sequence[Tile], forward: Mapping[int, int], near: Mapping[int, int]
) -> dict[int, int]:
    """Give ``near`` with those that stand alone between the same two neighbours in either text: of
    the same matter as a rule, though hardly a word stayed.
    """
    made = dict(near)
    joined = {**forward, **near}
    taken = set(joined.values())
    for one in range(1, len(old) - 1):
        before, behind = joined.get(one - 1), joined.get(one + 1)
        if one in joined or before is None or behind != before + 2 or before + 1 in taken:
            continue
        pairs = letter_pairs(old[one]), letter_pairs(new[before + 1])
        long = min(side.total() for side in pairs) >= _LONE_FEWEST
        if long and likeness(*pairs) >= _LONE:
            made[one] = before + 1
    return made


def _between(one: int, other: int, joined: _Joined) -> bool:
    before = joined.forward.get(one - 1, other - 1)
    behind = joined.forward.get(one + 1, other + 1)
    return before < other < behind and (one - 1 in joined.forward or one + 1 in joined.forward)


def letter_pairs(tile: Tile) -> Counter[str]:
    """Give how often each two letters follow each other in a provision."""
    return pairs_of(tile.wording.letters)


def pairs_of(letters: str) -> Counter[str]:
    """Give how often each two letters follow each other; a letter alone is a pair."""
    return Counter(map("".join, pairwise(letters))) if len(letters) > 1 else Counter(letters)


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of pairs of letters that two texts have in common, 0 to 1 (Dice, 1945)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
