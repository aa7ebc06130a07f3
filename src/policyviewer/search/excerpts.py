"""The stretch of a provision that a result list shows, with every hit in it marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policyviewer.domain.ranges import TextRange
from policyviewer.search.leaves import Leaf, Text

WIDTH = 80
"""Characters of an excerpt, where the text has so many."""
LEAD = 16
"""Characters shown before the first hit of an excerpt."""
_CUT = "…"
_ONE_LINE = {ord(blank): " " for blank in "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A single line; ``highlights`` count its code points."""

    text: str
    highlights: tuple[TextRange, ...]


def spans(keys: Iterable[str], leaves: Sequence[Leaf]) -> list[TextRange]:
    """Give where the leaves stand in any of the keys, which all have the same offsets; what
    touches or overlaps is joined.
    """
    found = [place for key in keys for leaf in leaves for place in _places(key, leaf)]
    found.sort()
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return [TextRange(start, end) for start, end in joined]


def _places(key: str, leaf: Leaf) -> Iterator[tuple[int, int]]:
    """Give where a leaf stands, as plain numbers: there are many, and most are joined."""
    if not isinstance(leaf, Text):
        yield from ((one.start, one.end) for one in leaf.spans(key))
        return
    for text in leaf.texts:
        at = key.find(text)
        while at >= 0:
            yield at, at + len(text)
            at = key.find(text, at + 1)


def excerpt(text: str, hits: Sequence[TextRange], width: int = WIDTH) -> Excerpt:
    """Give the best window of a text: the one that holds most of what was hit.

    ``hits`` are in order and apart. Cut ends are shown by an ellipsis.
    """
    window = _window(text, hits, width)
    before = _CUT if text[: window.start].strip() else ""
    after = _CUT if text[window.end :].strip() else ""
    start, end = window.start, window.end
    by = len(before) - start
    inside = tuple(
        TextRange(max(hit.start, start) + by, min(hit.end, end) + by)
        for hit in hits
        if hit.start < end and start < hit.end
    )
    shown = window.of(text)
    if not shown.isprintable():
        shown = shown.translate(_ONE_LINE)
    return Excerpt(f"{before}{shown}{after}", inside)


def _window(text: str, hits: Sequence[TextRange], width: int) -> TextRange:
    if len(text) <= width:
        return _trimmed(text, TextRange(0, len(text)))
    start = max(0, _best(text, hits, width).start - LEAD) if hits else 0
    start = min(start, len(text) - width)
    return _trimmed(text, TextRange(start, start + width))


def _best(text: str, hits: Sequence[TextRange], width: int) -> TextRange:
    """Give the hit to begin with: after it, within the width, stands the most that differs,
    and then the most.
    """
    reach = width - LEAD
    words = [hit.of(text) for hit in hits]
    most, best, last = (0, 0), 0, 0
    for first, hit in enumerate(hits):
        last = max(first, last)
        while last < len(hits) and hits[last].end <= hit.start + reach:
            last += 1
        worth = len(set(words[first:last])), last - first
        if worth > most:
            most, best = worth, first
    return hits[best]


def _trimmed(text: str, window: TextRange) -> TextRange:
    """Give the window without blanks at the ends of the text's lines."""
    start, end = window.start, window.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return TextRange(start, end)
