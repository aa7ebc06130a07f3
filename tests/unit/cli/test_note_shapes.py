from __future__ import annotations

import json
from dataclasses import replace

from tests.unit import annotations

from policyviewer.app.marked_clauses import ClauseMark, MarkedClause
from policyviewer.app.note_statistics import DocumentStatistics
from policyviewer.app.placing import PlacedAnnotation, Receipt
from policyviewer.cli import note_shapes
from policyviewer.domain.anchoring import Anchor
from policyviewer.domain.annotations import AnchorState
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange

NOTE = replace(annotations.NOTE, text="核实", tags=("交通",))


def test_an_annotation_stands_in_the_provision_of_its_place():
    moved = Anchor(AnchorState.MOVED, TextRange(9, 11), "art_2")
    shape = note_shapes.annotation(PlacedAnnotation(NOTE, moved))
    assert (shape["provision"], shape["state"]) == ("art_2", "moved")
    assert shape["made_on"] == {"version": 1, "provision": "art_1"}
    assert (shape["quote"], shape["note"], shape["tags"]) == ("修路", "核实", ["交通"])
    json.dumps(shape)


def test_words_that_are_gone_keep_the_provision_they_were_in():
    gone = PlacedAnnotation(NOTE, Anchor(AnchorState.TEXT_DELETED, None, None))
    assert note_shapes.annotation(gone)["provision"] == "art_1"
    assert note_shapes.receipt(Receipt((gone,))) == {
        "in-place": 0, "moved": 0, "text-changed": 0, "text-deleted": 1,
    }  # fmt: skip


def test_a_clause_has_its_marks_with_their_places_in_it():
    marks = (ClauseMark(NOTE, TextRange(0, 2)), ClauseMark(NOTE, None))
    clause = MarkedClause(DocumentId("road"), "题", "《题》第一条", ("总则",), "修路。", 3, marks)
    shape = note_shapes.marked_clause(clause)
    assert [(one["start"], one["end"]) for one in shape["notes"]] == [(0, 2), (None, None)]
    json.dumps(shape)


def test_statistics_of_nothing_have_no_latest_day():
    nothing = DocumentStatistics(None, "", {}, {}, 0, 0, 0, (), None)
    shape = note_shapes.statistics(nothing)
    assert (shape["document"], shape["total"], shape["latest"]) == (None, 0, None)
    json.dumps(shape)
