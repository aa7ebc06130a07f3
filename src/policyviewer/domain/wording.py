"""Words without what formats and corrections of form change: blanks and the width of signs.

A text that is read from another format has other blanks, full-width for half-width signs and
one form of a compatibility character for the other; to a reader the words are the same.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from policyviewer.domain.ranges import TextRange

_ALIKE = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "〇": "○", "﹒": "·", "•": "·", "―": "—", "─": "—"}
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The letters of a stretch of text; each one's ``offsets`` is its place in the text."""

    letters: str
    offsets: tuple[int, ...]

    def index(self, offset: int) -> int:
        """Give the index of the first letter that stands at an offset or behind it."""
        return bisect_left(self.offsets, offset)

    def span(self, start: int, end: int) -> TextRange:
        """Give the stretch of the text that some letters take; there must be one at least."""
        return TextRange(self.offsets[start], self.offsets[end - 1] + 1)


def wording(text: str, span: TextRange) -> Wording:
    """Give the letters of a stretch of a text with their places in it."""
    plains = tuple(map(_plain, span.of(text)))
    letters = "".join(plains)
    places = range(span.start, span.end)
    offsets = tuple(compress(places, plains))
    if len(offsets) < len(letters):  # a sign that stands for several letters is rare
        offsets = tuple(at for at, plain in zip(places, plains, strict=False) for _ in plain)
    return Wording(letters, offsets)


def letters_of(text: str) -> str:
    """Give the letters of a text alone."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=1 << 15)
def _plain(character: str) -> str:
    """Give what a character is whatever the format; nothing for blanks and unseen signs."""
    plain = unicodedata.normalize("NFKC", character).translate(_ALIKE)
    return "".join(one for one in plain if not one.isspace() and unicodedata.category(one) != "Cf")
