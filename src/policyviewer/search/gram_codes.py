"""Grams as numbers, which sort like their bytes: many texts are cut and counted at once.

A gram of one or two characters is the code point of the first, shifted, and that of the second
plus one; nothing is lost. What is cut is what :func:`policyviewer.search.analyzer.grams` cuts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

_SHIFT = 21
_LOW = (1 << _SHIFT) - 1
_ROW_BITS = 20
MOST_ROWS = 1 << _ROW_BITS
"""Rows that can be counted at once."""


class GramTexts(NamedTuple):
    """The folded texts of a row: the headings above, and its keys (see rows.keys)."""

    around: str
    keys: tuple[str, ...]

    @property
    def length(self) -> int:
        """Give the characters, about half of the grams."""
        return len(self.around) + sum(map(len, self.keys))


@dataclass(frozen=True, slots=True)
class Counted:
    """Grams of rows, sorted by gram and row. A mark is twice how often a gram occurs, plus one
    if it stands in the text itself and not only in the headings above.
    """

    codes: Array
    rows: Array
    marks: Array


def code(gram: str) -> int:
    """Give the number of a gram of one or two characters."""
    second = ord(gram[1]) + 1 if len(gram) > 1 else 0
    return ord(gram[0]) << _SHIFT | second


def gram(number: int) -> str:
    """Give the gram of a number."""
    first, second = number >> _SHIFT, number & _LOW
    return chr(first) + chr(second - 1) if second else chr(first)


def is_character(numbers: Array) -> Array:
    """Say of the numbers of grams which are single characters."""
    import numpy as np

    answer: Array = (numbers & np.uint64(_LOW)) == 0
    return answer


def counted(texts: Sequence[GramTexts]) -> Counted:
    """Count the grams of rows: those of headings and restored text, and of the printed text
    those that are only there.
    """
    import numpy as np

    pieces = [(row, piece, 1) for row, one in enumerate(texts) if (piece := one.around)]
    pieces += [(row, one.keys[-1], 0) for row, one in enumerate(texts)]
    found = _groups(_sorted(pieces))
    printed = [(row, one.keys[0], 0) for row, one in enumerate(texts) if len(one.keys) > 1]
    if printed:
        found = _with_printed(found, _groups(_sorted(printed)))
    keys, marks = found
    rows = (keys & np.uint64(MOST_ROWS - 1)).astype(np.int32)
    return Counted(keys >> np.uint64(_ROW_BITS), rows, marks)


def _sorted(pieces: Sequence[tuple[int, str, int]]) -> Array:
    """Give gram, row and heading-or-not of every gram in the pieces, as sorted numbers."""
    import numpy as np

    joined = "\0".join(piece for _, piece, _ in pieces)
    data = joined.encode("utf-32-le", "surrogatepass")
    points = np.frombuffer(data, "<u4").astype(np.uint64)
    sizes = np.fromiter((len(piece) + 1 for _, piece, _ in pieces), np.int64, len(pieces))
    low = np.fromiter((row << 1 | around for row, _, around in pieces), np.uint64, len(pieces))
    low = np.repeat(low, sizes)[: len(points)]
    alone = _is_word(points)
    pairs = np.flatnonzero(alone[:-1] & alone[1:])
    alone = np.flatnonzero(alone)
    shift, below = np.uint64(_SHIFT), np.uint64(_ROW_BITS + 1)
    found = np.empty(len(alone) + len(pairs), np.uint64)
    found[: len(alone)] = (points[alone] << shift) << below | low[alone]
    both = points[pairs] << shift | points[pairs + 1] + np.uint64(1)
    found[len(alone) :] = both << below | low[pairs]
    found.sort()
    return found


def _groups(found: Array) -> tuple[Array, Array]:
    """Give every gram of every row once, with its mark."""
    import numpy as np

    keys = found >> np.uint64(1)
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
    counts = np.diff(np.append(starts, len(keys))).astype(np.uint32)
    inside = (found[starts] & np.uint64(1)) == 0  # headings sort behind
    return keys[starts], counts << np.uint32(1) | inside.astype(np.uint32)


def _with_printed(found: tuple[Array, Array], printed: tuple[Array, Array]) -> tuple[Array, Array]:
    """Add the grams of printed texts that a row has not; those it has stand in a text now."""
    import numpy as np

    keys, marks = found
    at = np.searchsorted(keys, printed[0])
    known = keys[np.minimum(at, len(keys) - 1)] == printed[0] if len(keys) else at < 0
    marks[at[known]] |= np.uint32(1)
    keys = np.concatenate((keys, printed[0][~known]))
    marks = np.concatenate((marks, printed[1][~known]))
    order = np.argsort(keys, kind="stable")
    return keys[order], marks[order]


def _is_word(points: Array) -> Array:
    """Say of each code point whether it is a letter, a digit or an ideograph."""
    import numpy as np

    known = _word_table()
    for point in np.unique(points[known[points] == 0]).tolist():
        known[point] = 2 if chr(point).isalnum() else 1
    answer: Array = known[points] == 2
    return answer


@cache
def _word_table() -> Array:
    """Give what is known of each code point: nothing, no or yes."""
    import numpy as np

    return np.zeros(0x110000, np.uint8)
