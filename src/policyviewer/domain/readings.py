"""Which characters stood in a gap: a dictionary, the same document and its other gaps say.

The dictionary's share is the probability of the best division of the clause into words, as in
word segmentation by unigrams. The document's share is how often it has the same neighbours
with the character between them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyviewer.domain.vocabulary import ANY, Lexicon

_LONGEST_WORD = 8
_UNKNOWN = -18.0
"""The log probability of a character that is no word."""
_MARGIN, _FIRST_MARGIN = 6.0, 8.0
"""By how much the best reading must be likelier than the next, at the end and before it."""
_ROUNDS = 2
_HIDDEN = 1.5
_SENSITIVE = "政党军财民"
"""What word filters mask first of all, as in the document that the project started from."""
_OFTEN, _SELDOM = 2.0, 0.05
_ALL_EXPECTED = 20.0
_MOST = 3000
"""Different gaps read in one document; more are not worth the time."""
_NEAR = ((2, 2, 4.0), (2, 1, 2.5), (1, 2, 2.5), (1, 1, 1.0), (2, 0, 1.0), (0, 2, 1.0))
"""How many characters on the left and right must be the same, and the weight of that."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A mask with the Chinese characters beside it, which end at the next punctuation."""

    left: str
    size: int
    right: str


class Reader:
    """Reads the gaps of one document."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon

    def read(self, gaps: Sequence[Gap]) -> list[str | None]:
        """Give each gap's reading, or None where no reading is sure.

        Masks hide few different characters, mostly those of politics. What was very surely read
        makes the same characters likelier in the next round, and all others unlikelier.
        """
        times = Counter(gaps)
        known = list(dict.fromkeys(gaps))[:_MOST]
        seen = self._seen(known)
        scores = {gap: _together(self._by_words(gap), seen[gap]) for gap in known}
        hidden: Counter[str] = Counter()
        for _round in range(_ROUNDS):
            read = {gap: _sure(_weighed(scores[gap], hidden), _FIRST_MARGIN) for gap in known}
            hidden = Counter()
            for gap, reading in read.items():
                for char in reading or "":
                    hidden[char] += times[gap]
        last = {gap: _sure(_weighed(scores[gap], hidden), _MARGIN) for gap in known}
        return [last.get(gap) for gap in gaps]

    def _seen(self, gaps: Sequence[Gap]) -> dict[Gap, dict[str, float]]:
        """Give for each gap what the document has between the same neighbours, weighted."""
        wanted: dict[tuple[int, int, int], dict[str, list[Gap]]] = {}
        for gap in gaps:
            for before, after, _weight in _NEAR:
                if len(gap.left) >= before and len(gap.right) >= after:
                    near = gap.left[len(gap.left) - before :] + gap.right[:after]
                    shape = (before, gap.size, after)
                    wanted.setdefault(shape, {}).setdefault(near, []).append(gap)
        found: dict[Gap, dict[str, float]] = {gap: defaultdict(float) for gap in gaps}
        weights = {(before, after): weight for before, after, weight in _NEAR}
        for shape, keys in wanted.items():
            for near, filling, count in self._between(shape, keys):
                for gap in keys[near]:
                    found[gap][filling] += weights[shape[0], shape[2]] * math.log1p(count)
        return found

    def _between(
        self, shape: tuple[int, int, int], keys: dict[str, list[Gap]]
    ) -> Iterator[tuple[str, str, int]]:
        before, size, after = shape
        text = self._text
        counts: Counter[tuple[str, str]] = Counter()
        for at in range(before, len(text) - size - after + 1):
            near = text[at - before : at] + text[at + size : at + size + after]
            if near in keys:
                counts[near, text[at : at + size]] += 1
        for (near, filling), count in counts.items():
            if all("\u3400" <= char <= "\u9fff" for char in filling):
                yield near, filling, count

    def _by_words(self, gap: Gap) -> dict[str, float]:
        """Give each filling the log probability of the best way to read the clause with it."""
        lexicon = self._lexicon
        whole = gap.left + ANY * gap.size + gap.right
        ahead, behind = self._best(gap.left), self._best(gap.right[::-1], backwards=True)[::-1]
        first, last = len(gap.left), len(gap.left) + gap.size
        scores: dict[str, float] = {}
        for start in range(max(0, last - _LONGEST_WORD), first + 1):
            for end in range(last, min(len(whole), start + _LONGEST_WORD) + 1):
                if end - start == gap.size:
                    continue
                around = ahead[start] + behind[end - last]
                for word, count in lexicon.matching(whole[start:end]):
                    filling = word[first - start : last - start]
                    score = around + math.log(count / lexicon.total)
                    scores[filling] = max(scores.get(filling, -math.inf), score)
        return scores

    def _best(self, context: str, *, backwards: bool = False) -> list[float]:
        """Give the best log probability of reading each beginning of a context."""
        best = [0.0]
        for end in range(1, len(context) + 1):
            choices = []
            for start in range(max(0, end - _LONGEST_WORD), end):
                word = context[start:end]
                choices.append(best[start] + self._log(word[::-1] if backwards else word))
            best.append(max(choices))
        return best

    def _log(self, word: str) -> float:
        count = self._lexicon.frequency(word)
        if count:
            return math.log(count / self._lexicon.total)
        return _UNKNOWN * (1 if len(word) == 1 else 2 * len(word))


def _together(words: dict[str, float], seen: dict[str, float]) -> dict[str, float]:
    """Give each filling what dictionary and document say for it."""
    floor = min(words.values(), default=_UNKNOWN) - _MARGIN
    return {
        filling: words.get(filling, floor) + seen.get(filling, 0.0) for filling in {*words, *seen}
    }


def _weighed(scores: dict[str, float], hidden: Counter[str]) -> dict[str, float]:
    """Add to each filling how likely its characters are masked, given those read so far."""
    total = hidden.total() + _ALL_EXPECTED
    return {
        filling: score
        + _HIDDEN * sum(math.log((hidden[char] + _expected(char)) / total) for char in filling)
        for filling, score in scores.items()
    }


def _expected(char: str) -> float:
    """Give how often a character counts as read before anything is."""
    return _OFTEN if char in _SENSITIVE else _SELDOM


def _sure(scores: dict[str, float], margin: float) -> str | None:
    ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin:
        return None
    return ranked[0][0]
