from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from whoosh import query
from whoosh.index import open_dir
from whoosh.scoring import BM25F

from policyviewer.domain.tasks import JobContext
from policyviewer.search import scoring, writer
from policyviewer.search.scoring import average_length, gram_weights, scores
from policyviewer.search.segments import IMPACTS, Segment, open_segments


@pytest.fixture
def segments(index: Path) -> tuple[Segment, ...]:
    return open_segments(index)


def ours(segments: tuple[Segment, ...], grams: list[str]) -> dict[int, float]:
    found = scores(segments[0], gram_weights(segments, grams), average_length(segments))
    return {row: found[row] for row in found.nonzero()[0].tolist()}


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


@pytest.mark.parametrize("few", [0, 100])
@pytest.mark.parametrize("grams", [["农业"], ["农", "没有", "粮食"], []])
def test_rows_asked_about_have_the_same_scores(segments, monkeypatch, few: int, grams) -> None:
    monkeypatch.setattr(scoring, "_FEW", few)
    weights, average = gram_weights(segments, grams), average_length(segments)
    every = scores(segments[0], weights, average)
    for rows in ([], [0], [1, 3], [0, 1, 2, 3, 4, 5]):
        asked = np.array(rows, np.int64)
        assert scores(segments[0], weights, average, asked).tolist() == every[asked].tolist()


def test_what_occurs_often_is_scored_by_the_formula(tmp_path: Path, make_provision) -> None:
    texts = ["粮食" * times for times in (1, IMPACTS - 1, IMPACTS, 300)]
    ones = [make_provision(text, number, title="", path=()) for number, text in enumerate(texts)]
    writer.build(tmp_path, ones, JobContext())
    assert ours(open_segments(tmp_path), ["粮食"]) == pytest.approx(whooshs(tmp_path, ["粮食"]))


def test_a_rare_gram_weighs_more(segments) -> None:
    weights = gram_weights(segments, ["粮食", "农业"])
    assert weights["粮食"] > weights["农业"]


def test_a_gram_that_never_occurs_has_no_weight(segments) -> None:
    assert gram_weights(segments, ["区块"]) == {}


def test_nothing_has_a_mean_length_that_can_divide() -> None:
    assert average_length(()) == 1.0
