"""Which characters stood in the gaps of a document: words, neighbours and the other gaps say.

What the gaps of one round may be tells which characters the document masks, and what is sure
in it stands beside the gaps of the next round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyviewer.domain.contexts import Contexts
from policyviewer.domain.lattice import Lattice
from policyviewer.domain.masking import Masking
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.vocabulary import ANY, Lexicon

_ROUNDS = 4
_DOUBT = 0.02
"""The doubt that is allowed about a character that the document is known to mask."""
_KNOWN = 8.0
"""How many times likelier than any character one must be masked to be known for it."""
_BESIDE = 7
"""Characters of a stretch on either side of its gaps."""
_TOGETHER = 5
"""Gaps that are no farther apart are read jointly."""
_WIDEST = 24
_EVIDENCE = 0.7
"""The power of a document's evidence beside that of words: both see the same neighbours."""
_ALONE = 0.2
"""The share of words of one character in a text."""
_STRETCH = re.compile(f"[\u3400-\u9fff{re.escape(ANY)}]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of the text around some gaps; ``own`` are the gaps that it is read for."""

    start: int
    end: int
    own: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Round:
    """What is known before a round of reading."""

    contexts: Contexts
    masking: Masking


class Reader:
    """Reads the gaps of one document."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text.replace(ANY, "\uff1f")
        self._lexicon = lexicon

    def read(self, gaps: Sequence[TextRange]) -> list[str | None]:
        """Give each gap's reading, or None where no reading is sure."""
        sure = self._sure([at for gap in gaps for at in range(gap.start, gap.end)])
        return [_whole([sure.get(at) for at in range(gap.start, gap.end)]) for gap in gaps]

    def _sure(self, hidden: Sequence[int]) -> dict[int, tuple[str, float]]:
        """Give the likeliest character of each place, with its part of the doubt allowed."""
        text = _with(self._text, dict.fromkeys(hidden, ANY))
        places = [(place, text[place.start : place.end]) for place in _places(text)]
        matched: dict[str, tuple[tuple[str, float], ...]] = {}
        lattices = {
            stretch: Lattice(stretch, self._lexicon, matched)
            for stretch in dict.fromkeys(stretch for _place, stretch in places)
        }
        masking = Masking(text, text.count, dict.fromkeys(hidden, {}))
        sure: dict[int, tuple[str, float]] = {}
        for _ in range(_ROUNDS):
            known = {at: char for at, (char, doubt) in sure.items() if doubt <= 1.0}
            contexts = Contexts(text, _with(text, known), hidden)
            before = _Round(contexts, masking)
            shares = {
                at: share
                for place, stretch in places
                for at, share in _read(place, lattices[stretch], before)
            }
            masking = Masking(text, contexts.printed, shares)
            sure = {at: _likeliest(at, share, masking) for at, share in shares.items()}
        return sure


def _read(
    place: _Place, lattice: Lattice, before: _Round
) -> Iterator[tuple[int, dict[str, float]]]:
    """Give what each of a place's own gaps may be."""
    evidence = {at: before.contexts.evidence(place.start + at) for at in lattice.gaps}

    def weigh(at: int, char: str) -> float:
        masked = before.masking.of(char, place.start + at)
        return masked * float(evidence[at].of(char) ** _EVIDENCE)

    also = {at: evidence[at].lifts for at in lattice.gaps}
    rest = {at: _ALONE * float(evidence[at].other ** _EVIDENCE) for at in lattice.gaps}
    for at, share in lattice.marginals(weigh, also, rest).items():
        if place.start + at in place.own:
            yield place.start + at, share


def _likeliest(at: int, share: Mapping[str, float], masking: Masking) -> tuple[str, float]:
    """Give the likeliest character of a place and its part of the doubt that is allowed."""
    char, part = max(share.items(), key=lambda one: (one[1], one[0]), default=("", 0.0))
    return char, (1.0 - part) / (_DOUBT * min(1.0, masking.of(char, at) / _KNOWN))


def _places(text: str) -> Iterator[_Place]:
    """Give the stretches to read: gaps that are near each other, with what is beside them."""
    for match in _STRETCH.finditer(text):
        gaps = [match.start() + at for at, char in enumerate(match[0]) if char == ANY]
        while gaps:
            own = [gaps[0]]
            for at in gaps[1:]:
                if at - own[-1] > _TOGETHER or at - own[0] > _WIDEST:
                    break
                own.append(at)
            gaps = gaps[len(own) :]
            start = max(match.start(), own[0] - _BESIDE)
            yield _Place(start, min(match.end(), own[-1] + 1 + _BESIDE), frozenset(own))


def _with(text: str, chars: Mapping[int, str]) -> str:
    """Give a text with other characters at some places."""
    listed = list(text)
    for at, char in chars.items():
        listed[at] = char
    return "".join(listed)


def _whole(sure: Sequence[tuple[str, float] | None]) -> str | None:
    """Give the characters of a gap if all of them together are sure."""
    found = [one for one in sure if one is not None]
    if len(found) < len(sure) or sum(doubt for _char, doubt in found) > 1.0:
        return None
    return "".join(char for char, _doubt in found)
