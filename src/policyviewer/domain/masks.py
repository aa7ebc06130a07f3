"""Masked characters: finding them, and giving them back where only one reading is good.

A mask is a run of ``*`` or ``＊`` that touches a Han character. The text is never changed: a
restoration is a suggestion of the same length, which search reads beside the printed text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from policyviewer.domain.documents import Finding
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.vocabulary import WORDS

_MASK = re.compile(
    r"(?<=[\u4e00-\u9fff“（(])[*＊]{1,3}(?=[\u4e00-\u9fff])|^[*＊]{1,3}(?=[\u4e00-\u9fff])",
    re.MULTILINE,
)
_AFTER_SIGN = re.compile(r"(?<=[，,、。；;：:])[*＊]{1,3}(?=[\u4e00-\u9fff])")
_WINDOW = 8
_MARGIN = 1
"""Characters of known text by which the best reading must be better than the next."""


class Lexicon(Protocol):
    """Where more words come from than the built-in vocabulary has."""

    def words_like(self, pattern: str) -> Iterable[str]:
        """Give the words that a pattern fits, ``*`` standing for any one character."""


def find_masks(text: str) -> list[TextRange]:
    """Give the masked places of a text, in order."""
    found = {match.span() for pattern in (_MASK, _AFTER_SIGN) for match in pattern.finditer(text)}
    return [TextRange(*span) for span in sorted(found)]


class Restorer:
    """Knows which words a masked stretch can be part of."""

    def __init__(self, words: Sequence[str] = WORDS) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in words:
            self._by_length[len(word)].append(word)

    def reading(self, text: str, mask: TextRange) -> str | None:
        """Give the characters that stood under a mask, or None where that is not sure.

        Of all words that fit around the mask, the one with most known characters wins; when
        another reading has as many, nothing is suggested.
        """
        known: dict[str, int] = {}
        for word, at in self._fitting(text, mask):
            filled = word[mask.start - at : mask.end - at]
            known[filled] = max(known.get(filled, 0), len(word) - mask.length)
        ranked = sorted(known.items(), key=lambda one: -one[1])
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
            return None
        return ranked[0][0]

    def _fitting(self, text: str, mask: TextRange) -> Iterator[tuple[str, int]]:
        """Give the words that fit over the mask and its neighbours, with their places."""
        for length, words in self._by_length.items():
            for at in range(max(0, mask.end - length), mask.start + 1):
                there = text[at : at + length]
                if len(there) == length and "\n" not in there:
                    yield from ((word, at) for word in words if _fits(word, there))


def mask_findings(text: str, restorer: Restorer) -> list[Finding]:
    """Give a finding for every masked place, with its restoration where there is one."""
    return [_finding(text, mask, restorer) for mask in find_masks(text)]


def _finding(text: str, mask: TextRange, restorer: Restorer) -> Finding:
    reading = restorer.reading(text, mask)
    told = f"此处有字被遮盖，疑为“{reading}”" if reading else "此处有字被遮盖"
    return Finding("masked", mask, told, reading)


def _fits(word: str, there: str) -> bool:
    """Say whether a word fits a stretch whose masked characters may be anything but blank."""
    return all(one in ("*", "＊", other) for one, other in zip(there, word, strict=True)) and any(
        one not in "*＊" for one in there
    )
