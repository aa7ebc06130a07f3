"""How wide the columns of a table are, decided by what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from policyviewer.domain.patterns import regex
from policyviewer.domain.tables import LINE_END
from policyviewer.ui.reader.blocks import BlockKind

SCALES = (0.9, 0.82, 0.74, 0.66, 0.58, 0.5, 0.42, 0.34, 0.27, 0.21, 0.16)
"""Sizes of a table's type against the text's."""
SMALLEST = 11.5
"""Pixels of a character below which type does not shrink: it is still read without a glass."""
PADDING = 0.4
"""White on either side of a cell's words, in characters of the table."""
AIR = 0.2
"""Room for the lines between columns and for rounding to whole pixels."""
LEAST = 3.0
"""Characters in the narrowest column, while there is room."""
_LATIN, _CAPITAL = 0.55, 0.75
"""Widths of Latin signs and of capital letters against Chinese ones."""
_LONGEST_TOKEN = 9.0
_SHORT = 8.0
_LARGE_NUMBER = 4
_TOKEN = regex(r"[!-~]+")
_UNIT = regex(r"（[^（）]{1,3}）")
_CAPITALS = regex("[A-Z]")
_NUMBER = regex(r"[+\u2212-]?\d[\d.,，]*[%％‰]?")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, in characters of the table's type."""

    longest: float
    """Its longest line."""
    typical: float
    """A middling line."""
    token: float
    """Its longest number, Latin word or unit in its head, which should not be broken."""
    kind: BlockKind
    """How its cells are set."""


@dataclass(frozen=True, slots=True)
class Widths:
    """The columns of a table in pixels, with their padding; together as wide as the text."""

    scale: float
    columns: tuple[int, ...]


def ems(words: str) -> float:
    """Give the width of a line in Chinese characters."""
    latin = len(words.encode("ascii", "ignore"))
    capitals = len(_CAPITALS.findall(words))
    return len(words) - latin * (1 - _LATIN) + capitals * (_CAPITAL - _LATIN)


def column_of(words: Sequence[str], heads: Sequence[str]) -> Column:
    """Give what a column holds: the words of its cells and those that name it."""
    cells = [one for one in words if one]
    lines = [ems(line) for one in cells for line in one.split(LINE_END)]
    named = [ems(line) for one in heads for line in one.split(LINE_END)]
    tokens = [ems(token) for one in (*cells, *heads) for token in _TOKEN.findall(one)]
    tokens += [ems(unit) for one in heads for unit in _UNIT.findall(one)]
    return Column(
        longest=max((*lines, *(min(one, _SHORT) for one in named)), default=0.0),
        typical=median(lines) if lines else 0.0,
        token=min(max(tokens, default=0.0), _LONGEST_TOKEN),
        kind=_kind(cells, max(lines, default=0.0)),
    )


def widths(columns: Sequence[Column], room: int, em: int) -> Widths:
    """Share out the width of the text among the columns.

    ``room`` and ``em``, a character of the text, are in pixels. The type shrinks a little where
    columns would be too narrow for their numbers, but a table is never wider than the text.
    """
    sizes = [one for one in SCALES if one * em >= SMALLEST] or SCALES[:1]
    scale = next((one for one in sizes if _fits(columns, room / (em * one))), sizes[-1])
    shares = _shares(columns, room / (em * scale))
    whole = sum(shares)
    edges = [round(room * sum(shares[:number]) / whole) for number in range(len(shares) + 1)]
    return Widths(scale, tuple(b - a for a, b in pairwise(edges)))


def _kind(cells: Sequence[str], longest: float) -> BlockKind:
    numbers = [one for one in cells if _NUMBER.fullmatch(one)]
    if 2 * len(numbers) > len(cells) and _are_amounts(numbers):
        return BlockKind.NUMBER_CELL
    return BlockKind.SHORT_CELL if longest <= _SHORT else BlockKind.CELL


def _are_amounts(numbers: Sequence[str]) -> bool:
    """Say whether numbers are set one below the other: not years, codes or running numbers."""
    if max(sum(map(str.isdecimal, one)) for one in numbers) < _LARGE_NUMBER:
        return False
    return any("," in one or "." in one for one in numbers) or len({*map(len, numbers)}) > 1


def _fits(columns: Sequence[Column], room: float) -> bool:
    return sum(map(_least, columns)) <= room


def _least(column: Column) -> float:
    return max(LEAST, column.token) + 2 * PADDING + AIR


def _want(column: Column) -> float:
    return max(_least(column), column.longest + 2 * PADDING + AIR)


def _shares(columns: Sequence[Column], room: float) -> list[float]:
    """Give the widths in characters of the table, or what is in proportion to them."""
    least, want = [*map(_least, columns)], [*map(_want, columns)]
    if sum(want) <= room:
        return want
    if sum(least) >= room:
        return least
    return _poured(least, want, [*map(_weight, columns)], room - sum(least))


def _weight(column: Column) -> float:
    return max(column.typical, column.longest / 3, 1.0)


def _poured(
    least: Sequence[float], want: Sequence[float], weights: Sequence[float], rest: float
) -> list[float]:
    """Give more to those with more words, but to none more than it wants."""
    shares = [*least]
    thirsty = [number for number in range(len(shares)) if want[number] > shares[number]]
    while thirsty and rest > 0.01:
        whole = sum(weights[number] for number in thirsty)
        given = rest
        for number in thirsty:
            gift = min(given * weights[number] / whole, want[number] - shares[number])
            shares[number] += gift
            rest -= gift
        thirsty = [number for number in thirsty if want[number] - shares[number] > 0.01]
    return shares
