from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
from collections import Counter
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from policyviewer.domain.errors import DamagedDatabaseError, StorageError
from policyviewer.domain.tasks import Cancelled
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.steps import Step

ONE = Step(1, "CREATE TABLE one (n INTEGER);")
TWO = Step(2, "CREATE TABLE two (n INTEGER); INSERT INTO two VALUES (2);")
BROKEN = Step(2, "CREATE TABLE two (n INTEGER); INSERT INTO nowhere VALUES (1);")


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as plain:
        return {row[0] for row in plain.execute("SELECT name FROM sqlite_master")}


def fill(database: Database, amount: int = 1) -> None:
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO tab (ordinal, document) VALUES (?, ?)",
            [(number, "d" * 2000) for number in range(amount)],
        )


def count(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM tab").fetchone()[0])


def test_a_new_file_gets_every_step(open_database):
    assert open_database(steps=(ONE, TWO)).version == 2


def test_pending_steps_are_applied_after_a_copy_was_kept(open_database, tmp_path: Path):
    open_database(steps=(ONE,)).connection()
    assert open_database(steps=(ONE, TWO)).version == 2
    assert "one" in tables(tmp_path / "notes.before-v2.sqlite")
    assert "two" not in tables(tmp_path / "notes.before-v2.sqlite")


def test_a_failing_step_leaves_nothing(open_database, tmp_path: Path):
    open_database(steps=(ONE,)).close()
    open_database(steps=(ONE,)).connection()
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_database(steps=(ONE, BROKEN)).connection()
    assert "two" not in tables(tmp_path / "notes.sqlite")
    assert open_database(steps=(ONE,)).version == 1


def test_a_newer_file_is_refused_unchanged(open_database, tmp_path: Path):
    open_database(steps=(ONE, TWO)).close()
    open_database(steps=(ONE, TWO)).connection()
    with pytest.raises(StorageError, match="更新版本"):
        open_database(steps=(ONE,)).connection()
    assert {"one", "two"} <= tables(tmp_path / "notes.sqlite")


def test_an_exception_undoes_the_whole_transaction(open_database):
    database = open_database()

    def change() -> None:
        with database.transaction():
            fill(database, 3)
            raise Cancelled

    with pytest.raises(Cancelled):
        change()
    assert count(database) == 0


def test_a_transaction_within_another_is_part_of_it(open_database):
    database = open_database()
    with database.transaction():
        fill(database)
        assert count(database) == 1
    assert count(open_database()) == 1


def test_every_thread_has_its_own_connection(open_database):
    database = open_database()
    seen = {database.connection()}
    thread = threading.Thread(target=lambda: seen.add(database.connection()))  # noqa: TID251
    thread.start()
    thread.join()
    assert len(seen) == 2


def test_a_reader_sees_what_another_thread_committed(open_database):
    database = open_database()
    thread = threading.Thread(target=fill, args=(database, 2))  # noqa: TID251
    thread.start()
    thread.join()
    assert count(database) == 2


@pytest.mark.parametrize("content", [b"this is no database at all" * 99, b"SQLite format 3\0" * 99])
def test_a_file_that_is_no_database_is_told(open_database, tmp_path: Path, content: bytes):
    (tmp_path / "notes.sqlite").write_bytes(content)
    with pytest.raises(DamagedDatabaseError, match="损坏"):
        open_database().connection()


def test_damage_inside_is_found_by_the_check(open_database, tmp_path: Path):
    first = open_database()
    fill(first, 200)
    first.seal()
    first.close()
    path = tmp_path / "notes.sqlite"
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40_000] = b"\xff" * 40_000
    path.write_bytes(data)
    with pytest.raises(DamagedDatabaseError):
        open_database().check()


def test_a_sound_file_passes_the_check(open_database):
    database = open_database()
    fill(database, 10)
    database.check()


def test_a_full_disk_is_told_and_nothing_is_lost(open_database):
    database = open_database()
    fill(database)
    pages = database.connection().execute("PRAGMA page_count").fetchone()[0]
    database.connection().execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StorageError, match="磁盘已满"), database.transaction() as connection:
        connection.execute("INSERT INTO tab VALUES (9, ?)", ("x" * 100_000,))
    assert count(database) == 1


