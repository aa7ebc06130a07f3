from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.annotations import ANNOTATIONS, NOON
from tests.unit.annotations import NOTE as ANY_NOTE

from policyviewer.domain.annotations import Annotation, AnnotationId
from policyviewer.domain.merging import Merge, Received, merge, other_id

NOTE = replace(ANY_NOTE, text="核实")


class Office:
    """Somebody's annotations, who takes in packages and hands them out."""

    def __init__(self) -> None:
        self.notes: dict[AnnotationId, Annotation] = {}
        self.bases: dict[AnnotationId, datetime] = {}

    def take(self, package: list[Received]) -> Merge:
        found = merge(self.notes, package, self.bases)
        for one in found.kept:
            self.notes[one.id] = one
            self.bases[one.id] = one.modified
        return found

    def hand(self) -> list[Received]:
        return [Received(one, self.bases.get(one.id)) for one in self.notes.values()]

    def write(self, words: str, hours: int) -> None:
        later = NOON + timedelta(hours=hours)
        self.notes[NOTE.id] = replace(self.notes[NOTE.id], text=words, modified=later)

    @property
    def words(self) -> list[str]:
        return sorted(one.text for one in self.notes.values())


@pytest.fixture
def offices() -> tuple[Office, Office]:
    """Give two offices that have the same note, which the second has from the first."""
    first, second = Office(), Office()
    first.notes[NOTE.id] = NOTE
    second.take(first.hand())
    return first, second


def test_there_and_back_again_adds_nothing(offices: tuple[Office, Office]):
    first, second = offices
    for _ in range(2):
        assert first.take(second.hand()).kept == []
        assert second.take(first.hand()).kept == []


def test_a_change_of_one_side_counts(offices: tuple[Office, Office]):
    first, second = offices
    second.write("已核实", 1)
    assert first.take(second.hand()).changed
    first.write("已核实，无误", 2)
    assert second.take(first.hand()).changed
    assert first.words == second.words == ["已核实，无误"]


def test_a_package_that_was_made_before_changes_nothing(offices: tuple[Office, Office]):
    first, second = offices
    old = first.hand()
    second.write("已核实", 1)
    assert second.take(old).kept == []
    first.take(second.hand())
    assert first.take(old).kept == []
    assert first.words == second.words == ["已核实"]


def test_what_both_have_changed_is_kept_twice_and_once_only(offices: tuple[Office, Office]):
    first, second = offices
    first.write("甲", 1)
    second.write("乙", 2)
    package = second.hand()
    assert len(first.take(package).conflicting) == 1
    assert first.take(package).kept == []
    assert first.words == ["乙", "甲"]
    assert other_id(NOTE) in first.notes


def test_what_was_deleted_here_stays_deleted(offices: tuple[Office, Office]):
    first, second = offices
    gone = NOON + timedelta(hours=1)
    second.notes[NOTE.id] = replace(NOTE, deleted=gone, modified=gone)
    assert second.take(first.hand()).kept == []


@given(st.lists(ANNOTATIONS, max_size=5, unique_by=lambda one: one.id))
def test_any_notes_go_from_one_to_the_other_and_back(notes: list[Annotation]):
    first, second = Office(), Office()
    first.notes = {one.id: one for one in notes}
    second.take(first.hand())
    assert second.notes == first.notes
    assert first.take(second.hand()).kept == []
    assert second.take(first.hand()).kept == []


def test_the_same_id_of_another_author_is_another_annotation(offices: tuple[Office, Office]):
    first, _second = offices
    theirs = Received(replace(NOTE, author="李四", text="另一条"))
    for _ in range(2):
        first.take([theirs])
        assert first.words == ["另一条", "核实"]


def test_of_a_package_with_one_id_twice_both_are_kept_and_once_only():
    office = Office()
    twice = [Received(replace(NOTE, text=words)) for words in ("甲", "乙", "丙", "乙")]
    for _ in range(2):
        office.take(twice)
        assert office.words == ["丙", "乙", "甲"]


def test_ten_thousand_of_one_id_are_taken_in_at_once():
    many = [Received(replace(NOTE, text=str(number))) for number in range(10_000)]
    office = Office()
    assert len(office.take(many).kept) == 10_000
    assert office.take(many).kept == []


def test_what_lies_in_the_trash_here_is_told_apart(offices: tuple[Office, Office]):
    first, second = offices
    gone = NOON + timedelta(hours=1)
    second.notes[NOTE.id] = replace(NOTE, deleted=gone, modified=gone)
    assert second.take(first.hand()).trashed == [second.notes[NOTE.id]]
    assert first.take(first.hand()).trashed == []
