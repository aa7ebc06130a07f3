"""The links of a page: which one is under the mouse, and which one the keyboard is on."""

from __future__ import annotations

from collections.abc import Sequence

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.overlaps import Overlaps


class Links:
    """Ranges of the text that lead somewhere, in reading order; one of them may be current."""

    def __init__(self, spans: Sequence[TextRange] = ()) -> None:
        self._spans = sorted(spans)
        self._overlaps = Overlaps(self._spans, _itself)
        self.current: TextRange | None = None

    def touching(self, stretch: TextRange) -> list[TextRange]:
        """Give the links that share a code point with a stretch."""
        return self._overlaps.touching(stretch)

    def at(self, offset: int) -> TextRange | None:
        """Give the innermost link at a code point."""
        found = self.touching(TextRange(offset, offset + 1))
        return min(found, key=lambda one: one.length, default=None)

    def step(self, by: int, at: int) -> TextRange | None:
        """Go to the link behind (or before) the current one, or the first one from ``at`` on.

        None at the end of the document.
        """
        if self.current in self._spans:
            place = self._spans.index(self.current) + by
        else:
            behind = sum(1 for one in self._spans if one.start < at)
            place = behind if by > 0 else behind - 1
        self.current = self._spans[place] if 0 <= place < len(self._spans) else None
        return self.current


def _itself(span: TextRange) -> TextRange:
    return span
