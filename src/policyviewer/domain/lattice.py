"""All ways to divide a stretch with gaps into words, weighed as in segmentation by unigrams.

What stands in one gap depends on the words around it, and those on what stands in the next
gap: the sum over all divisions (forward and backward) reads the gaps of a stretch jointly.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from policyviewer.domain.vocabulary import ANY, LONGEST_WORD, Lexicon

_SCALE = math.exp(6.0)
"""Per character, so that long stretches do not underflow; the same on every path."""
_UNKNOWN = math.exp(-18.0)
"""The probability of a character that is no word."""

Weigh = Callable[[int, str], float]
"""How likely a character is in the gap at a place, against any other character."""


@dataclass(frozen=True, slots=True)
class _Edge:
    start: int
    end: int
    inside: tuple[int, ...]
    """The gaps between start and end."""
    words: tuple[tuple[str, float], ...]


class Lattice:
    """The words that fit a stretch of Chinese characters and gaps, each with its probability."""

    def __init__(self, stretch: str, lexicon: Lexicon, found: dict[str, _Words]) -> None:
        self._size = len(stretch)
        self._lexicon = lexicon
        self.gaps = [at for at, char in enumerate(stretch) if char == ANY]
        self._known: list[list[tuple[int, float]]] = [[] for _ in range(self._size + 1)]
        self._gapped: list[_Edge] = []
        self._cover(stretch, lexicon, found)
        self._chars = {
            at: {char: self._alone(char) for char in self._readable(at)} for at in self.gaps
        }

    def _readable(self, at: int) -> set[str]:
        edges = [edge for edge in self._gapped if at in edge.inside]
        return {word[at - edge.start] for edge in edges for word, _weight in edge.words}

    def _cover(self, stretch: str, lexicon: Lexicon, found: dict[str, _Words]) -> None:
        total = lexicon.total
        for start in range(self._size):
            for end in range(start + 1, min(self._size, start + LONGEST_WORD) + 1):
                piece = stretch[start:end]
                if piece == ANY:
                    continue
                if ANY not in piece:
                    count = lexicon.frequency(piece)
                    weight = count / total if count else _UNKNOWN if end - start == 1 else 0.0
                    if weight:
                        self._known[end].append((start, weight * _SCALE ** (end - start)))
                    continue
                words = found.get(piece)
                if words is None:
                    words = found[piece] = tuple(
                        (word, count / total * _SCALE ** len(word))
                        for word, count in lexicon.matching(piece)
                    )
                if words:
                    inside = tuple(at for at in self.gaps if start <= at < end)
                    self._gapped.append(_Edge(start, end, inside, words))

    def marginals(
        self, weigh: Weigh, also: Mapping[int, Iterable[str]], rest: Mapping[int, float]
    ) -> dict[int, dict[str, float]]:
        """Give for each gap the probability of each character.

        ``also`` are characters that may stand alone, besides those that words have there;
        ``rest`` is the weight of all others.
        """
        chars = {
            at: self._chars[at] | {char: self._alone(char) for char in also[at]} for at in self.gaps
        }
        weights = {at: {char: weigh(at, char) for char in chars[at]} for at in self.gaps}
        ending = [list(edges) for edges in self._known]
        gapped: list[tuple[_Edge, list[tuple[str, float]]]] = []
        for edge in self._gapped:
            inside = [(at - edge.start, weights[at]) for at in edge.inside]
            words = [
                (word, weight * math.prod(factors[word[at]] for at, factors in inside))
                for word, weight in edge.words
            ]
            gapped.append((edge, words))
            ending[edge.end].append((edge.start, sum(weight for _word, weight in words)))
        alone: dict[int, dict[str, float]] = {}
        for at, factors in weights.items():
            alone[at] = {char: share * factors[char] for char, share in chars[at].items()}
            ending[at + 1].append((at, sum(alone[at].values()) + rest[at] * _SCALE))
        return self._shares(gapped, alone, _forward(ending), _backward(ending))

    def _alone(self, char: str) -> float:
        return max(1, self._lexicon.frequency(char)) / self._lexicon.total * _SCALE

    def _shares(
        self,
        gapped: list[tuple[_Edge, list[tuple[str, float]]]],
        alone: Mapping[int, Mapping[str, float]],
        ahead: list[float],
        behind: list[float],
    ) -> dict[int, dict[str, float]]:
        whole = ahead[-1]
        shares: dict[int, dict[str, float]] = {}
        for at in self.gaps:
            around = ahead[at] * behind[at + 1] / whole
            shares[at] = {char: share * around for char, share in alone[at].items()}
        for edge, words in gapped:
            around = ahead[edge.start] * behind[edge.end] / whole
            for at in edge.inside:
                share, place = shares[at], at - edge.start
                for word, weight in words:
                    share[word[place]] += weight * around
        return shares


_Words = tuple[tuple[str, float], ...]


def _forward(ending: list[list[tuple[int, float]]]) -> list[float]:
    ahead = [1.0]
    for edges in ending[1:]:
        ahead.append(sum(ahead[start] * weight for start, weight in edges))
    return ahead


def _backward(ending: list[list[tuple[int, float]]]) -> list[float]:
    behind = [0.0] * len(ending)
    behind[-1] = 1.0
    for end in range(len(ending) - 1, 0, -1):
        for start, weight in ending[end]:
            behind[start] += weight * behind[end]
    return behind
