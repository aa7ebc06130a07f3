"""Posting lists of a term, decoded from Whoosh's blocks."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from itertools import accumulate
from typing import cast

from policyviewer.search import safe_pickle

_MAGIC = b"W3Bl"
_LENGTH = struct.Struct("!i")

_Info = tuple[int, int, float, int, int, int]
_Block = tuple[tuple[int, ...], float | tuple[float, ...] | None, object]


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents of a segment that have a term, in order, and how often each has it."""

    ids: tuple[int, ...]
    weights: tuple[float, ...]


def decode(data: bytes) -> Postings:
    """Give the postings of a term's blocks.

    A block is its length (negative in the last one), a pickle of its count, highest document,
    weight, compression and lengths, and a pickle of steps between documents and of weights.
    Raises ValueError, struct.error, zlib.error or pickle.UnpicklingError over damage.
    """
    if data[:4] != _MAGIC:
        msg = "no posting blocks"
        raise ValueError(msg)
    ids: list[int] = []
    weights: list[float] = []
    at, last = 4, False
    while not last:
        (length,) = _LENGTH.unpack_from(data, at)
        last, at = length < 0, at + _LENGTH.size
        block = data[at : at + abs(length)]
        at += abs(length)
        _decode_block(block, ids, weights)
    return Postings(tuple(ids), tuple(weights))


def _decode_block(block: bytes, ids: list[int], weights: list[float]) -> None:
    stream = io.BytesIO(block)
    count, _, _, compressed, _, _ = cast("_Info", safe_pickle.load(stream))
    body = block[stream.tell() :]
    steps, weight, _ = cast(
        "_Block", safe_pickle.loads(zlib.decompress(body) if compressed else body)
    )
    if len(steps) != count:
        msg = "a posting block of another size"
        raise ValueError(msg)
    ids.extend(accumulate(steps))
    if isinstance(weight, tuple):
        weights.extend(weight)
    else:
        weights.extend([1.0 if weight is None else weight] * count)
