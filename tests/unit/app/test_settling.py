from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.app.placing import PlacingService, Receipt
from policyviewer.app.removing import RemovalService
from policyviewer.app.settling import SettlingService, told
from policyviewer.domain.annotations import AnchorState, AnnotationId, AnnotationKind
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.merging import Received
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.placements import PlacementStore

LAW = """青山县道路条例
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　乡镇人民政府负责本乡镇道路的养护工作。
"""
REVISED = LAW.replace("方便群众", "方便人民群众")


class Desk:
    def __init__(self, collection: Collection, database: Database, folder: Path) -> None:
        self._importing = ImportService(collection.own)
        self._folder = folder
        self.collection = collection
        self.library = LibraryService(collection.shelves)
        store = AnnotationStore(database)
        placing = PlacingService(store, PlacementStore(database), self.library.former)
        self.annotating = AnnotationService(store, placing, "张三")
        self.settling = SettlingService(self.library, self.annotating, placing)

    def put(self, text: str, name: str) -> None:
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        self._importing.job([path])(JobContext())

    def take(self, text: str, name: str = "道路条例.txt") -> DocumentId:
        self.put(text, name)
        return self.library.find("青山县道路条例").id

    def mark(self, document: DocumentId, words: str) -> None:
        opened = self.library.open(document)
        at = opened.outline.text.index(words)
        span = TextRange(at, at + len(words))
        self.annotating.add(opened, Draft(AnnotationKind.HIGHLIGHT, span))


@pytest.fixture
def desk(collection: Collection, tmp_path: Path) -> Iterator[Desk]:
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    yield Desk(collection, database, tmp_path)
    database.close()


@pytest.fixture
def revised(desk: Desk) -> DocumentId:
    """Give a revised law with a note on words that were changed and one on words that were not."""
    law = desk.take(LAW)
    desk.mark(law, "方便群众出行")
    desk.mark(law, "乡镇道路的养护")
    return desk.take(REVISED)


def test_places_are_found_after_the_import_and_told_once(desk: Desk, revised: DocumentId):
    receipt = desk.settling.settle([revised])
    assert told(receipt) == "批注已核对：1 条留在原位，1 条的原文已改。请您确认改动处。"
    assert told(desk.settling.settle([revised])) == ""


def test_documents_without_annotations_are_not_opened(desk: Desk):
    law = desk.take(LAW)
    assert desk.settling.settle([law]) == Receipt(())


def test_former_and_present_words_stand_side_by_side(desk: Desk, revised: DocumentId):
    (question,) = desk.settling.questions()
    assert (question.former, question.present) == ("方便群众出行", "方便人民群众出行")
    assert question.document.id == revised


Decide = Callable[[SettlingService], Callable[..., None]]


@pytest.mark.parametrize(
    ("decide", "states"),
    [
        (lambda one: one.accept, [AnchorState.IN_PLACE, AnchorState.IN_PLACE]),
        (lambda one: one.leave, [AnchorState.IN_PLACE, AnchorState.TEXT_CHANGED]),
        (lambda one: one.drop, [AnchorState.IN_PLACE]),
    ],
)
def test_what_is_decided_is_not_asked_again(
    desk: Desk, revised: DocumentId, decide: Decide, states: list[AnchorState]
):
    (question,) = desk.settling.questions()
    decide(desk.settling)(question)
    assert desk.settling.questions() == []
    placed = desk.annotating.of(desk.library.open(revised))
    assert [one.anchor.state for one in placed] == states


def test_how_annotations_stand_is_known_without_their_documents(desk: Desk, revised: DocumentId):
    desk.settling.settle([revised])
    assert sorted(desk.settling.states().values()) == ["in-place", "text-changed"]


def test_how_annotations_stand_is_that_of_the_version_that_is_shown(
    desk: Desk, revised: DocumentId
):
    """A pack that was taken back shows an earlier version again."""
    desk.settling.settle([revised])
    documents = desk.collection.own.documents
    documents.save(documents.load(revised, 1))
    assert desk.settling.questions() == []
    assert desk.settling.states() == {}


