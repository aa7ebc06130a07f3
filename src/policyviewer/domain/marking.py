"""Which lines of a component begin a node, decided with the lines around them in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.line_kinds import LineKind, kind_of
from policyviewer.domain.markers import Marker, decimal_of, marker_of
from policyviewer.domain.patterns import regex
from policyviewer.domain.text import Line, without_gaps

TERMINATED = "。；：！？”）;:!?)】》…"
"""What a line ends with when it does not break off in the middle of a sentence."""
_WHOLE = 30
"""A line shorter than this is no broken line, whatever it ends with."""
_QUOTED_LINES = 60
_ENOUGH_DECIMALS = 3
UNNUMBERED = frozenset({"序言", "总则", "分则", "附则"})
"""Divisions that may stand without a number."""
_LONGEST_NAME = 8
_FURNITURE_LENGTH = 16
_ALONE = regex("附件?[一二三四五六七八九十0-9]*[：:]?")


@dataclass(slots=True)
class MarkedLine:
    """A line with the marker that counts; quoted lines are text, whatever they begin with."""

    line: Line
    marker: Marker | None
    quoted: bool = False
    divides: bool = False
    """All that is open ends before it: 附则 without a number."""


def mark(lines: Sequence[Line]) -> list[MarkedLine]:
    """Give the lines that are text, page furniture left out, with the markers that count."""
    kept = [line for line in lines if not is_furniture(line)]
    quoted = _quoted(kept)
    markers = [marker_of(line.text) for line in kept]
    _take_decimals(kept, markers)
    _demote_articles(kept, markers, quoted)
    return [
        MarkedLine(
            line, None if at in quoted else markers[at], at in quoted, divides=_divides(line)
        )
        for at, line in enumerate(kept)
    ]


def is_furniture(line: Line) -> bool:
    """Say whether a line is a page number."""
    short = len(line.text) <= _FURNITURE_LENGTH and line.text[0] in "-—－\u2013第0123456789"
    return short and kind_of(line.text) is LineKind.FURNITURE


def _quoted(lines: Sequence[Line]) -> set[int]:
    """Give the lines after the first of each quotation that goes over several lines."""
    quoted: set[int] = set()
    begun = -1
    depth = 0
    for at, line in enumerate(lines):
        text = line.text
        if depth == 0 and "“" not in text:
            continue
        opened = text.count("“") - (depth > 0 and text[0] == "“")  # each paragraph opens it again
        depth = max(0, depth + opened - text.count("”"))
        if begun < 0:
            begun = at if depth else -1
        elif depth == 0:
            quoted.update(range(begun + 1, at + 1))
            begun = -1
        elif at - begun > _QUOTED_LINES:
            begun, depth = -1, 0
    return quoted


def _take_decimals(lines: Sequence[Line], markers: list[Marker | None]) -> None:
    """Put decimal numbers in the place of other markers where they form a tree."""
    found = {
        at: decimal
        for at, line in enumerate(lines)
        if line.text[0] in "0123456789" and (decimal := decimal_of(line.text))
    }
    deep = [one.decimals for one in found.values() if len(one.decimals) > 1]
    if not _is_tree(deep):
        return
    tops = {parts[0] for parts in deep}
    expected = 1
    for at, marker in enumerate(markers):
        decimal = found.get(at) or _top(marker, lines[at])
        if decimal is None:
            continue
        if len(decimal.decimals) > 1:
            markers[at] = decimal
        elif decimal.decimals[0] in tops and decimal.decimals[0] == expected:
            markers[at] = decimal
            expected += 1


def _is_tree(numbers: Iterable[tuple[int, ...]]) -> bool:
    """Say whether decimal numbers follow from one another: 1.1, 1.2, 1.2.1, 2.1."""
    known = set(numbers)
    rooted = sum(1 for one in known if one[-1] == 1 or (*one[:-1], one[-1] - 1) in known)
    return rooted >= _ENOUGH_DECIMALS and rooted * 5 >= len(known) * 4


def _divides(line: Line) -> bool:
    """Say whether a line is the name of a division without its number: 附则 alone.

    It is no node, since only numbered divisions are, but what stood before ends here.
    """
    return len(line.text) <= _LONGEST_NAME and without_gaps(line.text) in UNNUMBERED


def _top(marker: Marker | None, line: Line) -> Marker | None:
    """Give 1. 总则 as the top of a decimal tree."""
    if marker is None or marker.cls is not NodeClass.L3 or marker.number is None:
        return None
    short = len(line.text) <= _WHOLE and line.text[-1] not in TERMINATED
    return replace(marker, cls=NodeClass.DECIMAL, decimals=(marker.number,)) if short else None


def _demote_articles(lines: Sequence[Line], markers: list[Marker | None], quoted: set[int]) -> None:
    """Take the markers from lines that only mention an article."""
    last = 0
    for at, marker in enumerate(markers):
        if marker is None or marker.cls is not NodeClass.ARTICLE or at in quoted:
            continue
        if _begins_article(marker, last, lines[at - 1] if at else None):
            last = marker.number or 0
        else:
            markers[at] = None


def _begins_article(marker: Marker, last: int, before: Line | None) -> bool:
    """Say whether a line with 第N条 begins an article: the next one, or after a whole sentence."""
    whole = before is None or before.text[-1] in TERMINATED or len(before.text) < _WHOLE
    expected = marker.number == last + 1 or marker.branch is not None or not last
    return (whole or not marker.doubtful) if expected else (whole and not marker.doubtful)
