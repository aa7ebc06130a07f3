from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.storage.conftest import NOON, note

from policyviewer.app.noting import Found, Notebook, Wanted
from policyviewer.domain.annotations import AnchorState, AnnotationKind, Colour
from policyviewer.domain.documents import DocumentId

ROAD = DocumentId("road")


def at(start: int, document: str = "road"):
    target = note().target
    span = replace(target.span, start=start, end=start + 2)
    return replace(target, document=DocumentId(document), span=span)


LONG_AGO = NOON - timedelta(days=400)
NOTES = [
    note("n1", target=at(9), text="核实經費", tags=("交通", "急")),
    note("n2", target=at(3), text="", kind=AnnotationKind.HIGHLIGHT, tags=("交通",), author="李四"),
    note(
        "n3", target=at(5, "gone"), tags=(), colour=Colour.PINK, modified=NOON - timedelta(days=400)
    ),
]
BOOK = Notebook(NOTES, {ROAD: "修路的意见"}, {NOTES[0].id: AnchorState.TEXT_CHANGED})


def names(wanted: Wanted) -> list[str]:
    return [str(one.id) for group in BOOK.found(wanted).groups for one in group.annotations]


def test_annotations_stand_by_document_in_the_order_of_the_text():
    found = BOOK.found(Wanted())
    assert [(group.name, group.gone) for group in found.groups] == [
        ("修路的意见", False),
        ("", True),
    ]
    assert names(Wanted()) == ["n2", "n1", "n3"]
    assert (found.count, found.total, found.open) == (3, 3, 1)
    assert found.tags == ("交通", "急")
    assert found.documents == ((ROAD, "修路的意见"), (DocumentId("gone"), ""))
    assert found.authors == ("张三", "李四")
    assert [group.document for group in found.groups] == [ROAD, DocumentId("gone")]


def test_no_annotations_are_no_groups():
    assert Notebook([], {}, {}).found(Wanted("经费")) == Found()


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted("经费"), ["n1"]),
        (Wanted("修路 交通"), ["n2", "n1"]),
        (Wanted("林业"), []),
        (Wanted(kinds=frozenset({AnnotationKind.HIGHLIGHT})), ["n2"]),
        (Wanted(colours=frozenset({Colour.PINK})), ["n3"]),
        (Wanted(tags=frozenset({"交通", "急"})), ["n1"]),
        (Wanted(states=frozenset({AnchorState.TEXT_CHANGED})), ["n1"]),
        (Wanted(states=frozenset({AnchorState.IN_PLACE})), ["n2", "n3"]),
        (Wanted(since="2026-01-01"), ["n2", "n1"]),
        (Wanted(until="2026-01-01"), ["n3"]),
        (Wanted(since="2026-05-01", until="2026-05-01"), ["n2", "n1"]),
        (Wanted(documents=frozenset({DocumentId("gone")})), ["n3"]),
        (Wanted(documents=frozenset({DocumentId("nowhere")})), []),
        (Wanted(authors=frozenset({"李四"})), ["n2"]),
        (Wanted(words="0\0核"), []),
    ],
)
def test_all_that_is_wanted_counts(wanted: Wanted, ids: list[str]):
    assert names(wanted) == ids


def test_bookmarks_stand_by_folder_in_the_order_of_the_user():
    marks = [
        note("new", kind=AnnotationKind.BOOKMARK, folder="农业"),
        note("b", kind=AnnotationKind.BOOKMARK, folder="农业", rank=2.0),
        note("a", kind=AnnotationKind.BOOKMARK, folder="农业", rank=1.0),
        note("loose", kind=AnnotationKind.BOOKMARK),
    ]
    found = Notebook(marks, {}, {}).found(Wanted(), by_folder=True)
    listed = [(group.name, [one.id for one in group.annotations]) for group in found.groups]
    assert listed == [("农业", ["a", "b", "new"]), ("", ["loose"])]


def test_kinds_alone_are_not_narrow():
    assert not Wanted(kinds=frozenset({AnnotationKind.NOTE})).narrow
    assert Wanted("经费").narrow
