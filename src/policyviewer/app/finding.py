"""Finds words on the page, as printed and as restored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from policyviewer.domain.documents import Outline
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.search.folding import fold

_SLICE = 50_000
"""Code points that are folded at a time: the window must get its turn between two."""
_WHOLE = regex("[0-9a-z]+|[〇零一二三四五六七八九十百千万亿]+")
"""What is a whole in the key of a text: a number, or a word in Latin letters.

Chinese words have no edges that could be seen; where they end, readers differ.
"""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for on a page."""

    words: str
    case: bool = False
    """Whether capital letters differ from small ones."""
    whole: bool = False
    """Whether 11 is not to be found in 111, nor 十一 in 二十一."""


def _nothing() -> None:
    """Let the work go on."""


class Findable:
    """The readings of a document's text, made alike as for the search; made once, asked often."""

    def __init__(self, outline: Outline, check: Callable[[], None] = _nothing) -> None:
        """``check`` is called now and then, and may raise to end the work."""
        self._texts = list(dict.fromkeys((outline.text, outline.restored_text())))
        self._keys = [_folded(text, check) for text in self._texts]

    def places(self, sought: Sought) -> list[TextRange]:
        """Give the places of some words, in reading order.

        Restored characters are found as well: 人民政府 also finds 人民*府.
        """
        words = fold(sought.words.strip())
        if not words:
            return []
        pattern = re.compile(re.escape(words))
        found = {
            TextRange(*match.span())
            for text, key in zip(self._texts, self._keys, strict=True)
            for match in pattern.finditer(key)
            if not sought.whole or _is_whole(key, *match.span())
            if not sought.case or _letters(match[0], text, match.start()) == _cased(sought.words)
        }
        return sorted(found)


def following(places: list[TextRange], at: int) -> int | None:
    """Give the index of the first place from a code point on, else of the first of all."""
    if not places:
        return None
    return next((number for number, one in enumerate(places) if one.start >= at), 0)


def _folded(text: str, check: Callable[[], None]) -> str:
    parts = []
    for start in range(0, len(text), _SLICE):
        check()
        parts.append(fold(text[start : start + _SLICE]))
    return "".join(parts)


def _is_whole(key: str, start: int, end: int) -> bool:
    return not (_goes_on(key, start) or _goes_on(key, end))


def _goes_on(key: str, edge: int) -> bool:
    """Say whether a number or a Latin word stands on both sides of an edge."""
    return _WHOLE.fullmatch(key[max(0, edge - 1) : edge + 1]) is not None and 0 < edge < len(key)


def _letters(key: str, text: str, start: int) -> str:
    return _cased(text[start : start + len(key)])


def _cased(words: str) -> str:
    """Give the letters of some words that can be capital or small."""
    return "".join(
        one for one in unicodedata.normalize("NFKC", words) if one.isascii() and one.isalpha()
    )
