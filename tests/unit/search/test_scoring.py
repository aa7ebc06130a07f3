from __future__ import annotations

from pathlib import Path

import pytest
from whoosh import query
from whoosh.index import open_dir
from whoosh.scoring import BM25F

from policyviewer.search.scoring import average_length, gram_weights, scores
from policyviewer.search.segments import Segment, open_segments


@pytest.fixture
def segments(index: Path) -> tuple[Segment, ...]:
    return open_segments(index)


def ours(segments: tuple[Segment, ...], grams: list[str]) -> dict[int, float]:
    return dict(scores(segments[0], gram_weights(segments, grams), average_length(segments)))


def whooshs(index: Path, grams: list[str]) -> dict[int, float]:
    with open_dir(str(index / "000001")).searcher(weighting=BM25F()) as searcher:
        asked = query.Or([query.Term("grams", gram) for gram in grams])
        return {hit.docnum: hit.score for hit in searcher.search(asked, limit=None)}


@pytest.mark.parametrize(
    "grams", [["粮食"], ["农业"], ["农", "业", "农业"], ["人民", "政府", "没有"]]
)
def test_scores_are_those_of_whoosh(index: Path, segments, grams: list[str]) -> None:
    assert ours(segments, grams) == pytest.approx(whooshs(index, grams))


def test_a_gram_asked_twice_counts_twice(segments) -> None:
    once, twice = ours(segments, ["粮食"]), ours(segments, ["粮食", "粮食"])
    assert twice == {row: pytest.approx(2 * score) for row, score in once.items()}


def test_only_the_rows_asked_about_are_scored(segments) -> None:
    weights = gram_weights(segments, ["农业"])
    assert set(scores(segments[0], weights, average_length(segments), {0, 3})) == {0, 3}


def test_no_rows_need_no_postings(segments) -> None:
    assert scores(segments[0], gram_weights(segments, ["农业"]), 1.0, frozenset()) == {}


def test_a_rare_gram_weighs_more(segments) -> None:
    weights = gram_weights(segments, ["粮食", "农业"])
    assert weights["粮食"] > weights["农业"]


def test_a_gram_that_never_occurs_has_no_weight(segments) -> None:
    assert gram_weights(segments, ["区块"]) == {}


def test_nothing_has_a_mean_length_that_can_divide() -> None:
    assert average_length(()) == 1.0
