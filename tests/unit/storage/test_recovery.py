from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.domain.annotations import Colour, Quote, Target
from policyviewer.domain.compilations import CompiledPart, PartId
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.superior import Settled
from policyviewer.storage.compilations import CompilationStore
from policyviewer.storage.copies import copy_of
from policyviewer.storage.correspondences import CorrespondenceStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.folders import FolderStore
from policyviewer.storage.recovery import Recovered, recover
from policyviewer.storage.searches import SearchStore
from policyviewer.storage.tags import TagStore
from policyviewer.storage.task_progress import TaskProgressStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ROAD, WATER = DocumentId("road"), DocumentId("water")
TARGET = Target(ROAD, 1, "main/l1_1", TextRange(3, 5), Quote("修路", "前", "后"), "意见")
DOING, DONE = TaskProgress(TaskStatus.DOING), TaskProgress(TaskStatus.DONE)


class Work:
    """Everything that a user makes besides annotations."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.folders = FolderStore(database)
        self.searches = SearchStore(database)
        self.tags = TagStore(database)
        self.progress = TaskProgressStore(database)
        self.decisions = CorrespondenceStore(database)
        self.compilations = CompilationStore(database)

    def fill(self) -> None:
        self.folders.put(self.folders.create("待办"), [ROAD])
        self.searches.save(SearchQuery("道路"), "修路", NOON)
        self.tags.set_colour("急", Colour.PINK)
        self.progress.keep(TARGET, DOING, NOON, None)
        self.decisions.put(WATER, ROAD, Settled("p1", "p2"), NOON)
        made = self.compilations.create("农田", NOON)
        self.compilations.add(made, [CompiledPart(PartId(0), "上级"), PART])

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.compilations.compilations()]


PART = CompiledPart(PartId(0), "", TARGET, "现行有效")


@pytest.fixture
def work(open_database) -> Work:
    return Work(open_database(Schema.NOTES))


@pytest.fixture
def former(work: Work, tmp_path: Path) -> Iterator[Path]:
    """A backup that was taken when everything was there."""
    work.fill()
    path = tmp_path / "former.sqlite"
    copy_of(work.database.path, path)
    return path


def test_what_is_gone_comes_back(work: Work, former: Path):
    for table in ("folder", "search", "tag_colour", "task_progress", "correspondence"):
        work.database.connection().execute(f"DELETE FROM {table}")
    work.compilations.delete(work.compilations.named("农田"), NOON)
    assert recover(work.database, former, "（备份）") == Recovered(1, 1, 1, 1, 1, 1, 1)
    (folder,) = work.folders.folders()
    assert (folder.name, folder.documents) == ("待办", {ROAD})
    assert [one.name for one in work.searches.saved()] == ["修路"]
    assert work.tags.colours() == {"急": Colour.PINK}
    assert [one.progress for one in work.progress.of(ROAD)] == [DOING]
    assert work.decisions.of(WATER, ROAD) == [Settled("p1", "p2")]
    parts = work.compilations.parts(work.compilations.named("农田"))
    assert [(one.heading, one.target) for one in parts] == [("上级", None), ("", TARGET)]


def test_where_nothing_is_gone_nothing_is_changed(work: Work, former: Path):
    assert not recover(work.database, former, "（备份）")
    assert work.names == ["农田"]


def test_what_was_made_since_stays(work: Work, former: Path):
    (kept,) = work.progress.of(ROAD)
    work.progress.keep(TARGET, DONE, NOON, kept.id)
    work.tags.set_colour("急", Colour.BLUE)
    work.folders.put(work.folders.named("待办"), [WATER])
    assert not recover(work.database, former, "（备份）")
    assert [one.progress for one in work.progress.of(ROAD)] == [DONE]
    assert work.tags.colours() == {"急": Colour.BLUE}


def test_documents_come_back_into_a_folder_that_is_there(work: Work, former: Path):
    work.folders.take(work.folders.named("待办"), [ROAD])
    assert recover(work.database, former, "（备份）") == Recovered(placed=1)


def test_a_compilation_that_reads_otherwise_now_gets_the_former_beside_it_once(
    work: Work, former: Path
):
    work.compilations.replace(work.compilations.named("农田"), [PART])
    for expected in (Recovered(compilations=1), Recovered()):
        assert recover(work.database, former, "（备份）") == expected
    assert sorted(work.names) == ["农田", "农田（备份）"]
    assert len(work.compilations.parts(work.compilations.named("农田"))) == 1


def test_another_attempt_is_possible_when_the_first_could_not_be(work: Work, tmp_path: Path):
    with pytest.raises(StorageError):
        recover(work.database, tmp_path / "missing.sqlite", "")
    work.fill()
    good = tmp_path / "good.sqlite"
    copy_of(work.database.path, good)
    assert not recover(work.database, good, "")
