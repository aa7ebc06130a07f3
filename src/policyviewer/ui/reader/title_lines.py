"""Where a title stands in the text, and where it breaks on the page."""

from __future__ import annotations

import re

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.text import BLANKS

LONGEST_LINE = 25
"""Characters of the title's size that stand well on a line of the page."""

_SKIPPED = frozenset(BLANKS + "\n")
_MASKS = frozenset("*＊×")
_BEFORE = re.compile("关于|印发|《|〈")
_AFTER = re.compile("[的和与及、》〉]")


def title_in(text: str, within: TextRange, title: str) -> TextRange | None:
    """Find a title at the beginning of a range; blanks do not count, a mask fits any character.

    A masked character may have been read as several, so the last line's rest is not compared
    beyond what both have.
    """
    wanted = [sign for sign in title if sign not in _SKIPPED]
    if not wanted:
        return None
    first: int | None = None
    found = 0
    for at in range(within.start, within.end):
        sign = text[at]
        if sign in _SKIPPED:
            continue
        if not _same(sign, wanted[found]):
            return None
        first = at if first is None else first
        found += 1
        if found == len(wanted):
            return TextRange(first, at + 1)
    return None


def title_lines(text: str, span: TextRange, longest: int = LONGEST_LINE) -> list[TextRange]:
    """Give the lines of a title: before 关于 first, then halves that end at a good place."""
    words = span.of(text)
    lead = words.find("关于")
    if lead < 2 or len(words) <= longest * 2 // 3:
        return _balanced(text, span, longest)
    cut = span.start + lead
    return [
        *_balanced(text, TextRange(span.start, cut), longest),
        *_balanced(text, TextRange(cut, span.end), longest),
    ]


def _balanced(text: str, span: TextRange, longest: int) -> list[TextRange]:
    if span.length <= longest:
        return [span]
    middle = span.start + span.length // 2
    places = [span.start + match.start() for match in _BEFORE.finditer(span.of(text))]
    places += [span.start + match.end() for match in _AFTER.finditer(span.of(text))]
    quarter = span.length // 4
    near = [at for at in places if abs(at - middle) <= quarter and at < span.end]
    cut = min(near, key=lambda at: abs(at - middle), default=middle)
    left, right = TextRange(span.start, cut), TextRange(cut, span.end)
    return [*_balanced(text, left, longest), *_balanced(text, right, longest)]


def _same(printed: str, wanted: str) -> bool:
    return printed == wanted or printed in _MASKS or wanted in _MASKS
