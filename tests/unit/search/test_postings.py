from __future__ import annotations

import pickle
import struct
import zlib

import pytest

from policyviewer.search.postings import Postings, decode


def block(ids: tuple[int, ...], weights: object, *, last: bool, compressed: int = 3) -> bytes:
    """Write a block as Whoosh does: steps between ids, one weight where all are equal."""
    steps = tuple(now - before for before, now in zip((0, *ids), ids, strict=False))
    info = pickle.dumps((len(ids), ids[-1], 1.0, compressed, 1, 1), 2)
    data = pickle.dumps((steps, weights, None), 2)
    body = info + (zlib.compress(data) if compressed else data)
    return struct.pack("!i", -len(body) if last else len(body)) + body


def test_blocks_are_read_to_the_last() -> None:
    data = b"W3Bl" + block((1, 5), (2.0, 3.0), last=False) + block((9,), None, last=True)
    assert decode(data + b"of another term") == Postings((1, 5, 9), (2.0, 3.0, 1.0))


def test_one_weight_may_stand_for_all() -> None:
    assert decode(b"W3Bl" + block((0, 1), 4.0, last=True)).weights == (4.0, 4.0)


def test_blocks_may_be_plain() -> None:
    assert decode(b"W3Bl" + block((7,), None, last=True, compressed=0)).ids == (7,)


def test_without_postings_there_are_no_documents() -> None:
    assert Postings((), ()).ids == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"W2Bl",
        b"W3Bl",
        b"W3Bl" + block((1, 2), None, last=True)[:-3],
        b"W3Bl" + struct.pack("!i", -3) + b"abc",
        b"W3Bl" + block((1, 2), None, last=False),
    ],
)
def test_damage_is_an_error(data: bytes) -> None:
    with pytest.raises((ValueError, struct.error, zlib.error, pickle.UnpicklingError)):
        decode(data)


def test_a_block_of_another_size_is_an_error() -> None:
    info = pickle.dumps((3, 1, 1.0, 0, 1, 1), 2) + pickle.dumps(((1,), None, None), 2)
    with pytest.raises(ValueError, match="size"):
        decode(b"W3Bl" + struct.pack("!i", -len(info)) + info)
