"""What a page may cost, told from its bytes before anything parses it."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum

from policyviewer.domain.patterns import regex

LARGEST = 32 * 1024 * 1024
"""Characters; pages that carry their pictures within them come to several millions."""
MOST_TAGS = 200_000
DEEPEST = 5_000
"""Elements within each other, counted roughly."""
_DEEPEST_FAST = 400
"""lexbor walks up the open elements at each tag: 20,000 of them cost it 0.3 s, more far more."""
_MOST_ATTRIBUTES = 1_000
"""lexbor compares each attribute with those before it: 20,000 in one tag cost it 0.8 s."""
_LARGEST_SAFE = 4 * 1024 * 1024
_TAG = regex(r"<(/?)([a-zA-Z][^\s/>]{0,40})")
_DATA = regex(r"data:[^\"'\s>]{100,}")
_BLANKS = regex(r"[\s/\"']+")
_UNCOUNTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr "  # noqa: SIM905
    "p li dt dd tr td th option colgroup thead tbody tfoot".split()
)
"""Elements that have no inside, or that the next of their kind closes."""


class Way(Enum):
    """How a page may be read."""

    FAST = "lexbor"
    SAFE = "html.parser"
    NOT = "refused"


def way_for(text: str) -> Way:
    """Say how to read a page; counting costs a tenth of parsing."""
    if len(text) > LARGEST:
        return Way.NOT
    tags = _TAG.findall(text)
    if len(tags) > MOST_TAGS:
        return Way.NOT
    deepest = _deepest(tags)
    if deepest > DEEPEST:
        return Way.NOT
    if deepest <= _DEEPEST_FAST and not _has_long_tag(text):
        return Way.FAST
    return Way.SAFE if len(text) <= _LARGEST_SAFE else Way.NOT


def _deepest(tags: list[tuple[str, str]]) -> int:
    """Give how deep elements may stand within each other: never less than they do."""
    unclosed = Counter[str]()
    depth = deepest = 0
    for closing, spelled in tags:
        name = spelled.lower()
        if name in _UNCOUNTED:
            continue
        if not closing:
            unclosed[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif unclosed[name]:
            unclosed[name] -= 1
            depth -= 1
    return deepest


def _has_long_tag(text: str) -> bool:
    """Say whether a tag may have very many attributes, wherever a quoted ``>`` may end it."""
    plain = _DATA.sub("", text)
    return any(
        len(_BLANKS.findall(part)) > 2 * _MOST_ATTRIBUTES
        for part in _between_tags(plain)
        if len(part) > 2 * _MOST_ATTRIBUTES
    )


def _between_tags(text: str) -> list[str]:
    return re.split(r"<(?=[a-zA-Z!/])", text)