def test_annotations_of_a_later_version_stand_as_in_the_one_that_is_shown(
    desk: Desk, revised: DocumentId
):
    desk.mark(revised, "方便人民群众出行")
    documents = desk.collection.own.documents
    documents.save(documents.load(revised, 1))
    desk.settling.settle([revised])
    assert list(desk.settling.states().values()) == [AnchorState.TEXT_CHANGED]


def test_a_document_that_was_removed_and_came_back_finds_its_annotations(desk: Desk):
    law = desk.take(LAW)
    desk.mark(law, "乡镇道路的养护")
    desk.collection.own.documents.remove(law)
    again = desk.take(LAW.replace("\u3000", " "), "另一份.txt")
    assert again != law
    receipt = desk.settling.settle([again])
    assert receipt.count(AnchorState.IN_PLACE) == 1
    assert [one.target.document for one in desk.annotating.all()] == [again]


def notice(number: int) -> str:
    return f"""青山县人民政府关于做好森林防火工作的通知
青府发〔202{number}〕{number}号
各乡镇人民政府：
一、压实责任。各乡镇要落实森林防火责任制。
二、加强巡查。清明前后组织巡查队伍上山巡查。
青山县人民政府
202{number}年4月1日
"""


@pytest.fixture
def notices(desk: Desk) -> tuple[DocumentId, DocumentId]:
    """Give the notices of two years, with the same title, and a note on the first."""
    for number in (3, 4):
        desk.put(notice(number), f"通知{number}.txt")
    first, second = desk.collection.own.documents.ids()
    desk.mark(first, "组织巡查队伍上山巡查")
    return first, second


def test_what_was_only_taken_out_keeps_its_annotations(
    desk: Desk, notices: tuple[DocumentId, DocumentId]
):
    """It may be put back at once; its annotations must not have gone to its namesake."""
    removing = RemovalService(desk.collection.own, desk.collection.shelves.look_again)
    removing.remove([notices[0]])
    desk.settling.settle([])
    removing.put_back([notices[0]])
    assert [one.target.document for one in desk.annotating.all()] == [notices[0]]


def test_notes_go_to_the_text_that_was_taken_in_for_the_one_taken_out(desk: Desk):
    law = desk.take(LAW)
    desk.mark(law, "乡镇道路的养护")
    RemovalService(desk.collection.own, desk.collection.shelves.look_again).remove([law])
    again = desk.take(LAW.replace("\u3000", " "), "另一份.txt")
    assert again != law
    assert desk.settling.bring_home() == {again}


def test_notes_do_not_go_to_a_notice_of_another_number(
    desk: Desk, notices: tuple[DocumentId, DocumentId]
):
    desk.collection.own.documents.remove(notices[0])
    assert desk.settling.bring_home() == set()
    desk.put(notice(3).replace("\n", "\n\n"), "再次收文.txt")
    again = desk.collection.own.documents.ids()[-1]
    desk.collection.own.documents.remove(notices[1])
    assert desk.settling.bring_home() == {again}


def test_a_colleagues_notes_on_another_file_of_the_same_document_come_to_it(
    desk: Desk, tmp_path: Path
):
    """Two offices have the same law from different files, and exchange notes both ways."""
    law = desk.take(LAW)
    desk.mark(law, "乡镇道路的养护")
    (mine,) = desk.annotating.all()
    target = replace(mine.target, document=DocumentId("theirs"))
    sent = replace(mine, id=AnnotationId("x"), author="李四", target=target)
    desk.annotating.take_in([Received(sent)])
    assert desk.settling.bring_home() == {law}
    states = [one.anchor.state for one in desk.annotating.of(desk.library.open(law))]
    assert states == [AnchorState.IN_PLACE, AnchorState.IN_PLACE]
    again = replace(sent, text="核实", modified=sent.modified + timedelta(hours=1))
    assert len(desk.annotating.take_in([Received(again)]).changed) == 1
    assert {one.target.document for one in desk.annotating.all()} == {law}
