"""What may be looked for in a folded text: a text, a text with gaps, two near each other.

Each kind says three things. ``grams``: of these sets, a text that holds it has all grams of at
least one; that is how an index finds candidates. ``stands``: whether a text holds it, which
decides. ``spans``: where, for the marks. All take time linear in the text, nearly.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple, Protocol

from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.search.analyzer import required_grams
from policyviewer.search.rows import SEPARATOR

Grams = tuple[frozenset[str], ...]
WIDEST = 10
"""Characters that one ``*`` may stand for."""
_STOP = regex("[。;!? ]")
"""What no gap reaches over: the ends of clauses, and blanks."""
_GAP = f"[^。;!? {SEPARATOR}]"
_ANY = f"[^{SEPARATOR}]"
_PAIRS = 64
"""Pairs of spellings near each other up to which candidates are found for each pair."""
_SHORT = 3
"""Texts of a pattern up to which a regular expression is fast in any text."""


class Leaf(Protocol):
    """What an expression is made of."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Give the folded texts that it consists of, for ranking."""
        ...

    @property
    def grams(self) -> Grams:
        """Give the sets of grams of which a text must have one."""
        ...

    @property
    def shown(self) -> str:
        """Give it as the user may have typed it."""
        ...

    def stands(self, key: str) -> bool:
        """Say whether it stands in a folded text."""
        ...

    def spans(self, key: str) -> list[TextRange]:
        """Give every place of a folded text where it stands, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text, in any of its spellings."""

    texts: tuple[str, ...]

    @property
    def grams(self) -> Grams:
        """Give the grams of each spelling."""
        return tuple(frozenset(required_grams(text)) for text in self.texts)

    @property
    def shown(self) -> str:
        """Give the first spelling."""
        return self.texts[0]

    def stands(self, key: str) -> bool:
        """Say whether one of the spellings stands in a folded text."""
        return any(text in key for text in self.texts)

    def spans(self, key: str) -> list[TextRange]:
        """Give where a spelling stands; overlapping places are all given."""
        return sorted({span for text in self.texts for span in occurrences(key, text)})


class Gap(NamedTuple):
    """Characters that may stand between two texts: at least and at most so many."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Texts that follow each other over gaps (``人民*府``).

    ``gaps`` stand before each text and after the last; the two at the ends only ask for room.
    """

    texts: tuple[str, ...]
    gaps: tuple[Gap, ...]
    shown: str

    @property
    def grams(self) -> Grams:
        """Give the grams of all texts."""
        return (frozenset[str]().union(*map(required_grams, self.texts)),)

    def stands(self, key: str) -> bool:
        """Say whether the pattern fits anywhere."""
        if len(self.texts) <= _SHORT:
            return _fitting(self).search(key) is not None
        often = Counter(self.texts).items()  # none overlaps the next
        return all(key.count(text) >= times for text, times in often) and bool(self.spans(key))

    def spans(self, key: str) -> list[TextRange]:
        """Give, for each place where the last text fits, the shortest stretch that does."""
        found = occurrences(key, self.texts[0])
        for gap, text in zip(self.gaps[1:], self.texts[1:], strict=False):
            if not found:
                break
            found = _joined(key, found, gap, occurrences(key, text))
        before, after = self.gaps[0].least, self.gaps[-1].least
        wide = (TextRange(max(0, one.start - before), one.end + after) for one in found)
        room = zip(found, wide, strict=True)
        return [one for bare, one in room if bare.start >= before and one.end <= len(key)]


@dataclass(frozen=True, slots=True)
class Near:
    """One of some leaves and one of others, at most ``distance`` characters apart, either
    first.
    """

    first: tuple[Text | Pattern, ...]
    second: tuple[Text | Pattern, ...]
    distance: int

    @property
    def texts(self) -> tuple[str, ...]:
        """Give the texts of both sides."""
        return tuple(text for one in (*self.first, *self.second) for text in one.texts)

    @property
    def grams(self) -> Grams:
        """Give the grams of every pair of the two sides; of the side with fewer spellings alone
        where the pairs are too many.
        """
        first, second = sorted(
            ([grams for one in side for grams in one.grams] for side in (self.first, self.second)),
            key=len,
        )
        if len(first) * len(second) > _PAIRS:
            return tuple(first)
        return tuple(one | other for one, other in product(first, second))

    @property
    def shown(self) -> str:
        """Give both sides with the distance between them."""
        first, second = ("|".join(one.shown for one in side) for side in (self.first, self.second))
        return f"{first} NEAR/{self.distance} {second}"

    def stands(self, key: str) -> bool:
        """Say whether the two stand near each other anywhere."""
        if not all(any(one.stands(key) for one in side) for side in (self.first, self.second)):
            return False
        return _one_behind(self).search(key) is not None or bool(self.spans(key))

    def spans(self, key: str) -> list[TextRange]:
        """Give the places of both sides that have one of the other near."""
        first, second = (
            sorted({span for one in side for span in one.spans(key)})
            for side in (self.first, self.second)
        )
        near = {*_having(first, second, self.distance), *_having(second, first, self.distance)}
        return sorted(near)


