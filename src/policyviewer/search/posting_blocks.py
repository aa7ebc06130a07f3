"""Posting lists as Whoosh's third codec writes them, made many at once (see its W3PostingsWriter).

A block is its length (negative in the last one of a term), a pickle of its count, highest row,
weight, compression and lengths, and a pickle of the steps between rows and of the weights.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pickle import dumps
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from policyviewer.search.arrays import Array

_MAGIC = b"W3Bl"
_BLOCK = 1024
"""Postings of a block."""
_COMPRESSED = 400
"""Bytes from which compressing pays."""
_LEVEL = 1
_LENGTH = struct.Struct("!i")
_INFO = struct.Struct("!BfIBBfIIqi")
_FOLLOWS = 0
"""Says that postings are not inside the term itself."""


def posting_blocks(
    file: BinaryIO, ends: Array, rows: Array, times: Array, codes: Array
) -> Iterator[bytes]:
    """Write the blocks of terms, in order, with the last; gives what the list of terms tells of
    each.

    ``ends`` of their postings begin with 0, ``codes`` are the coded lengths of the rows.
    """
    import numpy as np

    if len(ends) < 2:  # no terms
        return
    firsts = ends[:-1]
    blocks = -(-np.diff(ends) // _BLOCK)
    numbers = np.arange(int(blocks.sum())) - np.repeat(np.cumsum(blocks) - blocks, blocks)
    starts = np.repeat(firsts, blocks) + numbers * _BLOCK
    steps = np.diff(rows, prepend=rows[:1])
    steps[starts] = rows[starts]
    weights = times.astype(np.float32)
    heaviest, lightest = np.maximum.reduceat(weights, starts), np.minimum.reduceat(weights, starts)
    shortest, longest = np.minimum.reduceat(codes, starts), np.maximum.reduceat(codes, starts)
    border = np.append(starts, ends[-1])
    made = _Blocks(
        *(border.tolist(), steps.tolist(), weights.tolist(), rows[border[1:] - 1].tolist()),
        *(heaviest.tolist(), lightest.tolist(), shortest.tolist(), longest.tolist()),
    )
    each = zip(
        blocks.tolist(),
        np.diff(ends).tolist(),
        np.add.reduceat(times.astype(np.int64), firsts).tolist(),
        np.minimum.reduceat(codes, firsts).tolist(),
        np.maximum.reduceat(codes, firsts).tolist(),
        np.maximum.reduceat(weights, firsts).tolist(),
        rows[firsts].tolist(),
        rows[ends[1:] - 1].tolist(),
        strict=True,
    )
    offset, block, written = file.tell(), 0, list[bytes]()
    for many, count, weight, shorter, longer, heavier, first, last in each:
        data = made.of_term(block, block + many)
        written.append(data)
        where = (offset, len(data))
        yield _INFO.pack(_FOLLOWS, weight, count, shorter, longer, heavier, first, last, *where)
        offset, block = offset + len(data), block + many
    file.write(b"".join(written))


class _Blocks:
    """All blocks of some terms, as lists."""

    def __init__(
        self,
        border: list[int],
        steps: list[int],
        weights: list[float],
        lasts: list[int],
        *extremes: list[float],
    ) -> None:
        self._border, self._steps, self._weights, self._lasts = border, steps, weights, lasts
        self._heaviest, self._lightest, self._shortest, self._longest = extremes

    def of_term(self, first: int, end: int) -> bytes:
        """Give the blocks of a term."""
        parts = [_MAGIC]
        for block in range(first, end):
            data = self._block(block)
            parts += (_LENGTH.pack(-len(data) if block == end - 1 else len(data)), data)
        return b"".join(parts)

    def _block(self, block: int) -> bytes:
        start, end = self._border[block], self._border[block + 1]
        heavy = self._heaviest[block]
        weights: object = tuple(self._weights[start:end])
        if heavy == self._lightest[block]:
            weights = None if heavy == 1.0 else heavy
        body = dumps((tuple(self._steps[start:end]), weights, None), 2)
        level = _LEVEL if len(body) >= _COMPRESSED else 0
        if level:
            body = zlib.compress(body, level)
        lengths = self._shortest[block], self._longest[block]
        info = dumps((end - start, self._lasts[block], heavy, level, *lengths), 2)
        return info + body
