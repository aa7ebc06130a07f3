from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from policyviewer.app.annotating import KEPT
from policyviewer.app.collection import Collection
from policyviewer.app.compiling import FIRST_NAME, CompilationService, Taking
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.app.undoing import Steps
from policyviewer.domain.compilations import CompilationId
from policyviewer.domain.documents import DocumentId, NodeClass
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import Cancelled, JobContext
from policyviewer.storage.compilations import CompilationStore
from policyviewer.storage.database import Database, Schema


@pytest.fixture
def library(filled: Collection) -> LibraryService:
    return LibraryService(filled.shelves)


@pytest.fixture
def service(library: LibraryService, tmp_path: Path) -> Iterator[CompilationService]:
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    yield CompilationService(CompilationStore(database), library)
    database.close()


@pytest.fixture
def opinion(library: LibraryService) -> DocumentId:
    return library.find("蔬菜").id


@pytest.fixture
def made(service: CompilationService, opinion: DocumentId) -> CompilationId:
    wanted = [Taking(opinion), Taking(opinion, TextRange(30, 60))]
    return service.take_in(wanted).compilation.id


def test_what_is_taken_in_first_makes_a_compilation(service, made: CompilationId):
    assert [one.name for one in service.compilations()] == [FIRST_NAME]
    assert [one.is_whole for one in service.parts(made)] == [True, False]


def test_what_is_taken_in_goes_into_the_one_used_last(service, made: CompilationId, opinion):
    other = service.create("农业")
    service.take_in([Taking(opinion)])
    assert len(service.parts(other)) == 1
    service.use(made)
    assert service.take_in([Taking(opinion)]).compilation.id == made


def test_what_is_in_it_already_is_not_put_in_twice(service, made: CompilationId, opinion):
    taken = service.take_in([Taking(opinion), Taking(opinion, TextRange(80, 99))])
    assert (len(taken.names), taken.known) == (1, 1)
    assert len(service.parts(made)) == 3


def test_a_provision_is_taken_in_with_all_that_stands_under_it(service, library, opinion):
    section = next(one for one in library.open(opinion).outline.nodes if one.cls is NodeClass.L1)
    taken = service.take_in([Taking(opinion, provision=section.id)])
    (part,) = service.parts(taken.compilation.id)
    assert part.target.span.start == section.span.start
    assert part.target.span.end >= section.span.end - 1


def test_nothing_is_taken_in_where_one_of_several_is_not_there(service, opinion):
    with pytest.raises(UserError):
        service.take_in([Taking(opinion), Taking(DocumentId("nowhere"))])
    assert service.compilations() == []


def test_headings_and_parts_are_arranged(service, made: CompilationId):
    service.add_heading(made, " 上级  政策 ")
    whole, words, heading = service.parts(made)
    service.arrange(made, [heading, words])
    assert [one.name for one in service.parts(made)] == ["上级 政策", words.name]
    assert whole not in service.parts(made)


def test_a_heading_is_put_before_a_part_and_reworded(service, made: CompilationId):
    first = service.parts(made)[0]
    service.add_heading(made, "上级政策", first.id)
    heading = service.parts(made)[0]
    service.reword(made, heading.id, "省级政策")
    assert [one.name for one in service.parts(made)][:2] == ["省级政策", first.name]


@pytest.mark.parametrize("name", ["", "  \n"])
def test_a_name_without_words_is_refused(service, made: CompilationId, name: str):
    for deed in (service.create, lambda words: service.add_heading(made, words)):
        with pytest.raises(UserError):
            deed(name)


def test_a_name_is_given_once(service, made: CompilationId):
    with pytest.raises(UserError, match="已经有"):
        service.create(FIRST_NAME)
    service.rename(made, FIRST_NAME)


def test_a_deleted_compilation_comes_back(service, made: CompilationId):
    service.delete(made)
    assert service.compilations() == []
    service.restore(made)
    assert len(service.parts(made)) == 2


def test_changes_are_told_until_they_are_accepted(
    service, made: CompilationId, filled: Collection, sources: Path
):
    path = sources / "意见.txt"
    text = path.read_text("utf-8").replace("绿色蔬菜", "绿色有机蔬菜")
    path.write_text(text, encoding="utf-8")
    ImportService(filled.own).job([path])(JobContext())
    assert [one.present.changed for one in service.present(made)] == [True, False]
    assert service.accept(made, service.present(made)) >= 1
    assert not any(one.present.changed for one in service.present(made))


