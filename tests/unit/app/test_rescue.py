from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.app import rescue
from policyviewer.app.paths import AppPaths
from policyviewer.app.services import open_notes
from policyviewer.storage.backups import Backups
from policyviewer.storage.reading import ReadingStore

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
BROKEN = b"this was a database once" * 500


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    paths = AppPaths.under(tmp_path)
    database = open_notes(paths)
    ReadingStore(database).set_open_documents(["manual"])
    Backups(paths.notes, paths.backups).take(NOW)
    database.close()
    paths.notes.write_bytes(BROKEN)
    return paths


def test_the_broken_file_is_kept(paths: AppPaths):
    assert rescue.set_aside(paths, lambda: NOW).read_bytes() == BROKEN


def test_nothing_is_moved_before_the_user_has_decided(paths: AppPaths):
    """Or the next start would begin anew without a word."""
    assert rescue.look(paths, lambda: NOW).taken == NOW
    assert paths.notes.read_bytes() == BROKEN


def test_the_newest_backup_comes_back(paths: AppPaths):
    found = rescue.look(paths, lambda: NOW)
    assert found.taken == NOW
    assert "2026" in rescue.offer(found)
    assert restored(paths, found) == ["manual"]


def test_the_second_folder_is_asked_where_the_first_is_lost_too(paths: AppPaths, tmp_path: Path):
    second = tmp_path / "另一块硬盘"
    paths.backups.rename(second)
    found = rescue.look(paths, lambda: NOW, second)
    assert (found.taken, found.backup.parent) == (NOW, second)
    assert restored(paths, found) == ["manual"]


def test_without_a_backup_the_notes_begin_anew(paths: AppPaths):
    for backup in paths.backups.iterdir():
        backup.unlink()
    found = rescue.look(paths, lambda: NOW)
    assert (found.backup, found.taken) == (None, None)
    assert "没有找到" in rescue.offer(found)
    assert restored(paths, found) == []


def restored(paths: AppPaths, found: rescue.Rescue) -> list[str]:
    """Give the tabs that were open, after the broken file was set aside."""
    rescue.set_aside(paths, lambda: NOW)
    rescue.restore(paths, found)
    database = open_notes(paths)
    documents = ReadingStore(database).open_documents()
    database.close()
    return documents