@lru_cache(maxsize=64)
def _fitting(pattern: Pattern) -> re.Pattern[str]:
    """Give what finds whether a short pattern fits; of a long one it would try too much."""
    before, *between, after = pattern.gaps
    words = re.escape(pattern.texts[0])
    for gap, text in zip(between, pattern.texts[1:], strict=True):
        words += f"{_GAP}{{{gap.least},{gap.most}}}{re.escape(text)}"
    return re.compile(f"{_ANY}{{{before.least}}}{words}{_ANY}{{{after.least}}}")


@lru_cache(maxsize=64)
def _one_behind(near: Near) -> re.Pattern[str]:
    """Give what finds plain texts near each other; those that overlap are left to counting."""
    first, second = (_plain(side) for side in (near.first, near.second))
    pairs = ((first, second), (second, first)) if first and second else ()
    ways = (
        f"(?:{'|'.join(map(re.escape, one))}){_up_to(other, near.distance)}" for one, other in pairs
    )
    return re.compile("|".join(ways) or "(?!)")


def _plain(side: Sequence[Text | Pattern]) -> list[str]:
    return [text for one in side if isinstance(one, Text) for text in one.texts]


def _up_to(texts: Sequence[str], distance: int) -> str:
    """Give what matches up to the end of one of the texts; single characters are found without
    trying every distance.
    """
    wanted = "|".join(map(re.escape, texts))
    if all(len(text) == 1 for text in texts):
        between = f"[^{SEPARATOR}{re.escape(''.join(texts))}]{{0,{distance}}}"
    else:
        between = f"{_ANY}{{0,{distance}}}?"
    return f"{between}(?:{wanted})"


@lru_cache(maxsize=64)
def _apart(near: Near) -> bool:
    """Say whether no text of one side can overlap one of the other."""
    if not all(isinstance(one, Text) for one in (*near.first, *near.second)):
        return False
    first, second = _plain(near.first), _plain(near.second)
    return not any(_overlap(one, other) for one in first for other in second)


def _overlap(one: str, other: str) -> bool:
    """Say whether two places of these texts, not the same place, can share a character."""
    if one != other and (one in other or other in one):
        return True
    sizes = range(1, min(len(one), len(other)))
    return any(one[-size:] == other[:size] or other[-size:] == one[:size] for size in sizes)


def tester(leaf: Leaf) -> Callable[[str], bool]:
    """Give what says of the keys of a row, joined as they are stored, whether the leaf stands in
    one: what it needs is made once.
    """
    stands = leaf.stands
    if isinstance(leaf, Text):
        return stands
    if isinstance(leaf, Near) and _apart(leaf):
        return _finder(_one_behind(leaf))
    if isinstance(leaf, Pattern) and len(leaf.texts) <= _SHORT:
        return _finder(_fitting(leaf))
    may = _finder(_beginning(leaf)) if isinstance(leaf, Pattern) else bool
    return lambda joined: may(joined) and any(map(stands, joined.split(SEPARATOR)))


def _finder(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    search = pattern.search
    return lambda joined: search(joined) is not None


def _beginning(long: Pattern) -> re.Pattern[str]:
    """Give what finds the first texts of a long pattern, which stands nowhere else."""
    return _fitting(Pattern(long.texts[:_SHORT], (*long.gaps[:_SHORT], Gap(0, 0)), long.shown))


def occurrences(key: str, text: str) -> list[TextRange]:
    """Give every place where a text stands, overlapping ones too."""
    found: list[TextRange] = []
    at = key.find(text)
    while at >= 0:
        found.append(TextRange(at, at + len(text)))
        at = key.find(text, at + 1)
    return found


def _joined(
    key: str, begun: Sequence[TextRange], gap: Gap, texts: Sequence[TextRange]
) -> list[TextRange]:
    """Give the stretches from one that was begun to a text that follows over the gap.

    The nearest is tried alone: where it leads over the end of a clause, those before it do too.
    """
    ends = [one.end for one in begun]
    found: list[TextRange] = []
    for one in texts:
        nearest = bisect_right(ends, one.start - gap.least) - 1
        if nearest < 0 or ends[nearest] < one.start - gap.most:
            continue
        if not _STOP.search(key, ends[nearest], one.start):
            found.append(TextRange(begun[nearest].start, one.end))
    return found


def _having(
    ones: Sequence[TextRange], others: Sequence[TextRange], distance: int
) -> list[TextRange]:
    """Give those that have another near: not itself, and no further than the distance."""
    starts = [other.start for other in others]
    longest = max((other.length for other in others), default=0)
    found: list[TextRange] = []
    for one in ones:
        first = bisect_left(starts, one.start - distance - longest)
        last = bisect_right(starts, one.end + distance)
        reach = (others[at] for at in range(first, last))
        if any(other != one and other.end >= one.start - distance for other in reach):
            found.append(one)
    return found
