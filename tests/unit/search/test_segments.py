from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest, writer
from policyviewer.search.facts import Facts
from policyviewer.search.segments import MOST_MASKS, Segment, damage_told, open_segments


@pytest.fixture
def segment(index: Path) -> Segment:
    (only,) = open_segments(index)
    return only


def test_a_provision_is_stored_whole(segment: Segment, provisions) -> None:
    assert [segment.record(row) for row in segment.rows] == provisions


def test_grams_lead_to_rows(segment: Segment) -> None:
    rows, marks = segment.postings("粮食")
    assert (segment.frequency("粮食"), rows.tolist(), marks.tolist()) == (1, [1], [3])
    assert segment.frequency("没有") == len(segment.postings("没有")[0]) == 0


def test_a_gram_of_the_headings_alone_is_marked_so(segment: Segment) -> None:
    rows, marks = segment.postings("现代")
    assert (rows.tolist(), marks.tolist()) == ([0, 1, 2, 3, 4, 5], [5, 2, 2, 2, 2, 2])


def test_words_have_postings_too(segment: Segment) -> None:
    assert segment.terms("words").postings("农业")[0].tolist() == [0, 1, 2, 3, 4, 5]
    assert segment.terms("words").span("没有") == (0, 0)


def test_texts_are_kept_folded(segment: Segment) -> None:
    assert segment.texts[5].decode() == "三、附则。本意见自印发之日起施行。……"
    having = segment.texts.having("粮食".encode(), segment.rows)
    assert having.tolist() == [1]


def test_what_holds_of_facts_is_asked_once(segment: Segment) -> None:
    asked: list[str] = []

    def holds(told: Facts) -> bool:
        asked.append(told.document)
        return True

    assert segment.mask("name", holds).all()
    assert segment.mask("name", holds).all()
    assert asked == ["alpha"]


def test_answers_about_facts_are_not_remembered_without_end(segment: Segment) -> None:
    for number in range(MOST_MASKS * 3):
        assert segment.mask(number, lambda _told: True).all()
    assert len(segment._masks) <= MOST_MASKS


def test_facets_and_date_of_a_row(segment: Segment) -> None:
    facts = segment.facts(2)
    assert (facts.kind, facts.effective, facts.expires, facts.year) == (
        "意见",
        "2020-08-01",
        "2025-07-31",
        2020,
    )
    assert facts.issuers.splitlines() == ["中共贵州省委", "贵州省人民政府"]
    assert facts.written == "2020-07-30"


def test_deleted_rows_are_no_rows(index: Path, make_provision) -> None:
    writer.update(index, [], [make_provision("文", document="beta")], JobContext())
    writer.update(index, ["alpha"], [], JobContext())
    assert [one.rows.tolist() for one in open_segments(index) if one.count] == [[0]]


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
