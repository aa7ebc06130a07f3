"""What a query asks for, read from what the user typed.

Words separated by blanks must all occur; a text in quotation marks of any style is one exact
phrase; ``-`` before either excludes it; ``OR`` or ``|`` between two asks for one of them.
Quotation marks are taken so only around whole words, and elsewhere as characters to find:
``建设“一带一路”`` finds them printed. Nothing that can be typed is an error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policyviewer.search.folding import fold

_QUOTES = ('""', "\uff02\uff02", "“”", "「」", "『』", "‘’")
_BAR = r"|\uff5c"
"""The vertical line of both widths; likewise the marks below."""
_MARK = r"\"\uff02"
_END = rf"(?=[\s{_BAR}]|$)"
_PHRASE = "|".join(f"{pair[0]}[^{pair[1]}]+{pair[1]}{_END}" for pair in _QUOTES)
_WORD = rf"[{_MARK}]?(?P<word>[^\s{_BAR}]*[^\s{_BAR}{_MARK}])?[{_MARK}]?"
_TOKEN = re.compile(
    rf"(?P<either>[{_BAR}]|OR{_END})|(?P<minus>[-\uff0d](?=\S))?(?:(?P<phrase>{_PHRASE})|{_WORD})"
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Folded texts that must stand in a provision.

    ``groups`` must each be met by one of their alternatives, ``excluded`` by none.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    exact: bool = field(default=False, compare=False)
    """Whether quotation marks were put around a text."""

    @property
    def wanted(self) -> tuple[str, ...]:
        """Give every text that may stand in a hit, each once."""
        return tuple(dict.fromkeys(text for group in self.groups for text in group))

    def matches(self, keys: Sequence[str]) -> bool:
        """Say whether a provision with these folded texts (see rows.keys) is a hit."""
        met = all(stands(group, keys) for group in self.groups)
        return met and not stands(self.excluded, keys)


def stands(texts: Sequence[str], keys: Sequence[str]) -> bool:
    """Say whether one of the texts stands in one of the keys."""
    return any(text in key for text in texts for key in keys)


def parse(text: str) -> Expression:
    """Read a query."""
    groups: list[tuple[str, ...]] = []
    excluded: list[str] = []
    either = exact = False
    for token in _TOKEN.finditer(_with_plain_blanks(text)):
        if token["either"]:
            either = bool(groups)
            continue
        wanted = fold(token["phrase"][1:-1] if token["phrase"] else token["word"] or "")
        if not wanted or wanted.isspace():
            continue
        exact = exact or bool(token["phrase"])
        if token["minus"]:
            excluded.append(wanted)
        elif either:
            groups[-1] += (wanted,)
        else:
            groups.append((wanted,))
        either = False
    return Expression(tuple(groups), tuple(excluded), exact)


def _with_plain_blanks(text: str) -> str:
    """Give the text with control characters and blanks of every width as spaces."""
    pairs = zip(text, fold(text), strict=True)
    return "".join(" " if key == " " else character for character, key in pairs)