def test_looking_for_changes_can_be_stopped(service, made: CompilationId):
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        service.present(made, stop)


@pytest.fixture
def steps() -> Steps:
    return Steps()


@pytest.fixture
def clock() -> list[datetime]:
    """Give the time that it is: the last of these."""
    return [datetime(2026, 5, 1, 12, tzinfo=UTC)]


@pytest.fixture
def stepping(library, tmp_path: Path, steps: Steps, clock) -> Iterator[CompilationService]:
    database = Database(tmp_path / "stepping.sqlite", Schema.NOTES)
    yield CompilationService(CompilationStore(database), library, lambda: clock[-1], steps)
    database.close()


def take_back(steps: Steps) -> int:
    step = steps.last_done
    steps.took_back()
    return sum(one.take_back() for one in step.deeds)


def make_again(steps: Steps) -> int:
    step = steps.last_undone
    steps.made_again()
    return sum(one.make_again() for one in step.deeds)


def test_every_change_of_parts_is_taken_back_and_made_again(stepping, steps: Steps, opinion):
    book = stepping.take_in([Taking(opinion), Taking(opinion, TextRange(30, 60))]).compilation.id
    stepping.add_heading(book, "上级政策")
    stepping.remove(book, stepping.parts(book)[0].id)
    assert len(stepping.parts(book)) == 2
    counts = []
    for _step in range(3):
        assert take_back(steps) == 0
        counts.append(len(stepping.parts(book)))
    assert counts == [3, 2, 0]
    for _step in range(3):
        assert make_again(steps) == 0
    assert [one.heading for one in stepping.parts(book)] == ["", "上级政策"]


def test_what_was_accepted_is_taken_back(
    stepping, steps: Steps, opinion, filled: Collection, sources: Path
):
    book = stepping.take_in([Taking(opinion)]).compilation.id
    path = sources / "意见.txt"
    path.write_text(path.read_text("utf-8").replace("绿色", "有机"), encoding="utf-8")
    ImportService(filled.own).job([path])(JobContext())
    before = stepping.parts(book)
    stepping.accept(book, stepping.present(book))
    assert stepping.parts(book) != before
    assert take_back(steps) == 0
    assert stepping.parts(book) == before
    assert [one.present.changed for one in stepping.present(book)] == [True]


def test_what_was_changed_otherwise_since_stays_and_is_told(stepping, steps: Steps, opinion):
    book = stepping.take_in([Taking(opinion)]).compilation.id
    stepping.add_heading(book, "上级")
    heading = stepping.parts(book)[1]
    step = steps.last_done
    stepping.reword(book, heading.id, "省级")
    assert sum(one.take_back() for one in step.deeds) == 1
    assert [one.heading for one in stepping.parts(book)] == ["", "省级"]


def test_nothing_done_is_no_step(stepping, steps: Steps, opinion):
    book = stepping.take_in([Taking(opinion)]).compilation.id
    step = steps.last_done
    stepping.take_in([Taking(opinion)])
    stepping.arrange(book, stepping.parts(book))
    assert steps.last_done is step


def test_a_deletion_is_taken_back(stepping, steps: Steps, opinion):
    book = stepping.take_in([Taking(opinion)]).compilation.id
    stepping.delete(book)
    assert [one.parts for one in stepping.trash()] == [1]
    take_back(steps)
    assert ([one.id for one in stepping.compilations()], stepping.trash()) == ([book], [])
    make_again(steps)
    assert stepping.compilations() == []


def test_one_that_comes_back_takes_no_other_ones_name(stepping):
    for _time in range(3):
        stepping.delete(stepping.create("农田"))
    stepping.create("农田")
    for one in stepping.trash():
        stepping.restore(one.compilation.id)
    names = {one.name for one in stepping.compilations()}
    assert names == {"农田", "农田（2）", "农田（3）", "农田（4）"}


def test_what_was_deleted_goes_after_ninety_days(stepping, clock: list[datetime]):
    stepping.delete(stepping.create("农田"))
    clock.append(clock[0] + KEPT + timedelta(days=1))
    assert stepping.empty_old_trash() == 0  # the clock alone does not tell that time went by
    stepping.create("道路")
    assert stepping.empty_old_trash() == 1


def test_without_compilations_no_trash_is_emptied(stepping):
    assert stepping.empty_old_trash() == 0
