"""Pages set in two columns, read one column after the other."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from policyviewer.importers.pages.lines import Line, lines_of
from policyviewer.importers.pages.pieces import Page, Piece

_MIDDLE = (0.35, 0.65)
"""The share of the page's width in which the gutter between two columns lies."""
_STEPS = 100
"""So many places in that share are tried."""
_FEWEST_LINES = 5
_FULL = 0.8
_FULL_SHARE = 0.35
"""Of a column's lines so many fill it, or it is a table's column."""
_MOST_ACROSS = 0.25
_SAME_GUTTER = 12.0
"""Points: gutters so near to each other are one."""


def ordered(pages: Sequence[tuple[Page, Sequence[Piece]]]) -> list[list[list[Line]]]:
    """Give for each page its lines in the order of reading, column after column.

    Each line is told, for now, which part of the page's width its column may take up. A page too
    empty to tell (the last often is) has the columns of the others that are as wide.
    """
    lines = [lines_of(pieces) for _page, pieces in pages]
    gutters = [_gutter(page, one) for (page, _pieces), one in zip(pages, lines, strict=True)]
    usual: dict[int, list[float]] = {}
    for (page, _pieces), gutter in zip(pages, gutters, strict=True):
        if gutter is not None:
            usual.setdefault(round(page.width), []).append(gutter)
    found = []
    for (page, _pieces), one, gutter in zip(pages, lines, gutters, strict=True):
        others = median_low(usual.get(round(page.width), [0.0]))
        near = gutter is None or abs(gutter - others) <= _SAME_GUTTER
        at = others if near and (gutter is not None or _keeps_free(one, others)) else gutter
        found.append(_in_columns(one, at, page.width))
    return found


def _in_columns(lines: list[Line], gutter: float | None, width: float) -> list[list[Line]]:
    if gutter is None:
        for line in lines:
            line.column = (0.0, width)
        return [lines] if lines else []
    columns: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        halves = _halves(line, gutter)
        if halves is None:
            line.column = (0.0, width)
            columns += [left, right, [line]]
            left, right = [], []
        else:
            left += [Line(half, (0.0, gutter)) for half in halves[:1] if half]
            right += [Line(half, (gutter, width)) for half in halves[1:] if half]
    return [column for column in (*columns, left, right) if column]


def _keeps_free(lines: list[Line], gutter: float) -> bool:
    """Say whether hardly any line stands across the gutter that other pages have, if they do."""
    across = sum(_halves(line, gutter) is None for line in lines)
    return gutter > 0 and across <= _MOST_ACROSS * len(lines)


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
    for step in range(_STEPS + 1):
        at = page.width * (_MIDDLE[0] + (_MIDDLE[1] - _MIDDLE[0]) * step / _STEPS)
        if _parts_columns(lines, at):
            run.append(at)
            best = max(best, run, key=len)
        else:
            run = []
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
