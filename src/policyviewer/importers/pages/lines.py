"""Lines of a page: pieces at the same height, joined from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policyviewer.importers.pages.pieces import Piece

_SAME_LINE = 0.5
"""Of the lower of two boxes, so much lies beside the other when they are on one line."""
_WIDE_GAP = 1.8
"""Gaps of so many characters set words apart: columns of a table, not blanks."""
_GAP_OF_A_BLANK = 0.9


@dataclass(slots=True)
class Line:
    """Pieces from left to right; ``column`` is the left and right edge of the text around it."""

    pieces: list[Piece]
    column: tuple[float, float] = (0.0, 0.0)

    @property
    def left(self) -> float:
        """Give its left edge."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Give its right edge."""
        return max(piece.right for piece in self.pieces)

    @property
    def top(self) -> float:
        """Give its upper edge."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Give its lower edge."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def size(self) -> float:
        """Give the width of its largest characters, a note's number not counting."""
        return max(piece.size for piece in self.pieces)

    @property
    def text(self) -> str:
        """Give its words; gaps that only the layout made are no blanks."""
        return joined(self.pieces)

    def parts(self) -> list[list[Piece]]:
        """Give the pieces, parted where a wide gap is."""
        parts = [[self.pieces[0]]]
        for before, piece in pairwise(self.pieces):
            if piece.left - before.right > _WIDE_GAP * min(before.size, piece.size):
                parts.append([])
            parts[-1].append(piece)
        return parts


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """Give the lines from top to bottom."""
    rows: list[list[Piece]] = []
    tall: Piece | None = None  # of the last row, so that notes' numbers bridge no two lines
    for piece in sorted(pieces, key=lambda one: (one.middle, one.left)):
        if tall is not None and _beside(tall, piece):
            rows[-1].append(piece)
            tall = max(tall, piece, key=lambda one: one.bottom - one.top)
        else:
            rows.append([piece])
            tall = piece
    return [Line(sorted(row, key=lambda one: one.left)) for row in rows]


def joined(pieces: Sequence[Piece]) -> str:
    """Give the words of pieces that stand beside each other."""
    text = pieces[0].text if pieces else ""
    for before, piece in pairwise(pieces):
        text += _between(before, piece) + piece.text
    return text


def continued(before: str, after: str) -> str:
    """Join the words of two lines of one paragraph; only Latin ones need a blank."""
    latin = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum()
    return f"{before} {after}" if latin and after[:1].isalnum() else before + after


def _beside(tall: Piece, piece: Piece) -> bool:
    shared = min(tall.bottom, piece.bottom) - max(tall.top, piece.top)
    return shared > _SAME_LINE * max(0.1, min(tall.bottom - tall.top, piece.bottom - piece.top))


def _between(before: Piece, piece: Piece) -> str:
    gap = piece.left - before.right
    if piece.spaced or gap > _GAP_OF_A_BLANK * min(before.size, piece.size):
        return " "
    latin = before.text[-1:].isascii() and piece.text[:1].isascii()
    return " " if latin and gap > 0.15 * piece.size else ""
