from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from policyviewer.search import arrays, sidecar
from policyviewer.search.gram_codes import code
from policyviewer.search.runs import MemoryRun, Merge
from policyviewer.search.sidecar import Terms, kept

ENDS = np.array([0, 2, 3])
ROWS = np.array([0, 2, 1], np.int32)
MARKS = np.array([3, 5, 4], np.uint32)
GRAMS = MemoryRun(np.array([code("乙"), code("甲乙")], np.uint64), ENDS, ROWS, MARKS)
WORDS = MemoryRun(["乙".encode(), "甲乙丙".encode()], ENDS, ROWS, MARKS)


def terms(path: Path, run: MemoryRun, most: int = 5) -> Terms:
    sidecar.write_terms(path, Merge([run]), most, lambda _chunk: None)
    return Terms(path)


@pytest.mark.parametrize(("run", "names"), [(GRAMS, ("乙", "甲乙")), (WORDS, ("乙", "甲乙丙"))])
def test_terms_lead_to_their_postings(tmp_path: Path, run: MemoryRun, names) -> None:
    found = terms(tmp_path / "a", run)
    first, second = (found.postings(name) for name in names)
    assert (first[0].tolist(), first[1].tolist()) == ([0, 2], [3, 5])
    assert (second[0].tolist(), second[1].tolist()) == ([1], [4])
    for absent in ("", "丁", "甲", "龟", "乙甲"):
        if absent or run is WORDS:
            assert found.span(absent) == (0, 0)


@pytest.mark.parametrize("run", [GRAMS, WORDS])
def test_all_postings_are_given_for_a_merge(tmp_path: Path, run: MemoryRun) -> None:
    found = terms(tmp_path / "a", run).run()
    assert list(found.terms) == list(run.terms)
    assert (found.rows.tolist(), found.marks.tolist()) == (ROWS.tolist(), MARKS.tolist())


@pytest.mark.parametrize(("most", "size"), [(255, 1), (256, 2), (65536, 4)])
def test_marks_take_as_few_bytes_as_they_can(tmp_path: Path, most: int, size: int) -> None:
    assert terms(tmp_path / "a", GRAMS, most).postings("乙")[1].itemsize == size


@pytest.mark.parametrize("run", [GRAMS, WORDS])
def test_rows_that_are_gone_are_left_out(run: MemoryRun) -> None:
    left = kept(run, np.array([True, False, True]))
    assert list(left.terms) == list(run.terms)[:1]
    assert (left.rows.tolist(), left.marks.tolist(), left.ends.tolist()) == ([0, 1], [3, 5], [0, 2])
    assert kept(run, np.array([True] * 3)) is run


def test_postings_of_another_length_are_refused(tmp_path: Path) -> None:
    arrays.write(tmp_path / "a", {"ends": ENDS, "rows": ROWS, "marks": MARKS[:2], "codes": ENDS})
    with pytest.raises(ValueError, match="another length"):
        Terms(tmp_path / "a")


def test_pairs_tell_who_stands_beside_a_character(tmp_path: Path) -> None:
    grams = ["乙", "乙丁", "甲", "甲丙", "甲乙", "\U0010ffff甲"]
    codes = np.array(sorted(map(code, grams)), np.uint64)
    rows = np.arange(7, dtype=np.int32)
    run = MemoryRun(codes, np.array([0, 1, 3, 4, 5, 6, 7]), rows, np.ones(7, np.uint32))
    found = terms(tmp_path / "a", run)
    assert (found.after("乙"), found.before("乙")) == ({"丁": 2}, {"甲": 1})
    assert set(found.after("甲")) == {"丙", "乙"}
    assert (found.after("龘"), found.before("龘")) == ({}, {})
    assert set(found.before("甲")) == {"\U0010ffff"}
