from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest, writer
from policyviewer.search.segments import Segment, damage_told, open_segments


@pytest.fixture
def segment(index: Path) -> Segment:
    (only,) = open_segments(index)
    return only


def test_a_provision_is_stored_whole(segment: Segment, provisions) -> None:
    assert [segment.record(row) for row in segment.rows] == provisions


def test_grams_lead_to_rows(segment: Segment) -> None:
    assert segment.frequency("粮食") == 1
    assert segment.postings("粮食").ids == (1,)
    assert segment.frequency("没有") == 0
    assert segment.postings("没有").ids == ()


def test_a_document_has_rows(segment: Segment) -> None:
    assert segment.rows_of("alpha") == (0, 1, 2, 3, 4, 5)
    assert segment.rows_of("none") == ()


def test_facets_and_date_of_a_row(segment: Segment) -> None:
    facts = segment.facets(2)
    assert (facts.kind, facts.effective, facts.expires, facts.year) == (
        "意见",
        "2020-08-01",
        "2025-07-31",
        2020,
    )
    assert facts.issuers.splitlines() == ["中共贵州省委", "贵州省人民政府"]
    assert segment.written(2) == "2020-07-30"


def test_deleted_rows_are_no_rows(index: Path, make_provision) -> None:
    writer.update(index, [], [make_provision("文", document="beta")], JobContext())
    writer.update(index, ["alpha"], [], JobContext())
    assert [list(one.rows) for one in open_segments(index) if one.count] == [[0]]


def test_a_switch_while_opening_is_followed(index: Path, provisions, monkeypatch) -> None:
    genuine, turns = manifest.check, []

    def check(*rest: object) -> None:
        if not turns:
            turns.append(1)
            writer.build(index, provisions, JobContext())
        genuine(*rest)

    monkeypatch.setattr(manifest, "check", check)
    assert open_segments(index)[0].count == 6


def test_damage_is_told() -> None:
    with pytest.raises(UnusableIndexError) as told, damage_told():
        raise KeyError
    assert "索引" in told.value.text
