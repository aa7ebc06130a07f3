from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.app.annotating import AnnotationService, Draft, Undone
from policyviewer.app.placing import PlacingService
from policyviewer.domain.annotations import AnchorState, AnnotationKind
from policyviewer.domain.documents import Document, DocumentId, Outline, Source
from policyviewer.domain.provisions import provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.placements import PlacementStore

LAW = """青山县道路条例
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　乡镇人民政府负责本乡镇道路的养护工作。
第三条　损坏道路的，由县交通主管部门责令限期修复。
"""
REVISED = """青山县道路条例
第一条　为了修好全县道路，方便人民群众出行，制定本条例。
第二条　县人民政府建立道路档案。
第三条　乡镇人民政府负责本乡镇道路的养护工作。
"""


class Rig:
    """A law in two versions, annotations on the first, and how often that was read."""

    def __init__(self, database: Database) -> None:
        self.first, self.second = made(LAW, 1), made(REVISED, 2)
        self.read: list[int] = []
        self.store = AnnotationStore(database)
        self.placing = PlacingService(self.store, PlacementStore(database), self._former)
        self.service = AnnotationService(self.store, self.placing, "张三")

    def _former(self, _document: DocumentId, version: int) -> Outline | None:
        self.read.append(version)
        return self.first.outline if version == 1 else None

    def mark(self, words: str) -> None:
        at = LAW.index(words)
        span = TextRange(at, at + len(words))
        self.service.add(self.first, Draft(AnnotationKind.HIGHLIGHT, span))


def made(text: str, version: int, name: str = "law") -> Document:
    source = Source(f"{version}.txt", "txt", f"{version}" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return Document(DocumentId(name), version, source, parse(text))


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    yield Rig(database)
    database.close()


def test_each_annotation_ends_in_one_state(rig: Rig):
    for words in ("修好全县道路", "乡镇道路的养护", "方便群众出行", "责令限期修复"):
        rig.mark(words)
    receipt = rig.placing.settle([rig.second])
    assert {one.annotation.target.quote.exact: one.anchor.state for one in receipt.placed} == {
        "修好全县道路": AnchorState.IN_PLACE,
        "乡镇道路的养护": AnchorState.MOVED,
        "方便群众出行": AnchorState.TEXT_CHANGED,
        "责令限期修复": AnchorState.TEXT_DELETED,
    }
    assert [receipt.count(state) for state in AnchorState] == [1, 1, 1, 1]
    assert [one.pending for one in rig.placing.of(rig.second)].count(True) == 2


def test_a_place_is_found_once(rig: Rig):
    rig.mark("乡镇道路的养护")
    first = rig.placing.of(rig.second)
    again = rig.placing.of(rig.second)
    assert first == again
    assert rig.read == [1]
    assert rig.placing.settle([rig.second]).placed == ()


def test_on_its_own_text_nothing_is_looked_for(rig: Rig):
    rig.mark("乡镇道路的养护")
    (placed,) = rig.placing.of(rig.first)
    assert placed.anchor.state is AnchorState.IN_PLACE
    assert rig.read == []


def test_without_the_former_text_the_words_alone_are_looked_for(rig: Rig):
    rig.mark("乡镇道路的养护")
    (one,) = rig.store.all()
    rig.store.save(replace(one, target=replace(one.target, version=7)))
    (placed,) = rig.placing.of(rig.second)
    assert placed.anchor.state is AnchorState.MOVED
    assert rig.read == [7]


def test_annotations_that_come_to_another_document_are_found_in_it(rig: Rig):
    rig.mark("乡镇道路的养护")
    rig.placing.move(DocumentId("law"), DocumentId("other"))
    (placed,) = rig.placing.of(made(LAW, 1, "other"))
    assert placed.anchor.state is AnchorState.IN_PLACE


def test_words_at_the_same_place_of_another_text_are_not_taken_for_the_same(rig: Rig):
    """A colleague's second version may be another text than the second one here."""
    rig.mark("道路")
    (one,) = rig.store.all()
    at = REVISED.index("道路", REVISED.index("建立"))
    target = replace(one.target, version=2, span=TextRange(at, at + 2))
    rig.store.save(replace(one, target=target))
    (placed,) = rig.placing.of(rig.second)
    assert placed.anchor.span != TextRange(at, at + 2)


def test_a_place_found_for_former_words_is_not_used_for_others(rig: Rig):
    rig.mark("乡镇道路的养护")
    rig.placing.settle([rig.second])
    (one,) = rig.store.all()
    rig.mark("方便群众出行")
    other = next(two for two in rig.store.all() if two.id != one.id)
    rig.store.save(replace(one, target=other.target))
    states = {two.anchor.state for two in rig.placing.of(rig.second)}
    assert states == {AnchorState.TEXT_CHANGED}


def test_a_bookmark_is_known_by_where_it_stands_now(rig: Rig):
    second = LAW.splitlines()[2]
    span = TextRange(LAW.index(second), LAW.index(second) + len(second))
    made = rig.service.add(rig.first, Draft(AnnotationKind.BOOKMARK, span))
    tiles = {tile.id: tile for tile in provisions(rig.second.outline)}
    assert rig.service.bookmark_at(rig.second, tiles["art_3"]) == made
    assert rig.service.bookmark_at(rig.second, tiles["art_2"]) is None


def test_leaving_one_as_it_is_can_be_taken_back(rig: Rig):
    rig.mark("方便群众出行")
    (placed,) = rig.placing.of(rig.second)
    rig.service.leave(rig.second, placed)
    assert [one.pending for one in rig.placing.of(rig.second)] == [False]
    assert rig.service.undo() == Undone("保留原样")
    assert [one.pending for one in rig.placing.of(rig.second)] == [True]
    rig.service.redo()
    assert [one.pending for one in rig.placing.of(rig.second)] == [False]
