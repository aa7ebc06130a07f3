from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis.strategies import dictionaries, integers, lists

from policyviewer.search import runs
from policyviewer.search.runs import Chunk, MemoryRun, Merge, set_aside

SOURCES = lists(
    dictionaries(integers(0, 9), lists(integers(0, 5), min_size=1, unique=True).map(sorted)),
    max_size=4,
)


def run(postings: dict[int, list[int]], first: int) -> MemoryRun:
    """Make a run whose rows stand behind ``first``; a row's mark is its number and 1000."""
    terms = sorted(postings)
    rows = np.array([first + row for term in terms for row in postings[term]], np.int32)
    ends = np.cumsum([0, *(len(postings[term]) for term in terms)])
    return MemoryRun(np.array(terms, np.uint64), ends, rows, rows.astype(np.uint32) + 1000)


def told(chunks: list[Chunk]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for chunk in chunks:
        assert chunk.marks.tolist() == [row + 1000 for row in chunk.rows.tolist()]
        for at, term in enumerate(np.asarray(chunk.terms).tolist()):
            assert term not in found
            found[term] = chunk.rows[chunk.ends[at] : chunk.ends[at + 1]].tolist()
    return found


@given(SOURCES, integers(1, 12))
def test_runs_are_merged_by_term_and_row(sources: list[dict[int, list[int]]], size: int) -> None:
    expected: dict[int, list[int]] = {}
    for number, postings in enumerate(sources):
        for term, rows in postings.items():
            expected.setdefault(term, []).extend(10 * number + row for row in rows)
    before, runs.CHUNK = runs.CHUNK, size
    try:
        merge = Merge([run(one, 10 * number) for number, one in enumerate(sources)])
        assert told(list(merge.chunks())) == expected
    finally:
        runs.CHUNK = before


def test_terms_of_bytes_are_merged(tmp_path: Path) -> None:
    rows = np.array([0], np.int32)
    one = MemoryRun([b"b"], np.array([0, 1]), rows, rows.astype(np.uint32))
    two = MemoryRun([b"a"], np.array([0, 1]), rows + 1, rows.astype(np.uint32))
    (chunk,) = Merge([one, two]).chunks()
    assert (chunk.terms, chunk.rows.tolist(), chunk.ends.tolist()) == (
        [b"a", b"b"],
        [1, 0],
        [0, 1, 2],
    )


def test_a_run_that_was_set_aside_is_the_same(tmp_path: Path) -> None:
    one = run({3: [0, 4], 5: [1]}, 0)
    aside = set_aside(one, tmp_path / "run")
    for start, end in ((0, 3), (1, 2), (2, 2)):
        for here, there in zip(one.piece(start, end), aside.piece(start, end), strict=True):
            assert here.tolist() == there.tolist()


def test_nothing_is_merged_into_nothing() -> None:
    merge = Merge([])
    assert (list(merge.chunks()), merge.ends.tolist()) == ([], [0])
