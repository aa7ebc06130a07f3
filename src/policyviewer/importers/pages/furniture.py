"""What belongs to the pages and not to the document: page numbers, running heads and feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from policyviewer.domain.line_kinds import LineKind, kind_of
from policyviewer.domain.patterns import regex
from policyviewer.importers.pages.lines import Line

_DEPTH = 2
"""So many lines from the top and from the bottom may be furniture."""
_FEWEST_PAGES = 3
_SHARE = 0.4
_LONGEST_COUNTING = 30
"""Characters of a running head or foot that counts the pages."""
_DIGITS = regex(r"\d+")
_FOOT = 0.12
"""The lowest part of a page, where a bare number is the page's own."""
_BARE = regex(r"\d{1,4}(?:\s*/\s*\d{1,4})?|[ivxIVX]{1,6}")


def furniture_of(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Give for each page those of its lines, from top to bottom, that are furniture."""
    counted = Counter(
        key for lines in pages for key in {_masked(line) for line in _outer(lines) if line.text}
    )
    least = max(_FEWEST_PAGES, _SHARE * len(pages))
    both = _on_both(pages) if len(pages) == 2 else set()
    return [
        [
            line
            for line in _outer(lines)
            if (counted[_masked(line)] >= least and not _is_heading(line))
            or _place(line) in both
            or _is_page_number(line, height)
        ]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _on_both(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int, int]]:
    """Give the first and last words that two pages have in common, at the same place."""
    if min(map(len, pages)) <= _DEPTH:
        return set()
    one, other = ({_place(line) for line in (lines[0], lines[-1])} for lines in pages)
    return one & other


def _place(line: Line) -> tuple[str, int, int]:
    return "".join(line.text.split()), round(line.left / 2), round(line.top / 2)


def _is_heading(line: Line) -> bool:
    """Say whether each page's number is its own: 附件1, 附件2 on pages that follow each other."""
    return kind_of(line.text.strip()) is LineKind.ATTACHMENT


def _outer(lines: Sequence[Line]) -> list[Line]:
    if len(lines) <= 2 * _DEPTH:
        return list(lines)
    return [*lines[:_DEPTH], *lines[-_DEPTH:]]


def _masked(line: Line) -> str:
    """Give the words without blanks and, when they are few, without digits.

    Long lines that differ only in a digit are notes or rows, not heads.
    """
    words = "".join(line.text.split())
    return words if len(words) > _LONGEST_COUNTING else _DIGITS.sub("#", words)


def _is_page_number(line: Line, height: float) -> bool:
    text = line.text.strip()
    if kind_of(text) is LineKind.FURNITURE:
        return True
    return bool(_BARE.fullmatch(text)) and (
        line.top > (1 - _FOOT) * height or line.bottom < _FOOT * height
    )
