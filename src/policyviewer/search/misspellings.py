"""What may be meant by words that stand nowhere: the same with one character put right.

Every pair of neighbours in what is suggested occurs in the library, as the index's grams say,
and every suggestion has hits: those are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import pairwise
from math import log1p
from typing import Protocol

from policyviewer.domain.queries import SearchQuery
from policyviewer.search.folding import fold
from policyviewer.search.likeness import look_alike, sound_alike
from policyviewer.search.tokens import Kind, Token, tokens

MOST = 3
FEW = 2
"""Hits of a word up to which it may be misspelled."""
CLEARLY = 10
"""How many times more hits than a word that has some must be had without its mistake."""
LONGEST = 16
"""Characters of a word that is looked into."""
_MOST_WORDS = 8
_LOOKED_UP = 400
"""Candidates of which it is asked whether they are words."""
_TRIED = 10
"""Candidates of a word whose hits are counted."""

Count = Callable[[str], int]
"""The number of hits of a query."""

_SOUND, _SHAPE, _SWAPPED = 1.0, 0.8, 0.8
_DROPPED, _MISSING, _OTHER = 0.5, 0.4, 0.2
"""How likely mistakes are: the same sound, a like shape, two characters swapped, one too many,
one missing, any other.
"""
_EDGE = 0.25
"""One too many at an end, which is as often one that is wrong."""
_WORD = 2.0
"""How much likelier a word is than what merely stands somewhere."""
_SOUNDS = 0.5
"""Several characters of the same sound."""
_WAYS, _UNBOUND = 12, 1 << 40
"""Beginnings that go on, and more than any pair can have."""
_LIKELY = 0.5
_NEARLY = 0.6
"""The part of the best suggestion's worth that others must have."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    likely: float


class Pairs(Protocol):
    """Which characters stand beside each other in what is searched."""

    def after(self, char: str) -> Mapping[str, int]:
        """Give the characters that stand behind one, with the number of provisions."""
        ...

    def before(self, char: str) -> Mapping[str, int]:
        """Give the characters that stand before one, with the number of provisions."""
        ...

    def is_word(self, text: str) -> bool:
        """Say whether a text is known as a word; an index knows the words of its texts."""
        ...


def meant(query: SearchQuery, pairs: Pairs, count: Count) -> tuple[str, ...]:
    """Give queries that find something where this one is perhaps misspelled, the likeliest
    first.
    """
    words = [one for one in tokens(query.text) if _is_word(one)]
    if len(words) > _MOST_WORDS:
        return ()
    pairs = _Known(pairs)
    found: list[tuple[float, str]] = []
    for one in words:
        before = count(f'"{one.text}"')
        if before > FEW:
            continue
        for candidate in _ranked(fold(one.text), pairs, before)[:_TRIED]:
            text = query.text.replace(one.text, candidate.text, 1)
            total = count(text)
            if total and total >= CLEARLY * before:
                found.append((candidate.likely * log1p(total), text))
    best = sorted(found, key=lambda one: (-one[0], one[1]))
    near = [text for worth, text in best if worth >= _NEARLY * best[0][0]]
    return tuple(dict.fromkeys(near))[:MOST]


def _is_word(token: Token) -> bool:
    text = token.text
    return token.kind in (Kind.WORD, Kind.PHRASE) and 2 <= len(text) <= LONGEST and text.isalnum()


class _Known:
    """Pairs that are asked for once."""

    def __init__(self, pairs: Pairs) -> None:
        self.after = cache(pairs.after)
        self.before = cache(pairs.before)
        self.is_word = pairs.is_word

    def weakest(self, text: str, word: str) -> int:
        """Give in how many provisions the rarest pair of a text stands: a text that differs from
        a word by one character, so that of each pair one is in the word.
        """
        return min(
            self.after(one).get(other, 0) if one in word else self.before(other).get(one, 0)
            for one, other in pairwise(text)
        )


def _ranked(word: str, pairs: _Known, before: int) -> list[_Candidate]:
    """Give the words that may be meant, the likeliest first; where the word itself has hits, or
    has but two characters, only those that are easily mistaken for it.
    """
    least = _LIKELY if before or len(word) == 2 else 0.0
    best: dict[str, float] = {}
    for one in _edits(word, pairs):
        if one.likely < least or one.text == word:
            continue
        weakest = pairs.weakest(one.text, word)
        if weakest:
            best[one.text] = max(best.get(one.text, 0.0), one.likely * log1p(weakest))
    for text, weakest in _sounding(word, pairs):
        best.setdefault(text, _SOUNDS * log1p(weakest))
    ranked = sorted(best, key=lambda text: (-best[text], text))[:_LOOKED_UP]
    found = [
        _Candidate(text, best[text] * (_WORD if pairs.is_word(text) else 1)) for text in ranked
    ]
    return sorted(found, key=lambda one: -one.likely)


def _edits(word: str, pairs: _Known) -> Iterator[_Candidate]:
    for at in range(len(word)):
        head, tail = word[:at], word[at + 1 :]
        if len(word) > 3:
            yield _Candidate(head + tail, _DROPPED if head and tail else _EDGE)
        if tail:
            yield _Candidate(head + tail[0] + word[at] + tail[1:], _SWAPPED)
        for char in _between(head, tail, pairs):
            yield _Candidate(head + char + tail, _mistaken(word[at], char))
        if head:
            for char in _between(head, word[at:], pairs):
                yield _Candidate(head + char + word[at:], _MISSING)


def _sounding(word: str, pairs: _Known) -> list[tuple[str, int]]:
    """Give texts that sound like a word, whichever of its characters are others, with the
    number of provisions of their rarest pair: from left to right, the most frequent go on.
    """
    firsts = {word[0], *(char for char in pairs.before(word[1]) if sound_alike(word[0], char))}
    ways = [(first, _UNBOUND) for first in firsts]
    for typed in word[1:]:
        longer = [
            (so_far + char, min(weakest, count))
            for so_far, weakest in ways
            for char, count in pairs.after(so_far[-1]).items()
            if char == typed or sound_alike(typed, char)
        ]
        ways = nlargest(_WAYS, longer, key=lambda one: (one[1], one[0]))
    return [one for one in ways if one[0] != word]


def _between(head: str, tail: str, pairs: _Known) -> Iterator[str]:
    """Give the characters that occur between the end of a text and the beginning of another."""
    if not head or not tail:
        yield from pairs.before(tail[0]) if tail else pairs.after(head[-1])
        return
    behind = pairs.before(tail[0])
    yield from (char for char in pairs.after(head[-1]) if char in behind)


@cache
def _mistaken(typed: str, char: str) -> float:
    if sound_alike(typed, char):
        return _SOUND
    return _SHAPE if look_alike(typed, char) else _OTHER
