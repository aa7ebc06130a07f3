"""The groups of an RTF text: what stands between braces that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\\bin(\d{1,10}) ?|\\[\\{}]|[{}]")
_WORD = re.compile(r"\{\s*(?:\\\*\s*)?\\([a-z]{1,32})")


@dataclass(frozen=True, slots=True)
class Group:
    """A group that begins with a control word; offsets include its braces."""

    word: str
    start: int
    end: int


def outer_groups(text: str, words: Sequence[str]) -> Iterator[Group]:
    """Give the groups with one of the control words that lie in no other such group.

    Groups that nothing closes are left out. One pass, whatever the depth.
    """
    depth = 0
    found: tuple[str, int, int] | None = None
    at = 0
    while (token := _TOKEN.search(text, at)) is not None:
        at = token.end()
        if token[1] is not None:
            at += int(token[1])  # binary data may hold any sign
        elif token[0] == "{":
            depth += 1
            if found is None and (word := _WORD.match(text, token.start())) and word[1] in words:
                found = (word[1], token.start(), depth)
        elif token[0] == "}":
            if found is not None and depth == found[2]:
                yield Group(found[0], found[1], at)
                found = None
            depth -= 1


def deepest(text: str) -> int:
    """Give how deep the groups are nested."""
    depth = most = 0
    for token in _TOKEN.finditer(text):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        most = max(most, depth)
    return most
