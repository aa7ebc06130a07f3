"""What a word that stands nowhere was perhaps meant to be: only what does stand somewhere.

Words are mostly misspelled in Chinese by choosing another character of the same sound, or one
that southern tongues do not tell from it; then by exchanging, losing or doubling a character.
Of the ways to mend a word those are tried whose pairs of characters all occur together.
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

SHORTEST, LONGEST = 2, 12
"""Characters of a word that may be mended."""
_ALIKE = 24
"""Characters of one sound that are tried, the most frequent."""
_KEPT = 12
"""Ways to go on that are kept at each character."""
_TRIED = 8
"""Ways to mend a word that are given."""
_HAN = re.compile("[\u3400-\u9fff]+")
_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"))

Frequency = Callable[[str], int]
"""In how many provisions a character or a pair stands."""


class Sounds:
    """The characters that occur, by how they sound."""

    def __init__(self, characters: Mapping[str, int]) -> None:
        """``characters`` tells how often each occurs."""
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for one in sorted(characters, key=lambda one: (-characters[one], one)):
            for sound in _sounds(one):
                alike[sound].append(one)
        self._alike = {sound: ones[:_ALIKE] for sound, ones in alike.items()}

    def like(self, character: str) -> list[str]:
        """Give the characters that sound like this one, the most frequent first."""
        found = (one for sound in _sounds(character) for one in self._alike.get(sound, ()))
        return [one for one in dict.fromkeys(found) if one != character]


def mended(word: str, sounds: Sounds, frequency: Frequency) -> list[str]:
    """Give what a folded word may have been meant to be, the likeliest first.

    Every pair of characters of what is given occurs; whether all of it does is not asked.
    """
    if not (SHORTEST <= len(word) <= LONGEST and _HAN.fullmatch(word)):
        return []
    known = cache(frequency)
    found: dict[str, tuple[int, int]] = {}
    for one, changes in _rearranged(word):
        if weakest := _weakest(one, known):
            found.setdefault(one, (changes, -weakest))
    for one, changes in _sounding(word, sounds, known):
        rank = (changes, -_weakest(one, known))
        found[one] = min(found.get(one, rank), rank)
    found.pop(word, None)
    return heapq.nsmallest(_TRIED, found, key=lambda one: (found[one], one))


def _weakest(word: str, frequency: Frequency) -> int:
    """Give how often the rarest pair of a word occurs."""
    return min((frequency(one + other) for one, other in pairwise(word)), default=0)


def _rearranged(word: str) -> Iterator[tuple[str, int]]:
    """Give a word with two neighbours exchanged, a double written once, or, which is less
    likely, any character left out.
    """
    for at, (one, other) in enumerate(pairwise(word)):
        if one == other:
            yield word[:at] + word[at + 1 :], 1
        yield word[:at] + other + one + word[at + 2 :], 1
    if len(word) > SHORTEST:
        for at in range(len(word)):
            yield word[:at] + word[at + 1 :], 2


def _sounding(word: str, sounds: Sounds, frequency: Frequency) -> list[tuple[str, int]]:
    """Give words that sound like this one, with the number of characters changed: from left to
    right, the best of what occurs so far going on.
    """
    ways = [(first, int(first != word[0])) for first in (word[0], *sounds.like(word[0]))]
    for character in word[1:]:
        choices: Sequence[str] = (character, *sounds.like(character))
        longer = [
            (so_far + choice, changes + (choice != character), frequency(so_far[-1] + choice))
            for so_far, changes in ways
            for choice in choices
        ]
        there = [one for one in longer if one[2]]
        best = heapq.nsmallest(_KEPT, there, key=lambda one: (one[1], -one[2], one[0]))
        ways = [(so_far, changes) for so_far, changes, _ in best]
    return ways


@cache
def _sounds(character: str) -> tuple[str, ...]:
    """Give how a character may sound, without its tone and what is easily confused."""
    from pypinyin import Style, pinyin  # 0.13 s: only when something is not found

    if not _HAN.fullmatch(character):
        return ()
    read = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(_merged(one) for one in (read[0] if read else ())))


def _merged(sound: str) -> str:
    for one, other in _MERGED:
        sound = sound.replace(one, other)
    return sound
