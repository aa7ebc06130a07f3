"""The stretch of a provision that a result list shows, with every hit in it marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policyviewer.domain.ranges import TextRange, merged
from policyviewer.search.leaves import Leaf

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
    found = {span for key in keys for leaf in leaves for span in leaf.spans(key)}
    return merged(list(found))


def excerpt(text: str, hits: Sequence[TextRange], width: int = WIDTH) -> Excerpt:
    """Give the best window of a text: the one that holds most of what was hit.

    ``hits`` are in order and apart. Cut ends are shown by an ellipsis.
    """
    window = _window(text, hits, width)
    before = _CUT if text[: window.start].strip() else ""
    after = _CUT if text[window.end :].strip() else ""
    inside = [part for hit in hits if (part := hit.clipped(window)) is not None]
    by = len(before) - window.start
    shown = window.of(text).translate(_ONE_LINE)
    return Excerpt(f"{before}{shown}{after}", tuple(part.shifted(by) for part in inside))


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

    def worth(first: int) -> tuple[int, int, int]:
        end = hits[first].start + reach
        inside = [hit for hit in hits[first : first + reach] if hit.end <= end]
        return len({hit.of(text) for hit in inside}), len(inside), -first

    return hits[max(range(len(hits)), key=worth)]


def _trimmed(text: str, window: TextRange) -> TextRange:
    """Give the window without blanks at the ends of the text's lines."""
    start, end = window.start, window.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return TextRange(start, end)
