from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.unit.storage.conftest import note

from policyviewer.app.annotating import AnnotationService, Undone
from policyviewer.app.keeping import KeepingService, Restored, annotations_in
from policyviewer.app.placing import PlacingService
from policyviewer.domain.annotations import AnnotationId
from policyviewer.domain.errors import StorageError
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.folders import FolderStore
from policyviewer.storage.placements import PlacementStore
from policyviewer.storage.recovery import Recovered

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


class Desk:
    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "notes.sqlite", Schema.NOTES)
        self.store = AnnotationStore(self.database)
        placing = PlacingService(self.store, PlacementStore(self.database))
        self.annotating = AnnotationService(self.store, placing, "张三")
        self.keeping = KeepingService(self.database, folder / "backups", self.annotating)

    @property
    def words(self) -> list[str]:
        return sorted(one.text for one in self.annotating.all())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.store.save(note("n1", text="一"))
    made.store.save(note("n2", text="二"))
    yield made
    made.database.close()


def test_a_second_folder_gets_a_backup_too(desk: Desk, tmp_path: Path):
    second = tmp_path / "U盘"
    made = desk.keeping.take(second, NOON)
    assert [one.text for one in annotations_in(second / made.name)]
    (listed,) = desk.keeping.taken(second)
    assert (listed.path, listed.taken) == (made, NOON)


def test_a_backup_is_taken_along_while_the_notes_are_written(desk: Desk, tmp_path: Path):
    made = desk.keeping.take(now=NOON)
    with desk.database.transaction():
        along = desk.keeping.take_along(made, tmp_path / "U盘", NOON)
    assert (along.name, along.read_bytes()) == (made.name, made.read_bytes())


def test_a_second_folder_that_is_not_there_costs_the_first_nothing(desk: Desk, tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(StorageError):
        desk.keeping.take(blocked / "folder", NOON)
    assert len(desk.keeping.taken()) == 1


def test_notes_come_back_as_they_were_and_what_came_since_stays(desk: Desk):
    backup = desk.keeping.take(now=NOON)
    desk.annotating.edit(AnnotationId("n1"), "改坏了")
    desk.annotating.delete(AnnotationId("n2"))
    desk.store.save(note("n3", text="三"))
    assert desk.keeping.restore(backup) == Restored(2, Recovered())
    assert desk.words == ["一", "三", "二"]
    assert desk.annotating.undo() == Undone("从备份恢复")
    assert desk.words == ["三", "改坏了"]


def test_restoring_what_is_there_changes_nothing(desk: Desk):
    assert desk.keeping.restore(desk.keeping.take(now=NOON)) == Restored(0, Recovered())
    assert desk.annotating.undo() is None


def test_other_work_comes_back_too_and_the_present_is_backed_up_before(desk: Desk):
    folders = FolderStore(desk.database)
    name = folders.create("待办")
    backup = desk.keeping.take(now=NOON)
    folders.delete(name, NOON)
    later = NOON + timedelta(hours=1)
    assert desk.keeping.restore(backup, later) == Restored(0, Recovered(folders=1))
    assert [one.name for one in folders.folders()] == ["待办"]
    assert [one.taken for one in desk.keeping.taken()] == [later, NOON]


def test_what_is_no_backup_is_refused(desk: Desk, tmp_path: Path):
    (tmp_path / "x.sqlite").write_bytes(b"no database")
    for name in ("x.sqlite", "missing.sqlite"):
        with pytest.raises(StorageError, match="不是完好的备份"):
            desk.keeping.restore(tmp_path / name)
    assert desk.words == ["一", "二"]


def test_the_newest_backup_is_listed_first(desk: Desk):
    for hours in range(3):
        desk.keeping.take(now=NOON + timedelta(hours=hours))
    listed = desk.keeping.taken()
    assert [one.taken for one in listed] == sorted((one.taken for one in listed), reverse=True)
