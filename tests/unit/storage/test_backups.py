from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError
from policyviewer.storage.backups import Backups, taken_at, worth_keeping
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.reading import ReadingStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def notes(open_database, tmp_path: Path) -> Database:
    database = open_database()
    ReadingStore(database).set_open_documents([DocumentId("a")])
    return database


@pytest.fixture
def backups(notes: Database, tmp_path: Path) -> Backups:
    return Backups(notes.path, tmp_path / "backups")


def tabs(path: Path) -> list[str]:
    database = Database(path, Schema.NOTES)
    found = ReadingStore(database).open_documents()
    database.close()
    return found


def test_a_database_in_use_is_copied_whole(backups: Backups):
    taken = backups.take(NOON)
    assert tabs(taken) == ["a"]
    assert taken_at(taken) == NOON


def test_the_newest_good_one_is_chosen(backups: Backups):
    good = backups.take(NOON)
    broken = backups.take(NOON + timedelta(hours=1))
    broken.write_bytes(b"broken" * 1000)
    assert backups.newest_good(NOON) == good


def test_without_backups_there_is_none(tmp_path: Path):
    assert Backups(tmp_path / "n.sqlite", tmp_path / "nowhere").newest_good(NOON) is None


def test_nothing_unfinished_is_left_when_there_is_no_room(backups: Backups, tmp_path: Path):
    (tmp_path / "backups").touch()
    with pytest.raises(StorageError, match="备份"):
        backups.take(NOON)


def test_a_broken_database_is_moved_with_its_journals(tmp_path: Path):
    path = tmp_path / "notes.sqlite"
    for name in ("notes.sqlite", "notes.sqlite-wal"):
        (tmp_path / name).write_bytes(b"broken")
    kept = Backups(path, tmp_path / "backups").set_aside(NOON)
    assert kept.read_bytes() == b"broken"
    assert not path.exists()
    assert len(list(tmp_path.glob("*.damaged-*"))) == 2


def test_a_backup_goes_only_to_a_free_place(backups: Backups, notes: Database):
    taken = backups.take(NOON)
    with pytest.raises(StorageError, match="没有覆盖"):
        backups.restore(taken)
    notes.close()
    backups.set_aside(NOON)
    backups.restore(taken)
    assert tabs(notes.path) == ["a"]


def test_backups_are_thinned_out_with_age():
    hourly = [(Path(f"{n}"), NOON - timedelta(hours=n)) for n in range(24 * 400)]
    ages = sorted(int(path.name) for path in worth_keeping(hourly, NOON))
    assert ages[:24] == list(range(24))
    assert sum(24 <= age < 24 * 30 for age in ages) == 28
    assert len(ages) == 24 + 28 + 10
    assert max(ages) > 24 * 300


def test_many_backups_of_one_hour_do_not_push_out_those_of_the_hours_before():
    often = [(Path(f"o{n}"), NOON + timedelta(minutes=n)) for n in range(50)]
    before = [(Path(f"b{n}"), NOON - timedelta(hours=n)) for n in range(1, 20)]
    kept = {path.name for path in worth_keeping([*often, *before], NOON + timedelta(hours=1))}
    assert kept == {"o49", *(f"b{n}" for n in range(1, 20))}


def test_a_clock_that_runs_ahead_costs_no_backup():
    daily = [(Path(f"{n}"), NOON - timedelta(days=n)) for n in range(30)]
    ahead = (Path("ahead"), NOON + timedelta(days=20_000))
    assert len(worth_keeping([*daily, ahead], ahead[1])) == 30
    assert len(worth_keeping([*daily, ahead], NOON)) == 31


def test_one_dated_later_than_now_is_not_taken_for_the_newest(backups: Backups):
    ahead = backups.take(NOON + timedelta(days=20_000))
    right = backups.take(NOON)
    assert backups.newest_good(NOON) == right
    right.unlink()
    assert backups.newest_good(NOON) == ahead


def test_what_the_user_put_beside_the_backups_is_none(backups: Backups, tmp_path: Path):
    taken = backups.take(NOON)
    (tmp_path / "backups" / "notes-给小王.sqlite").write_bytes(b"mine")
    assert backups.taken() == [taken]


def test_a_journal_left_behind_is_never_played_into_a_backup(backups: Backups, notes: Database):
    taken = backups.take(NOON)
    notes.close()
    notes.path.unlink()
    notes.path.with_name(f"{notes.path.name}-wal").write_bytes(b"of another file")
    with pytest.raises(StorageError, match="没有覆盖"):
        backups.restore(taken)


def test_a_backup_is_one_file_and_an_empty_one_is_not_good(backups: Backups, tmp_path: Path):
    taken = backups.take(NOON)
    later = taken.with_name(taken.name.replace("T12", "T13"))
    later.touch()
    assert backups.newest_good(NOON) == taken
    assert {path.suffix for path in (tmp_path / "backups").iterdir()} == {".sqlite"}


def test_a_backup_is_one_file(backups: Backups, tmp_path: Path):
    taken = backups.take(NOON)
    assert backups.newest_good(NOON) == taken
    with closing(sqlite3.connect(taken)) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert list((tmp_path / "backups").iterdir()) == [taken]


def test_an_old_backup_that_cannot_be_removed_costs_no_new_one(
    backups: Backups, monkeypatch: pytest.MonkeyPatch
):
    for hour in range(30):
        backups.take(NOON - timedelta(days=3, hours=hour))

    def refused(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(f"in use ({missing_ok})")

    monkeypatch.setattr(Path, "unlink", refused)
    assert backups.newest_good(NOON) != backups.take(NOON + timedelta(hours=1)).with_suffix(".part")
    assert taken_at(backups.taken()[0]) == NOON + timedelta(hours=1)


def test_journals_set_aside_keep_belonging_to_their_database(tmp_path: Path):
    path = tmp_path / "notes.sqlite"
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).touch()
    kept = Backups(path, tmp_path / "backups").set_aside(NOON)
    names = {kept.name + ending for ending in ("", "-wal", "-shm", "-journal")}
    assert {file.name for file in tmp_path.iterdir()} == names


def test_half_a_backup_is_never_in_the_databases_place(
    backups: Backups, notes: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    taken = backups.take(NOON)
    notes.close()
    backups.set_aside(NOON)
    before = set(tmp_path.iterdir())

    def half(source: Path, target: Path) -> None:
        Path(target).write_bytes(Path(source).read_bytes()[:100])
        raise OSError("no space left")

    monkeypatch.setattr(shutil, "copyfile", half)
    with pytest.raises(StorageError, match="不能恢复"):
        backups.restore(taken)
    assert set(tmp_path.iterdir()) == before
