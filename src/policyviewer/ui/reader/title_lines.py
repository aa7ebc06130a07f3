"""Where a title stands in the text, and where it breaks on the page."""

from __future__ import annotations

from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.text import BLANKS

LONGEST_LINE = 25
"""Characters of the title's size that stand well on a line of the page."""

_SKIPPED = frozenset(BLANKS + "\n")
_MASKS = frozenset("*＊×")
_BEFORE = regex("关于|印发|《|〈")
_AFTER = regex("[的与及、》〉]|和(?!国)")


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
    """Give the lines of a title: before 关于 first, then halves that end at a good place.

    A title within the title stays on one line where it fits: then the first line goes on to it.
    """
    words = span.of(text)
    lead = words.find("关于")
    if lead < 2 or len(words) <= longest * 2 // 3:
        return _balanced(text, span, longest)
    book = words.find("《", lead)
    fits = 0 < book <= longest and len(words) - book <= longest
    cut = span.start + (book if len(words) - lead > longest and fits else lead)
    return [
        *_balanced(text, TextRange(span.start, cut), longest),
        *_balanced(text, TextRange(cut, span.end), longest),
    ]


def _balanced(text: str, span: TextRange, longest: int) -> list[TextRange]:
    if span.length <= longest:
        return [span]
    cut = _cut(text, span, longest)
    left, right = TextRange(span.start, cut), TextRange(cut, span.end)
    return [*_balanced(text, left, longest), *_balanced(text, right, longest)]


def _cut(text: str, span: TextRange, longest: int) -> int:
    """Give where a line ends: near the middle, and outside a title within the title."""
    words, middle = span.of(text), span.length // 2
    places = [match.start() for match in _BEFORE.finditer(words)]
    places += [match.end() for match in _AFTER.finditer(words)]
    near = [at for at in places if abs(at - middle) <= span.length // 4 and at < span.length]
    fitting = [at for at in places if max(at, span.length - at) <= longest]
    choices = [[at for at in some if not _is_inside(words, at)] for some in (near, fitting)]
    chosen = next((some for some in choices if some), near)
    return span.start + min(chosen, key=lambda at: abs(at - middle), default=middle)


def _is_inside(words: str, at: int) -> bool:
    """Say whether a place lies in a title within the title."""
    return words.count("《", 0, at) > words.count("》", 0, at)


def _same(printed: str, wanted: str) -> bool:
    return printed == wanted or printed in _MASKS or wanted in _MASKS
