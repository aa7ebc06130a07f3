"""The notes at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence

from policyviewer.domain.patterns import regex
from policyviewer.importers.pages.lines import Line

_SMALLER = 0.86
"""Notes are set so much smaller than the text, or more."""
_MARK = regex(r"[\[【〔(（]?(?:\d{1,3}|[①-⑳㉑-㉟]|[*＊†])|注[\d①-⑳]?[：:]")


def footnotes_of(lines: Sequence[Line], size: float) -> list[Line]:
    """Give the notes among a page's lines from top to bottom; ``size``: the text's characters."""
    first = len(lines)
    while first > 0 and lines[first - 1].size <= _SMALLER * size:
        first -= 1
    while first < len(lines) and not _MARK.match(lines[first].text):
        first += 1
    return list(lines[first:]) if first > 0 else []
