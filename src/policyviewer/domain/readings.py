"""Which characters stood in the gaps of a document: words, neighbours and the other gaps say.

A mask hides few different characters, wherever they stand. So what was read surely makes the
same characters likelier in the next round, and those that are printed all the time unlikelier.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyviewer.domain.contexts import Contexts
from policyviewer.domain.lattice import Lattice
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.vocabulary import ANY, Lexicon

_SURE = 0.97
_ROUNDS = 4
_BESIDE = 7
"""Characters of a stretch on either side of its gaps."""
_TOGETHER = 5
"""Gaps that are no farther apart are read jointly."""
_WIDEST = 24
_TRIALS = 5.0
"""How many characters the expectation counts for that every character is masked alike."""
_OTHER_ALONE = 0.1
"""The share of words of one character in a text."""
_STRETCH = re.compile(f"[\u3400-\u9fff{ANY}]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of the text around some gaps; ``own`` are the gaps that it is read for."""

    start: int
    end: int
    own: tuple[int, ...]


class Reader:
    """Reads the gaps of one document."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text.replace(ANY, "\uff1f")
        self._lexicon = lexicon
        self._found: dict[str, tuple[tuple[str, float], ...]] = {}

    def read(self, gaps: Sequence[TextRange]) -> list[str | None]:
        """Give each gap's reading, or None where no reading is sure."""
        shares = self.shares(gaps)
        return [_sure([shares.get(at, {}) for at in range(g.start, g.end)]) for g in gaps]

    def shares(self, gaps: Sequence[TextRange]) -> dict[int, dict[str, float]]:
        """Give for each hidden character the probabilities of what it may be."""
        hidden = [at for gap in gaps for at in range(gap.start, gap.end)]
        printed = list(self._text)
        for at in hidden:
            printed[at] = ANY
        text = "".join(printed)
        places = list(_places(text))
        lattices: dict[str, Lattice] = {}
        for place in places:
            stretch = text[place.start : place.end]
            if stretch not in lattices:
                lattices[stretch] = Lattice(stretch, self._lexicon, self._found)
        shares: dict[int, dict[str, float]] = {}
        known = text
        for _round in range(_ROUNDS):
            contexts = Contexts(text, known, hidden)
            masking = _Masking(contexts, shares, len(hidden), len(text))
            fresh: dict[int, dict[str, float]] = {}
            for place in places:
                lattice = lattices[text[place.start : place.end]]
                fresh.update(_read(place, lattice, contexts, masking, shares))
            shares = fresh
            known = _filled(text, shares)
        return shares


class _Masking:
    """How likely each character of a document is to be masked, against the average."""

    def __init__(
        self,
        contexts: Contexts,
        shares: Mapping[int, Mapping[str, float]],
        hidden: int,
        size: int,
    ) -> None:
        self._contexts = contexts
        self._rate = hidden / max(1, size)
        self._masked: dict[str, float] = defaultdict(float)
        for share in shares.values():
            for char, part in share.items():
                self._masked[char] += part

    def of(self, char: str, without: float) -> float:
        """Give the likelihood, without what one gap itself adds to it."""
        masked = max(0.0, self._masked.get(char, 0.0) - without)
        trials = _TRIALS + masked + self._contexts.printed(char)
        return (_TRIALS * self._rate + masked) / trials / self._rate


def _read(
    place: _Place,
    lattice: Lattice,
    contexts: Contexts,
    masking: _Masking,
    before: Mapping[int, Mapping[str, float]],
) -> Iterator[tuple[int, dict[str, float]]]:
    evidence = {at: contexts.evidence(place.start + at) for at in lattice.gaps}

    def weigh(at: int, char: str) -> float:
        mine = before.get(place.start + at, {}).get(char, 0.0)
        return masking.of(char, mine) * evidence[at].of(char)

    rest = {at: _OTHER_ALONE * evidence[at].other for at in lattice.gaps}
    also = {at: evidence[at].lifts for at in lattice.gaps}
    for at, share in lattice.marginals(weigh, also, rest).items():
        if place.start + at in place.own:
            yield place.start + at, share


def _places(text: str) -> Iterator[_Place]:
    for match in _STRETCH.finditer(text):
        at = text.find(ANY, match.start(), match.end())
        while at >= 0:
            own = [at]
            while True:
                at = text.find(ANY, at + 1, match.end())
                if at < 0 or at - own[-1] > _TOGETHER or at - own[0] > _WIDEST:
                    break
                own.append(at)
            start = max(match.start(), own[0] - _BESIDE)
            end = min(match.end(), own[-1] + 1 + _BESIDE)
            yield _Place(start, end, tuple(own))


def _filled(text: str, shares: Mapping[int, Mapping[str, float]]) -> str:
    chars = list(text)
    for at, share in shares.items():
        if (char := _sure([share])) is not None:
            chars[at] = char
    return "".join(chars)


def _sure(shares: Sequence[Mapping[str, float]]) -> str | None:
    """Give the likeliest characters if all of them together are likely enough."""
    if not all(shares):
        return None
    best = [max(share.items(), key=lambda one: (one[1], one[0])) for share in shares]
    doubt = sum(1.0 - part for _char, part in best)
    return "".join(char for char, _part in best) if doubt <= 1.0 - _SURE else None
