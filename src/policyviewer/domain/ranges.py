"""Stretches of a text, counted in code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class TextRange:
    """The code points ``start`` (included) to ``end`` (excluded) of a text.

    Raises ValueError when the two are negative or the wrong way round.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"not a range: {self.start}..{self.end}"
            raise ValueError(msg)

    @property
    def length(self) -> int:
        """Give the number of code points inside."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Give the part of the text that the range covers."""
        return text[self.start : self.end]

    def contains(self, other: TextRange) -> bool:
        """Say whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: TextRange) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> TextRange:
        """Give the range moved by a signed number of code points."""
        return TextRange(self.start + by, self.end + by)

    def clipped(self, to: TextRange) -> TextRange | None:
        """Give the part that lies inside ``to``, or None when nothing does."""
        start, end = max(self.start, to.start), min(self.end, to.end)
        return TextRange(start, end) if start < end else None


def merged(ranges: list[TextRange]) -> list[TextRange]:
    """Give the ranges in order, those that touch or overlap joined into one."""
    joined: list[TextRange] = []
    for one in sorted(ranges):
        if joined and one.start <= joined[-1].end:
            joined[-1] = TextRange(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined
