"""The language that masks are read by: a dictionary's words, and those that offices use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from policyviewer.domain.official_words import OFFICIAL

ANY = "?"
"""Stands for one unknown character in a pattern."""


class Lexicon(Protocol):
    """The words of a language and how often each is used."""

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        ...

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        ...

    def matching(self, pattern: str) -> Iterable[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character, with frequencies."""
        ...


_WEIGHT = 3000
_ASSUMED = 60_000_000
"""The size of a dictionary where none is given."""


class WithVocabulary:
    """A lexicon with the words of official language added; alone they have to do."""

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._lexicon = lexicon
        self._own = dict.fromkeys(OFFICIAL.split(), _WEIGHT)
        self._total = lexicon.total if lexicon else _ASSUMED

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        return self._total

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        known = self._lexicon.frequency(word) if self._lexicon else 0
        return max(known, self._own.get(word, 0))

    def matching(self, pattern: str) -> Iterable[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character."""
        if self._lexicon is not None:
            yield from self._lexicon.matching(pattern)
        for word, weight in self._own.items():
            if len(word) == len(pattern) and fits(word, pattern):
                yield word, weight


def fits(word: str, pattern: str) -> bool:
    """Say whether a word has the characters that a pattern of its length asks for."""
    return all(sign in (char, ANY) for char, sign in zip(word, pattern, strict=True))
