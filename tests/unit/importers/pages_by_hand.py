"""Words and lines of a page, placed by hand: boxes as high as a Chinese character is wide."""

from __future__ import annotations

from collections.abc import Sequence

from policyviewer.importers.pages.lines import Line
from policyviewer.importers.pages.pieces import Page, Piece, Ruling

SIZE = 16.0


def width(text: str, size: float = SIZE) -> float:
    return sum(size / 2 if one.isascii() else size for one in text)


def piece(text: str, left: float = 72.0, top: float = 72.0, size: float = SIZE) -> Piece:
    return Piece(text, left, top, left + width(text, size), top + size, size)


def line(
    text: str,
    left: float = 72.0,
    top: float = 72.0,
    size: float = SIZE,
    column: tuple[float, float] = (72.0, 520.0),
) -> Line:
    """Give a line; words that a tab parts stand 100 points apart."""
    pieces: list[Piece] = []
    for words in text.split("\t"):
        pieces.append(piece(words, left, top, size))
        left = pieces[-1].right + 100
    return Line(pieces, column)


def full(text: str = "", size: float = SIZE) -> str:
    """Give the words with as many more as fill a line from 72 to 520."""
    return text + "文" * (int(448 / size) - len(text))


def stack(
    words: Sequence[str], top: float = 72.0, left: float = 72.0, size: float = SIZE
) -> list[Piece]:
    """Give words below each other, twice as far apart as they are high."""
    return [piece(one, left, top + 2 * size * at, size) for at, one in enumerate(words)]


def page(pieces: list[Piece], rulings: Sequence[Ruling] = (), number: int = 1) -> Page:
    return Page(number, 595.0, 842.0, pieces, list(rulings))


def ruled(across: Sequence[float], down: Sequence[float]) -> list[Ruling]:
    """Give the ruling lines of a table in which nothing is merged."""
    level = [Ruling(at, across[0], across[-1], upright=False) for at in down]
    return level + [Ruling(at, down[0], down[-1], upright=True) for at in across]
