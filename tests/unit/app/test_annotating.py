from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService, provision_of
from policyviewer.app.placing import PlacingService
from policyviewer.domain.annotations import AnchorState, AnnotationKind, Colour
from policyviewer.domain.documents import Document
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.placements import PlacementStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def service(tmp_path: Path) -> Iterator[AnnotationService]:
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    ids = iter(uuid.UUID(int=number) for number in range(1, 100))
    store = AnnotationStore(database)
    placing = PlacingService(store, PlacementStore(database))
    yield AnnotationService(store, placing, "张三", Clock(), lambda: next(ids))
    database.close()


@pytest.fixture
def document(filled: Collection) -> Document:
    library = LibraryService(filled.shelves)
    return library.open(library.find("蔬菜产业").id)


def span_of(document: Document, words: str) -> TextRange:
    at = document.outline.text.index(words)
    return TextRange(at, at + len(words))


def test_a_note_comes_back_in_its_place(service: AnnotationService, document: Document):
    draft = Draft(
        AnnotationKind.NOTE, span_of(document, "绿色发展"), Colour.GREEN, "待核", ("农业",)
    )
    made = service.add(document, draft)
    (placed,) = service.of(document)
    assert placed.annotation == made
    assert (placed.anchor.state, placed.anchor.span) == (AnchorState.IN_PLACE, draft.span)
    assert (made.author, made.target.provision, made.created) == (
        "张三",
        "main/l1_1/l2_1",
        NOON + timedelta(minutes=1),
    )


def test_a_quotation_is_found_within_its_provision(service: AnnotationService, document: Document):
    within = provision_of(document, "main/l1_2/l2_1").span
    draft = Draft(AnnotationKind.NOTE, within, text="问财政局")
    made = service.add_quote(document, "蔬菜基地", within, draft)
    assert made.target.quote.exact == "蔬菜基地"
    assert made.target.provision == "main/l1_2/l2_1"


@pytest.mark.parametrize("words", ["没有这样的话", ""])
def test_words_that_do_not_stand_there_are_refused(
    service: AnnotationService, document: Document, words: str
):
    whole = TextRange(0, len(document.outline.text))
    with pytest.raises(UserError, match="没有"):
        service.add_quote(document, words, whole, Draft(AnnotationKind.NOTE, whole))


def test_annotations_stand_in_the_order_of_the_text(service: AnnotationService, document: Document):
    for words in ("合作社", "指导思想", "三万亩"):
        service.add(document, Draft(AnnotationKind.HIGHLIGHT, span_of(document, words)))
    quotes = [one.annotation.target.quote.exact for one in service.of(document)]
    assert quotes == ["指导思想", "三万亩", "合作社"]


def test_words_turn_a_highlight_into_a_note(service: AnnotationService, document: Document):
    made = service.add(document, Draft(AnnotationKind.HIGHLIGHT, span_of(document, "三万亩")))
    changed = service.edit(made.id, "目标值")
    assert (changed.kind, changed.text) == (AnnotationKind.NOTE, "目标值")
    assert changed.modified > made.modified


def test_colour_and_tags_change(service: AnnotationService, document: Document):
    made = service.add(document, Draft(AnnotationKind.HIGHLIGHT, span_of(document, "三万亩")))
    service.recolour(made.id, Colour.PINK)
    changed = service.tag(made.id, [" 农业 ", "", "农业", "目标"])
    assert (changed.colour, changed.tags) == (Colour.PINK, ("农业", "目标"))


def test_what_is_deleted_can_be_taken_back(service: AnnotationService, document: Document):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "三万亩"), text="x"))
    service.delete(made.id)
    assert service.of(document) == []
    service.undelete_all([made.id])
    assert [one.id for one in service.all()] == [made.id]


def test_a_provision_knows_its_bookmark(service: AnnotationService, document: Document):
    tile = provision_of(document, "main/l1_2")
    assert service.bookmark_at(document, tile) is None
    made = service.add(document, Draft(AnnotationKind.BOOKMARK, tile.span))
    assert service.bookmark_at(document, tile) == made


