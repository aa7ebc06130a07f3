from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import lists, text

from policyviewer.search import bulk
from policyviewer.search.bulk import FieldPostings, GramPostings, TermPostings
from policyviewer.search.gram_codes import GramTexts, gram
from policyviewer.search.sidecar import as_bytes

ROWS = lists(lists(text("甲乙ab\ud800", min_size=1, max_size=2)), max_size=12)
Found = list[tuple[bytes, list[tuple[int, int]]]]


def nowhere() -> Iterator[Path]:
    raise AssertionError
    yield


def found(postings: FieldPostings) -> Found:
    told: Found = []
    for chunk in postings.merged().chunks():
        pairs = list(zip(chunk.rows.tolist(), (chunk.marks >> 1).tolist(), strict=True))
        ends = chunk.ends.tolist()
        for at, term in enumerate(as_bytes(chunk.terms)):
            told.append((term, pairs[ends[at] : ends[at + 1]]))
    return told


def collected(rows: list[list[str]]) -> TermPostings:
    postings = TermPostings(nowhere())
    for terms in rows:
        postings.add_row(terms)
    return postings


@given(ROWS)
def test_every_term_has_its_rows_in_order_of_bytes(rows: list[list[str]]) -> None:
    expected: dict[bytes, list[tuple[int, int]]] = {}
    for number, terms in enumerate(rows):
        for term, times in Counter(terms).items():
            expected.setdefault(term.encode("utf-8", "surrogatepass"), []).append((number, times))
    assert found(collected(rows)) == sorted(expected.items())


@given(ROWS)
def test_rows_have_lengths(rows: list[list[str]]) -> None:
    postings = collected(rows)
    postings.merged()
    assert postings.lengths.tolist() == [len(terms) for terms in rows]


def test_what_is_much_is_set_aside_and_merged(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 7)
    texts = [f"甲乙{'丙' * (number % 5)}。{number}" for number in range(40)]
    paths = [tmp_path / f"run{number}" for number in range(40)]
    small, whole = GramPostings(iter(paths)), GramPostings(nowhere())
    for text_ in texts:
        small.add_row(GramTexts("上", (text_,)))
    monkeypatch.undo()
    for text_ in texts:
        whole.add_row(GramTexts("上", (text_,)))
    assert found(small) == found(whole)
    assert len(list(tmp_path.iterdir())) > 3
    assert small.lengths.tolist() == whole.lengths.tolist()
    small.forget()
    assert not list(tmp_path.iterdir())


def test_rows_of_another_segment_come_between(tmp_path: Path) -> None:
    other, postings = collected([["甲"], ["丙"]]), collected([["甲", "甲", "乙"]])
    (run,) = other._runs if other.merged() else ()
    postings.add_run(run, other.lengths)
    postings.add_row(["丙"])
    assert found(postings) == [
        ("丙".encode(), [(2, 1), (3, 1)]),
        ("乙".encode(), [(0, 1)]),
        ("甲".encode(), [(0, 2), (1, 1)]),
    ]


@pytest.mark.parametrize("kind", [TermPostings, GramPostings])
def test_nothing_has_no_postings(kind: type[FieldPostings]) -> None:
    postings = kind(nowhere())
    assert found(postings) == []
    assert postings.lengths.tolist() == []


def test_the_highest_mark_is_known() -> None:
    postings = collected([["甲"] * 300])
    assert found(postings) == [("甲".encode(), [(0, 300)])]
    assert postings.most == 601


def test_grams_of_numbers_are_grams() -> None:
    postings = GramPostings(nowhere())
    postings.add_row(GramTexts("", ("甲乙",)))
    assert [gram(one) for one in postings.merged().terms.tolist()] == ["乙", "甲", "甲乙"]  # type: ignore[union-attr]
