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
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.vocabulary import ANY, Lexicon

_ROUNDS = 3
_DOUBT = 0.02
"""The doubt that is allowed about a character that the document is known to mask."""
_KNOWN = 14.0
"""How many times likelier than any character one must be masked to be known for it."""
_UNKNOWN = 0.07
"""The part of that doubt that is allowed about any other character."""
_BESIDE = 7
"""Characters of a stretch on either side of its gaps."""
_TOGETHER = 5
"""Gaps that are no farther apart are read jointly."""
_WIDEST = 24
_EVIDENCE = 0.7
"""The power of a document's evidence beside that of words: both see the same neighbours."""
_ALONE = 0.2
"""The share of words of one character in a text."""
_NOTHING = 1e-4
"""A probability that is not worth to be carried on."""
_NEAR = 2
"""The neighbours of a stretch that can make a difference to it."""
_MOST = 3000
"""Different stretches read in one document; more are not worth the time."""
_STRETCH = regex(f"[\u3400-\u9fff{re.escape(ANY)}]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of the text around some gaps; ``own`` are the gaps that it is read for."""

    start: int
    end: int
    own: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Round:
    """What is known before a round of reading, and what was read in it."""

    text: str
    known: str
    contexts: Contexts
    masking: Masking
    done: dict[tuple[str, str], dict[int, dict[str, float]]]

    def read(self, place: _Place, lattice: Lattice) -> Iterator[tuple[int, dict[str, float]]]:
        """Give what each of a place's own gaps may be; like places are read once."""
        around = slice(max(0, place.start - _NEAR), place.end + _NEAR)
        key = self.text[around], self.known[around]
        shares = self.done.get(key)
        if shares is None:
            shares = self.done[key] = self._marginals(place.start, lattice)
        for at in place.own:
            yield at, shares[at - place.start]

    def _marginals(self, start: int, lattice: Lattice) -> dict[int, dict[str, float]]:
        evidence = {at: self.contexts.evidence(start + at) for at in lattice.gaps}

        def weigh(at: int, char: str) -> float:
            likely = float(evidence[at].of(char) ** _EVIDENCE)
            return self.masking.of(char, start + at) * likely

        also = {at: evidence[at].likelier for at in lattice.gaps}
        other = _ALONE * self.masking.other
        rest = {at: other * float(evidence[at].other ** _EVIDENCE) for at in lattice.gaps}
        marginals = lattice.marginals(weigh, also, rest)
        return {
            at: {char: part for char, part in share.items() if part > _NOTHING}
            for at, share in marginals.items()
        }


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
        stretches = list(dict.fromkeys(stretch for _place, stretch in places))[:_MOST]
        matched: dict[str, tuple[tuple[str, float], ...]] = {}
        lattices = {stretch: Lattice(stretch, self._lexicon, matched) for stretch in stretches}
        places = [(place, stretch) for place, stretch in places if stretch in lattices]
        masking = Masking(text, text.count, {at: {} for at in hidden})
        sure: dict[int, tuple[str, float]] = {}
        for _ in range(_ROUNDS):
            known = _with(text, {at: char for at, (char, doubt) in sure.items() if doubt <= 1.0})
            before = _Round(text, known, Contexts(text, known, hidden), masking, {})
            shares = {
                at: share
                for place, stretch in places
                for at, share in before.read(place, lattices[stretch])
            }
            masking = Masking(text, before.contexts.printed, shares)
            sure = {at: _likeliest(at, share, masking) for at, share in shares.items()}
        return sure


def _likeliest(at: int, share: Mapping[str, float], masking: Masking) -> tuple[str, float]:
    """Give the likeliest character of a place and its part of the doubt that is allowed."""
    char, part = max(share.items(), key=lambda one: (one[1], one[0]), default=("", 0.0))
    known = masking.of(char, at) / _KNOWN
    return char, (1.0 - part) / (_DOUBT * min(1.0, max(_UNKNOWN, known)))


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
            yield _Place(start, min(match.end(), own[-1] + 1 + _BESIDE), tuple(own))


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