def test_notes_follow_a_revised_text(
    service: AnnotationService, document: Document, filled: Collection, sources: Path
):
    kept = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "家庭农场")))
    lost = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "三万亩")))
    path = sources / "意见.txt"
    text = (
        path.read_text(encoding="utf-8").replace("三万亩", "五万亩").replace("现提出", "现就此提出")
    )
    path.write_text(text, encoding="utf-8")
    ImportService(filled.own).job([path])(JobContext())
    revised = LibraryService(filled.shelves).open(document.id)
    states = {one.annotation.id: one.anchor for one in service.of(revised)}
    assert states[kept.id].span == span_of(revised, "家庭农场")
    assert states[lost.id].state is AnchorState.TEXT_CHANGED


def test_notes_of_a_missing_document_are_still_listed(
    service: AnnotationService, document: Document
):
    service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "三万亩"), text="留着"))
    (orphan,) = service.orphans(document.id)
    assert (orphan.annotation.text, orphan.anchor.state) == ("留着", AnchorState.TEXT_DELETED)


def texts(service: AnnotationService) -> list[str]:
    return [one.text for one in service.all()]


def test_every_change_is_taken_back_and_made_again(service: AnnotationService, document: Document):
    span = span_of(document, "绿色发展")
    made = service.add(document, Draft(AnnotationKind.HIGHLIGHT, span))
    service.recolour(made.id, Colour.PINK)
    service.tag(made.id, ["急"])
    service.delete(made.id)
    assert [service.undo() for _ in range(5)] == ["删除", "修改标签", "更换颜色", "添加", None]
    assert service.all() == []
    assert [service.redo() for _ in range(4)] == ["添加", "更换颜色", "修改标签", "删除"]
    assert service.redo() is None
    service.undo()
    (kept,) = service.all()
    assert (kept.colour, kept.tags) == (Colour.PINK, ("急",))


def test_words_of_a_sitting_are_taken_back_at_once(service: AnnotationService, document: Document):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    for words in ("核", "核实", "核实数字"):
        service.edit(made.id, words)
    service.tag(made.id, ["急"])
    service.edit(made.id, "改写")
    assert service.undo() == "修改批注"
    assert texts(service) == ["核实数字"]
    service.undo()
    service.undo()
    assert texts(service) == [""]


def test_something_new_ends_what_could_be_made_again(
    service: AnnotationService, document: Document
):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    service.edit(made.id, "一")
    service.undo()
    service.edit(made.id, "二")
    assert service.redo() is None
    assert texts(service) == ["二"]


def test_several_are_deleted_and_brought_back_as_one(
    service: AnnotationService, document: Document
):
    span = span_of(document, "绿色发展")
    made = [service.add(document, Draft(AnnotationKind.NOTE, span)).id for _ in range(3)]
    service.delete_all(made)
    assert len(service.trash()) == 3
    service.undo()
    assert (len(service.all()), service.trash()) == (3, [])


def test_the_trash_is_emptied_of_what_is_old_only(tmp_path: Path, document: Document):
    now = [NOON]
    database = Database(tmp_path / "n.sqlite", Schema.NOTES)
    store = AnnotationStore(database)
    service = AnnotationService(
        store, PlacingService(store, PlacementStore(database)), "张三", lambda: now[0]
    )
    for _ in range(2):
        made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
        service.delete(made.id)
        now[0] += timedelta(days=60)
    assert service.empty_old_trash() == 1
    assert len(service.trash()) == 1
    database.close()


def test_an_annotation_put_on_other_words_keeps_what_it_was_about(
    service: AnnotationService, document: Document
):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    service.put_on(made.id, document, span_of(document, "蔬菜基地"))
    (placed,) = service.of(document)
    assert placed.annotation.target.quote.exact == "蔬菜基地"
    former = service._store.former_targets(made.id)
    assert [words for _when, _provision, words in former] == ["绿色发展"]


def test_bookmarks_lie_in_folders_in_the_order_of_the_user(
    service: AnnotationService, document: Document
):
    marks = [
        service.add(document, Draft(AnnotationKind.BOOKMARK, span_of(document, words))).id
        for words in ("绿色发展", "蔬菜基地")
    ]
    service.arrange(list(reversed(marks)), " 农业 ")
    kept = sorted(service.all(), key=lambda one: one.rank)
    assert [one.id for one in kept] == list(reversed(marks))
    assert {one.folder for one in kept} == {"农业"}
    service.undo()
    assert {one.folder for one in service.all()} == {""}


def test_an_annotation_knows_its_document_and_provision_by_name(
    service: AnnotationService, document: Document
):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    assert made.target.title == document.outline.metadata.title
    assert made.target.citation.startswith(f"《{made.target.title}》")
