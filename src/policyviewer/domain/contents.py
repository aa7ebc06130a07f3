"""Tables of contents: found, so that they are neither searched nor taken for the text."""

from __future__ import annotations

from collections.abc import Sequence

from policyviewer.domain.line_kinds import LineKind, kind_of
from policyviewer.domain.markers import marker_of
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import Line, without_gaps
from policyviewer.domain.tree import DIVISIONS

_LOOK = 60
_MOST_ENTRIES = 600
_FEWEST = 3
_LEADERS = regex(
    r"(?:[….·・．]{2,}|\t|\s{2,})\s*[(（]?\d{0,4}[)）]?$|(?<=[\u4e00-\u9fff])\s*\d{1,3}$"
)


def contents_of(lines: Sequence[Line], first: int, last: int) -> tuple[int, int] | None:
    """Give the lines of a table of contents, its end excluded, among the first of a component.

    It ends where its first entry is repeated as a heading of the text.
    """
    for at in range(first, min(first + _LOOK, last)):
        text = lines[at].text
        if len(text) <= 8 and kind_of(text) is LineKind.CONTENTS:
            return at, _end(lines, at + 1, last)
        marker = marker_of(text)
        if marker is not None:
            return _unheaded(lines, at, last) if marker.cls in DIVISIONS else None
    return None


def _end(lines: Sequence[Line], first: int, last: int) -> int:
    if first >= last:
        return last
    entry = entry_of(lines[first].text)
    for at in range(first + 1, min(first + _MOST_ENTRIES, last)):
        if entry_of(lines[at].text) == entry:
            return at
    end = first
    while end < last and kind_of(lines[end].text) is LineKind.CONTENTS_ENTRY:
        end += 1
    return end


def _unheaded(lines: Sequence[Line], first: int, last: int) -> tuple[int, int] | None:
    """Give a run of chapter headings that is repeated at once: contents without their title."""
    entry = entry_of(lines[first].text)
    for at in range(first + 1, min(first + _MOST_ENTRIES, last)):
        text = lines[at].text
        marker = marker_of(text)
        if marker is None or marker.cls not in DIVISIONS:
            return None
        if entry_of(text) == entry:
            return (first, at) if at - first >= _FEWEST else None
    return None


def entry_of(text: str) -> str:
    """Give the words of an entry, without leaders, page number and gaps."""
    return without_gaps(_LEADERS.sub("", text))
