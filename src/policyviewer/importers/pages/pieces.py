"""What stands on a page: words with their boxes, ruling lines, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Piece:
    """Words without a gap. Lengths in points, from the left and the top of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """The width of a Chinese character."""
    spaced: bool = False
    """Whether the file itself has a blank before it, not only a gap."""

    @property
    def middle(self) -> float:
        """Give the height of its middle on the page."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Give the place of its middle from the left."""
        return (self.left + self.right) / 2


@dataclass(slots=True)
class Ruling:
    """A thin line: horizontal from ``start`` to ``end`` at the height ``at``, or upright."""

    at: float
    start: float
    end: float
    upright: bool


@dataclass(slots=True)
class Page:
    """A page, its number counting from 1."""

    number: int
    width: float
    height: float
    pieces: list[Piece]
    rulings: list[Ruling] = field(default_factory=list)
    pictured: bool = False
    """Whether pictures are on it: without any words it is a scan."""
    garbled: bool = False
    """Whether its words are drawn by a font that does not say which characters they are."""
