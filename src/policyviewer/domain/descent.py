"""Where a rule went that has no counterpart: written anew, or taken up by another provision.

A revision that rewrites much joins provisions and drops numbers, so that the same number says
nothing. What tells is how many of a rule's words another provision has that did not stand there
before, the rarer the words the more; and where nothing tells, its place between provisions that
have stayed. An heir is shown to the user beside the former words, and nothing more: it is never
taken for the counterpart.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from policyviewer.domain.alignment import Pairs, Tile, letter_pairs, pairs_of
from policyviewer.domain.ranges import TextRange

SURE = 0.4
"""From this share of a rule's pairs of letters, weighed by rarity, another provision is its heir;
on real revisions nine in ten that have so much are, and one in ten of those that have a quarter.
"""
_LIKELY = 0.3
"""Less will do where no other comes near:"""
_AHEAD = 1.3
_COMMON = 40
"""A pair of letters that is in more provisions leads to none: it finds too many."""
_CANDIDATES = 8
_SENTENCE = 12
"""Letters of a sentence that tell enough."""
_ENDS = "。；;"


class Descent:
    """What provisions of a revised text have gained, asked for rules of the former one."""

    def __init__(self, old: Sequence[Tile], new: Sequence[Tile], pairs: Pairs) -> None:
        self._old, self._new, self._pairs = old, new, pairs
        former = [letter_pairs(tile) for tile in old]
        present = [letter_pairs(tile) for tile in new]
        self._gained = [
            letters - former[pairs.back[at]] if at in pairs.back else letters
            for at, letters in enumerate(present)
        ]
        having = Counter(pair for one in (*former, *present) for pair in one)
        count = len(old) + len(new)
        self._weight = {pair: math.log(1 + count / times) for pair, times in having.items()}
        self._in: defaultdict[str, list[int]] = defaultdict(list)
        for at, letters in enumerate(self._gained):
            for pair in letters:
                self._in[pair].append(at)

    def heir(self, at: int, span: TextRange) -> int | None:
        """Give the provision that took up the sentence in which a stretch of a former provision
        stands, or else the whole of it, or that stands in its place; None where there is none.
        """
        letters = self._old[at].wording.letters
        sentence = _sentence(self._old[at], span)
        for words in (sentence, letters) if len(sentence) >= _SENTENCE else (letters,):
            found = self._taker(pairs_of(words))
            if found is not None:
                return found
        return self._in_its_place(at)

    def _taker(self, own: Counter[str]) -> int | None:
        """Give the provision that has gained the most of some words, if that is enough."""
        shared = Counter(
            other for pair in own if len(self._in[pair]) <= _COMMON for other in self._in[pair]
        )
        candidates = [other for other, _count in shared.most_common(_CANDIDATES)]
        ranked = sorted(((self._share(own, one), -one) for one in candidates), reverse=True)
        if not ranked:
            return None
        best, second = ranked[0][0], ranked[1][0] if len(ranked) > 1 else 0.0
        enough = best >= SURE or (best >= _LIKELY and best >= _AHEAD * second)
        return -ranked[0][1] if enough else None

    def _share(self, own: Counter[str], other: int) -> float:
        """Give the share of words, weighed, that a provision has gained."""
        return self._weighed(own & self._gained[other]) / self._weighed(own)

    def _weighed(self, letters: Counter[str]) -> float:
        return sum(self._weight[pair] * times for pair, times in letters.items())

    def _in_its_place(self, at: int) -> int | None:
        """Give the new provision that stands where a former one of the same id stood: as far
        behind the last one before them that has stayed, and before the first behind them.
        """
        forward, size = self._pairs.forward, len(self._old)
        before = next((one for one in range(at - 1, -1, -1) if one in forward), -1)
        behind = next((one for one in range(at + 1, size) if one in forward), size)
        begins, ends = forward.get(before, -1), forward.get(behind, len(self._new))
        other = begins + at - before
        if ends - begins != behind - before or other in self._pairs.back:
            return None
        same = self._new[other].provision.id == self._old[at].provision.id
        return other if same else None


def _sentence(tile: Tile, span: TextRange) -> str:
    """Give the letters of the sentences of which a stretch has a part."""
    letters = tile.wording.letters
    begins, ends = tile.wording.index(span.start), tile.wording.index(span.end)
    start = max(letters.rfind(sign, 0, begins) for sign in _ENDS) + 1
    stops = [letters.find(sign, max(begins, ends - 1)) for sign in _ENDS]
    return letters[start : min((stop for stop in stops if stop >= 0), default=len(letters))]
