from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from policyviewer.domain.errors import StorageError
from policyviewer.storage.copies import copy_of
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.watching import WatchStore


def test_a_database_in_use_is_copied_whole(tmp_path: Path):
    with closing(Database(tmp_path / "a.sqlite", Schema.LIBRARY)) as database:
        WatchStore(database).watch("/政策")
        copy_of(tmp_path / "a.sqlite", tmp_path / "b.sqlite")
    assert {path.name for path in tmp_path.iterdir()} == {"a.sqlite", "b.sqlite"}
    with closing(Database(tmp_path / "b.sqlite", Schema.LIBRARY, read_only=True)) as copy:
        assert WatchStore(copy).folders() == ["/政策"]


def test_the_same_database_gives_the_same_copy(tmp_path: Path):
    with closing(Database(tmp_path / "a.sqlite", Schema.LIBRARY)) as database:
        WatchStore(database).watch("/政策")
    for name in ("b.sqlite", "c.sqlite"):
        copy_of(tmp_path / "a.sqlite", tmp_path / name)
    assert (tmp_path / "b.sqlite").read_bytes() == (tmp_path / "c.sqlite").read_bytes()


def test_what_is_no_database_is_told(tmp_path: Path):
    (tmp_path / "a.sqlite").write_text("kein SQLite" * 100, encoding="utf-8")
    with pytest.raises(StorageError):
        copy_of(tmp_path / "a.sqlite", tmp_path / "b.sqlite")
