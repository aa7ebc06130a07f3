from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.unit.annotations import NOON, NOTE

from policyviewer.app.note_statistics import statistics_of
from policyviewer.domain.annotations import (
    AnchorState,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
)
from policyviewer.domain.documents import DocumentId


def note(
    name: str, document: str = "law", provision: str = "art_1", **values: object
) -> Annotation:
    target = replace(NOTE.target, document=DocumentId(document), provision=provision, title="旧名")
    return replace(NOTE, id=AnnotationId(name), target=target, **values)


NOTES = [
    note("n1", text="核实", tags=("急", "交通")),
    note("n2", kind=AnnotationKind.HIGHLIGHT, colour=Colour.PINK, tags=("交通",)),
    note("n3", kind=AnnotationKind.BOOKMARK, provision="art_2", modified=NOON + timedelta(days=1)),
    note("n4", "gone"),
]


def test_all_and_each_document_are_counted():
    states = {NOTES[0].id: AnchorState.TEXT_CHANGED, NOTES[1].id: AnchorState.MOVED}
    everything, law, gone = statistics_of(NOTES, {DocumentId("law"): "道路条例"}, states)
    assert (everything.document, everything.total, everything.provisions) == (None, 4, 3)
    assert (law.title, law.total, law.provisions, law.open, law.characters) == (
        "道路条例", 3, 2, 1, 2,
    )  # fmt: skip
    assert law.kinds == dict.fromkeys(AnnotationKind, 1)
    assert law.colours == {Colour.YELLOW: 1, Colour.PINK: 1}
    assert law.tags == (("交通", 2), ("急", 1))
    assert law.latest == NOON + timedelta(days=1)
    assert (gone.title, gone.total) == ("旧名", 1)


def test_nothing_is_counted_as_nothing():
    (everything,) = statistics_of([], {}, {})
    assert (everything.total, everything.latest) == (0, None)
