from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.annotations import ANNOTATIONS

from policyviewer.app.annotating import AnnotationService, Draft, Undone
from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService, provision_of
from policyviewer.app.notes_files import json_of
from policyviewer.app.placing import PlacingService
from policyviewer.app.undoing import Deed, Step, Steps
from policyviewer.domain.annotations import AnchorState, Annotation, AnnotationKind, Colour
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.merging import Received
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.domain.web_annotations import annotations_of
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


def service_of(
    database: Database, now: Callable[[], datetime], author: str = "张三"
) -> AnnotationService:
    store = AnnotationStore(database)
    placing = PlacingService(store, PlacementStore(database))
    return AnnotationService(store, placing, author, now)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "notes.sqlite", Schema.NOTES)) as database:
        yield database


@pytest.fixture
def service(notes: Database, clock: Clock) -> AnnotationService:
    return service_of(notes, clock)


@pytest.fixture
def other(notes: Database, clock: Clock) -> Iterator[AnnotationService]:
    """Give a second program on the same file."""
    with closing(Database(notes.path, Schema.NOTES)) as database:
        yield service_of(database, clock)


@pytest.fixture
def other_office(tmp_path: Path, clock: Clock) -> Iterator[AnnotationService]:
    with closing(Database(tmp_path / "other.sqlite", Schema.NOTES)) as database:
        yield service_of(database, clock, "李四")


@pytest.fixture
def document(sources: Path) -> Document:
    text = (sources / "意见.txt").read_text("utf-8")
    return Document(DocumentId("d"), 1, Source("a.txt", "txt", "0" * 64, NOON), parse(text))


@pytest.fixture
def imported(filled: Collection) -> Document:
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
    service: AnnotationService, imported: Document, filled: Collection, sources: Path
):
    kept = service.add(imported, Draft(AnnotationKind.NOTE, span_of(imported, "家庭农场")))
    lost = service.add(imported, Draft(AnnotationKind.NOTE, span_of(imported, "三万亩")))
    path = sources / "意见.txt"
    text = (
        path.read_text(encoding="utf-8").replace("三万亩", "五万亩").replace("现提出", "现就此提出")
    )
    path.write_text(text, encoding="utf-8")
    ImportService(filled.own).job([path])(JobContext())
    revised = LibraryService(filled.shelves).open(imported.id)
    states = {one.annotation.id: one.anchor for one in service.of(revised)}
    assert states[kept.id].span == span_of(revised, "家庭农场")
    assert states[lost.id].state is AnchorState.TEXT_CHANGED


def test_notes_of_a_missing_document_are_still_listed(
    service: AnnotationService, document: Document
):
    service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "三万亩"), text="留着"))
    (orphan,) = service.orphans(document.id)
    assert (orphan.annotation.text, orphan.anchor.state) == ("留着", AnchorState.TEXT_DELETED)


def name_of(undone: Undone | None) -> str | None:
    return None if undone is None else undone.name


def texts(service: AnnotationService) -> list[str]:
    return [one.text for one in service.all()]


def test_every_change_is_taken_back_and_made_again(service: AnnotationService, document: Document):
    span = span_of(document, "绿色发展")
    made = service.add(document, Draft(AnnotationKind.HIGHLIGHT, span))
    service.recolour(made.id, Colour.PINK)
    service.tag(made.id, ["急"])
    service.delete(made.id)
    back = ["删除", "修改标签", "更换颜色", "添加"]
    assert [name_of(service.undo()) for _ in range(5)] == [*back, None]
    assert service.all() == []
    assert [name_of(service.redo()) for _ in range(5)] == [*reversed(back), None]
    service.undo()
    (kept,) = service.all()
    assert (kept.colour, kept.tags) == (Colour.PINK, ("急",))


def test_words_of_a_sitting_are_taken_back_at_once(service: AnnotationService, document: Document):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    for words in ("核", "核实", "核实数字"):
        service.edit(made.id, words)
    service.tag(made.id, ["急"])
    service.edit(made.id, "改写")
    assert service.undo() == Undone("修改批注")
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


def test_the_trash_is_emptied_of_what_is_old_only(notes: Database, document: Document):
    now = [NOON]
    service = service_of(notes, lambda: now[0])
    for _ in range(3):
        made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
        service.delete(made.id)
        now[0] += timedelta(days=60)
    assert service.empty_old_trash() == 1
    assert len(service.trash()) == 2


def test_a_clock_that_runs_ahead_does_not_empty_the_trash(notes: Database, document: Document):
    now = [NOON]
    service = service_of(notes, lambda: now[0])
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    service.delete(made.id)
    now[0] += timedelta(days=20_000)
    assert service.empty_old_trash() == 0
    assert len(service.trash()) == 1


def test_a_clock_that_is_put_back_does_not_put_changes_before_what_they_change(
    notes: Database, document: Document
):
    now = [NOON]
    service = service_of(notes, lambda: now[0])
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    now[0] -= timedelta(days=400)
    changed = service.edit(made.id, "核实")
    assert changed.modified > made.modified
    assert service.undo() == Undone("修改批注")
    assert service.get(made.id).modified > changed.modified