def test_a_locked_file_is_told(open_database, tmp_path: Path):
    database = open_database()
    database.connection().execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(tmp_path / "notes.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="另一个程序"):
            fill(database)


def test_a_sealed_file_is_read_without_writing(open_database, tmp_path: Path):
    first = open_database()
    fill(first)
    first.seal()
    first.close()
    (tmp_path / "notes.sqlite").chmod(stat.S_IREAD)
    assert count(open_database(read_only=True)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["notes.sqlite"]


def test_an_old_file_on_a_read_only_place_is_told(open_database):
    old = open_database(steps=(ONE,))
    old.seal()
    old.close()
    with pytest.raises(StorageError, match="格式较旧"):
        open_database(steps=(ONE, TWO), read_only=True).connection()


def test_an_unfinished_journal_on_a_read_only_place_is_told(open_database):
    fill(open_database())
    with pytest.raises(StorageError, match="没有正常关闭"):
        open_database(read_only=True).connection()


def test_a_missing_file_on_a_read_only_place_is_told(open_database):
    with pytest.raises(StorageError, match="打不开"):
        open_database(read_only=True).connection()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="文件夹"):
        Database(tmp_path / "file" / "notes.sqlite", Schema.NOTES).connection()


def test_notes_survive_a_power_cut_by_their_settings(open_database):
    assert open_database().connection().execute("PRAGMA synchronous").fetchone()[0] == 2
    assert open_database().connection().execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_snapshot_does_not_see_what_is_committed_meanwhile(open_database):
    mine, other = open_database(), open_database()
    fill(other)
    with mine.snapshot() as connection:
        before = connection.execute("SELECT count(*) FROM tab").fetchone()[0]
        other.connection().execute("DELETE FROM tab")
        assert connection.execute("SELECT count(*) FROM tab").fetchone()[0] == before
    assert (before, count(mine)) == (1, 0)


def test_a_snapshot_in_a_transaction_sees_what_it_changed(open_database):
    database = open_database()
    with database.transaction():
        fill(database)
        with database.snapshot():
            assert count(database) == 1
    assert count(open_database()) == 1


def test_what_is_changed_in_a_snapshot_is_kept(open_database):
    database = open_database()
    with database.snapshot():
        fill(database)
    assert count(open_database()) == 1


def test_a_snapshot_that_fails_is_over(open_database):
    database = open_database()
    with pytest.raises(Cancelled), database.snapshot():
        raise Cancelled
    fill(database)
    assert count(open_database()) == 1


def test_an_interrupted_change_on_a_read_only_place_is_told(open_database, tmp_path: Path):
    first = open_database()
    fill(first)
    first.seal()
    first.close()
    (tmp_path / "notes.sqlite-journal").write_bytes(b"half a change")
    with pytest.raises(StorageError, match="没有正常关闭"):
        open_database(read_only=True).connection()


ROUNDS = 40
"""New files: without care some of them are refused, or keep the slow journal."""
_OPENING = """
import sys
from pathlib import Path
from policyviewer.storage.database import Database, Schema

folder = Path(sys.argv[1])
for name in sys.stdin:  # a name comes to every program at the same moment
    database = Database(folder / name.strip(), Schema.LIBRARY)
    print(database.connection().execute("PRAGMA journal_mode").fetchone()[0], flush=True)
    database.close()
"""


def test_programs_that_open_a_new_file_at_once_all_succeed(tmp_path: Path):
    command = [sys.executable, "-c", _OPENING, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with ExitStack() as opened:
        programs = [opened.enter_context(subprocess.Popen(command, **pipes)) for _ in range(4)]
        for program in programs:
            opened.callback(program.kill)
        journals: Counter[str] = Counter()
        for number in range(ROUNDS):
            for program in programs:
                print(f"{number}.sqlite", file=program.stdin, flush=True)
            journals.update(program.stdout.readline().strip() for program in programs)
        told = [program.communicate()[0] for program in programs]
    assert told == [""] * 4
    assert journals == {"wal": 4 * ROUNDS}
