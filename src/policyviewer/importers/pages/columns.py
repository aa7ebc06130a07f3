"""Pages set in two columns, read one column after the other."""

from __future__ import annotations

from collections.abc import Sequence

from policyviewer.importers.pages.lines import Line, lines_of
from policyviewer.importers.pages.pieces import Page, Piece

_MIDDLE = (0.35, 0.65)
"""The share of the page's width in which the gutter between two columns lies."""
_STEP = 2.0
_FEWEST_LINES = 5
_FULL = 0.8
_FULL_SHARE = 0.5
"""Of a column's lines so many fill it, or it is a table's column."""
_MOST_ACROSS = 0.25


def ordered(page: Page, pieces: Sequence[Piece]) -> list[list[Line]]:
    """Give the lines of a page in the order of reading, column after column."""
    lines = lines_of(pieces)
    gutter = _gutter(page, lines)
    if gutter is None:
        return [lines] if lines else []
    columns: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        halves = _halves(line, gutter)
        if halves is None:
            columns += [left, right, [line]]
            left, right = [], []
        else:
            left += [Line(half) for half in halves[:1] if half]
            right += [Line(half) for half in halves[1:] if half]
    return [column for column in (*columns, left, right) if column]


def _halves(line: Line, gutter: float) -> tuple[list[Piece], list[Piece]] | None:
    """Give the pieces on each side of the gutter, or None when one stands across it."""
    if any(piece.left < gutter < piece.right for piece in line.pieces):
        return None
    left = [piece for piece in line.pieces if piece.right <= gutter]
    return left, [piece for piece in line.pieces if piece.left >= gutter]


def _gutter(page: Page, lines: list[Line]) -> float | None:
    """Give the middle of the widest upright stripe that hardly any line crosses."""
    if len(lines) < _FEWEST_LINES:
        return None
    best: list[float] = []
    run: list[float] = []
    at = page.width * _MIDDLE[0]
    while at <= page.width * _MIDDLE[1]:
        if _parts_columns(lines, at):
            run.append(at)
            best = max(best, run, key=len)
        else:
            run = []
        at += _STEP
    return best[len(best) // 2] if best else None


def _parts_columns(lines: list[Line], at: float) -> bool:
    halves = [_halves(line, at) for line in lines]
    if halves.count(None) > _MOST_ACROSS * len(lines):
        return False
    sides = [
        [Line(side) for pair in halves if pair and (side := pair[number])] for number in (0, 1)
    ]
    return all(_is_column(side) for side in sides)


def _is_column(lines: list[Line]) -> bool:
    if len(lines) < _FEWEST_LINES:
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    if right - left < 8 * max(line.size for line in lines):
        return False
    full = sum(line.right - line.left >= _FULL * (right - left) for line in lines)
    return full >= _FULL_SHARE * len(lines) and not any(len(line.parts()) > 2 for line in lines)