def test_two_programs_change_different_things_of_one_note(
    service: AnnotationService, other: AnnotationService, document: Document
):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    service.edit(made.id, "核实")
    other.tag(made.id, ["急"])
    other.recolour(made.id, Colour.PINK)
    assert service.undo() == Undone("修改批注")
    kept = service.get(made.id)
    assert (kept.text, kept.tags, kept.colour) == ("", ("急",), Colour.PINK)


def test_what_another_program_wrote_is_not_taken_back(
    service: AnnotationService, other: AnnotationService, document: Document
):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    service.edit(made.id, "甲")
    other.edit(made.id, "乙")
    assert service.undo() == Undone("修改批注", left=1)
    assert texts(service) == ["乙"]


def test_words_of_another_program_that_are_written_over_stay_in_the_history(
    service: AnnotationService, other: AnnotationService, document: Document
):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    service.edit(made.id, "甲")
    other.edit(made.id, "乙")
    service.edit(made.id, "甲甲")
    service.edit(made.id, "甲甲甲")
    former = service._store.former_texts(made.id)
    assert [words for _when, words in former] == ["甲", "乙"]


def test_a_step_that_could_not_be_taken_back_is_not_forgotten(
    service: AnnotationService, notes: Database, document: Document
):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    service.edit(made.id, "核实")
    notes.connection().execute("PRAGMA query_only = 1")
    with pytest.raises(StorageError):
        service.undo()
    notes.connection().execute("PRAGMA query_only = 0")
    assert service.undo() == Undone("修改批注")
    assert texts(service) == [""]


def test_a_change_that_was_not_stored_is_no_step(
    service: AnnotationService, notes: Database, document: Document
):
    made = service.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展")))
    notes.connection().execute("PRAGMA query_only = 1")
    with pytest.raises(StorageError):
        service.edit(made.id, "核实")
    notes.connection().execute("PRAGMA query_only = 0")
    assert service.undo() == Undone("添加")


def package(service: AnnotationService) -> list[Received]:
    return service.hand_out(service.all())


def test_an_import_that_was_taken_back_can_be_made_again(
    service: AnnotationService, other_office: AnnotationService, document: Document
):
    other_office.add(document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展"), text="甲"))
    theirs = package(other_office)
    service.take_in(theirs)
    service.undo()
    assert service.all() == []
    assert len(service.take_in(theirs).trashed) == 1
    service.redo()
    assert texts(service) == ["甲"]
    assert service.take_in(theirs).trashed == []


def test_a_change_taken_in_and_taken_back_is_not_taken_for_known(
    service: AnnotationService, other_office: AnnotationService, document: Document
):
    made = service.add(
        document, Draft(AnnotationKind.NOTE, span_of(document, "绿色发展"), text="甲")
    )
    other_office.take_in(package(service))
    other_office.edit(made.id, "乙")
    theirs = package(other_office)
    service.take_in(theirs)
    service.undo()
    assert texts(service) == ["甲"]
    service.take_in(theirs)
    assert sorted(texts(service)) == ["乙", "甲"]


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


@settings(max_examples=25, deadline=None)
@given(st.lists(ANNOTATIONS, max_size=6, unique_by=lambda one: one.id))
def test_whatever_is_handed_on_as_json_is_the_same_in_an_empty_program_and_comes_back_once(
    notes: list[Annotation],
):
    with TemporaryDirectory() as folder, ExitStack() as opened:
        first, second = (
            opened.enter_context(closing(Database(Path(folder) / name, Schema.NOTES)))
            for name in ("a.sqlite", "b.sqlite")
        )
        AnnotationStore(first).save_all(notes)
        offices = [service_of(database, lambda: NOON) for database in (first, second)]
        before = AnnotationStore(first).all(include_deleted=True)
        for _ in range(2):
            for giver, taker in (offices, offices[::-1]):
                taker.take_in(read_package(giver))
        for database in (first, second):
            living = [one for one in before if one.deleted is None]
            assert AnnotationStore(database).all() == living
        assert len(AnnotationStore(first).all(include_deleted=True)) == len(before)


def read_package(service: AnnotationService) -> Sequence[Received]:
    return annotations_of(json.loads(json_of(package(service)))).received if service.all() else ()


def test_what_others_did_is_taken_back_among_the_notes_own_steps(notes: Database, clock: Clock):
    done, steps = ["accepted"], Steps()
    store = AnnotationStore(notes)
    placing = PlacingService(store, PlacementStore(notes))
    service = AnnotationService(store, placing, "张三", clock, steps=steps)
    deed = Deed(lambda: done.append("back") or 2, lambda: done.append("again") or 0)
    steps.add(Step("采用", (), deeds=(deed,)))
    assert service.undo() == Undone("采用", left=2)
    assert service.redo() == Undone("采用", left=0)
    assert done == ["accepted", "back", "again"]
    assert (service.undo(), service.undo()) == (Undone("采用", left=2), None)
