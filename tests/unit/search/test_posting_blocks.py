from __future__ import annotations

import io

import numpy as np
import pytest
from whoosh.codec.whoosh3 import W3TermInfo
from whoosh.util.numeric import byte_to_length

from policyviewer.search import posting_blocks
from policyviewer.search.postings import Postings, decode

TERMS = [
    ([3], [1]),
    ([0, 7, 8], [2, 2, 2]),
    (list(range(0, 40, 3)), [1, 5] * 7),
    (list(range(1, 9)), [1] * 8),
]


@pytest.fixture(autouse=True, params=[4, 1024])
def short_blocks(request, monkeypatch) -> None:
    monkeypatch.setattr(posting_blocks, "_BLOCK", request.param)
    monkeypatch.setattr(posting_blocks, "_COMPRESSED", 40)


def written() -> tuple[bytes, list[W3TermInfo]]:
    file = io.BytesIO(b"head")
    file.seek(4)
    rows = np.array([row for ids, _ in TERMS for row in ids], np.int32)
    times = np.array([time for _, times in TERMS for time in times], np.uint32)
    ends = np.cumsum([0, *(len(ids) for ids, _ in TERMS)])
    codes = (rows + 20).astype(np.uint8)
    infos = [*posting_blocks.posting_blocks(file, ends, rows, times, codes)]  # type: ignore[arg-type]
    return file.getvalue(), [W3TermInfo.from_bytes(info) for info in infos]


def test_postings_are_read_back() -> None:
    data, infos = written()
    for (ids, times), info in zip(TERMS, infos, strict=True):
        start, (length,) = info.extent()
        found = decode(data[start : start + length])
        assert found == Postings(tuple(ids), tuple(map(float, times)))


def test_a_term_is_told_of_as_whoosh_does() -> None:
    for (ids, times), info in zip(TERMS, written()[1], strict=True):
        assert (info.weight(), info.doc_frequency(), info.max_weight()) == (
            *(sum(times), len(ids), max(times)),
        )
        assert (info.min_id(), info.max_id()) == (ids[0], ids[-1])
        assert info.min_length() == byte_to_length(ids[0] + 20)
        assert info.max_length() == byte_to_length(ids[-1] + 20)


def test_no_terms_are_no_blocks() -> None:
    none = np.empty(0, np.int32)
    ends = np.zeros(1, np.int64)
    assert not list(posting_blocks.posting_blocks(io.BytesIO(), ends, none, none, none))
