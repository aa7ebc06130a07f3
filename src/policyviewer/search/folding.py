"""The search key of a text: what is alike to a reader is made the same character.

Folding works on single code points and keeps the length, so an offset in the key is the same
offset in the text. The text itself is never changed. Numbers are alike in another way, which
changes lengths: those of a query are spelled in every way (see ``spelling``).
"""

# ruff: noqa: RUF001  # characters that look alike are what this module is about

from __future__ import annotations

import unicodedata
from functools import cache

from policyviewer.search.variants import variants

_ALIKE = {
    "(": "〔［【〖[﹝⟦（",
    ")": "〕］】〗]﹞⟧）",
    '"': "“”„‟〝〞〟「」『』﹁﹂﹃﹄＂",
    "'": "‘’‚‛＇",
    "-": "－—–‐‑‒―−﹣",
    "·": "•・‧∙⋅",
    "〇": "○◯",
    "*": "＊∗﹡",
}
"""Characters of official documents that are typed in many ways, by what they become.

The brackets of a document number are 〔〕 by GB/T 9704-2012, and any other pair in practice.
"""
_PLAIN = {ord(odd): ord(plain) for plain, odds in _ALIKE.items() for odd in odds}
_BLANK = ord(" ")
_FIRST_IDEOGRAPH = 0x2E80


def _step(point: int) -> int:
    """Give a character's plainer form, or itself."""
    if point in _PLAIN:
        return _PLAIN[point]
    if point >= _FIRST_IDEOGRAPH and point in _standard():
        return _standard()[point]
    character = chr(point)
    if character.isspace() or unicodedata.category(character) == "Cc":
        return _BLANK
    for plainer in (unicodedata.normalize("NFKC", character), character.lower()):
        if len(plainer) == 1 and plainer != character:
            return ord(plainer)
    return point


@cache
def _standard() -> dict[int, int]:
    """Give the characters that are written otherwise today, read with the first ideograph."""
    return variants()


class _Table(dict[int, int]):
    """What each code point becomes, worked out when it is first met."""

    def __missing__(self, point: int) -> int:
        folded = _step(point)
        seen = {point}
        while folded not in seen:  # some forms become plain in two steps; no circle is known
            seen.add(folded)
            folded = _step(folded)
        self[point] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Give the search key of a text: of the same length, and its own key."""
    return text.translate(_TABLE)
