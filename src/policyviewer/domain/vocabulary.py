"""The words that masks are read by, found by the characters of them that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

ANY = "?"
"""Stands for one unknown character in a pattern."""
LONGEST_WORD = 8

_Buckets = dict[tuple[int, str], list[str]]


class Lexicon(Protocol):
    """The words of a language and how often each is used."""

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        ...

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        ...

    def matching(self, pattern: str) -> Sequence[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character, with frequencies.

        A pattern without a character at either end fits nothing: too many words would.
        """
        ...


class Words:
    """A lexicon in memory; ``unreadable`` words are known, but never read into a gap."""

    def __init__(
        self, frequencies: Mapping[str, int], unreadable: Iterable[str] = (), total: int = 0
    ) -> None:
        self._frequencies = frequencies
        self._unreadable = frozenset(unreadable)
        self._total = total or max(1, sum(frequencies.values()))

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        return self._total

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        return self._frequencies.get(word, 0)

    def matching(self, pattern: str) -> Sequence[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character."""
        head, tail = pattern.partition(ANY)[0], pattern.rpartition(ANY)[2]
        if len(head) >= len(tail):
            near = self._by_head.get((len(pattern), head[:2]), ()) if head else ()
        else:
            near = self._by_tail.get((len(pattern), tail[-2:]), ())
        found = [word for word in near if word.startswith(head) and word.endswith(tail)]
        if ANY in pattern[len(head) + 1 : len(pattern) - len(tail)]:
            found = [word for word in found if fits(word, pattern)]
        return [(word, self._frequencies[word]) for word in found]

    @cached_property
    def _by_head(self) -> _Buckets:
        buckets: _Buckets = {}
        for word in self._readable:
            for size in (1, 2)[: len(word) - 1]:
                buckets.setdefault((len(word), word[:size]), []).append(word)
        return buckets

    @cached_property
    def _by_tail(self) -> _Buckets:
        buckets: _Buckets = {}
        for word in self._readable:
            for size in (1, 2)[: len(word) - 1]:
                buckets.setdefault((len(word), word[-size:]), []).append(word)
        return buckets

    @cached_property
    def _readable(self) -> list[str]:
        return [
            word
            for word, count in self._frequencies.items()
            if count > 0 and 1 < len(word) <= LONGEST_WORD and word not in self._unreadable
        ]


def fits(word: str, pattern: str) -> bool:
    """Say whether a word has the characters that a pattern of its length asks for."""
    return all(sign in (char, ANY) for char, sign in zip(word, pattern, strict=True))
