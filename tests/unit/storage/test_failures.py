from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from policyviewer.domain.errors import DamagedDatabaseError, StorageError
from policyviewer.storage.failures import explained, is_busy

PATH = Path("notes.sqlite")


def raised(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("told by SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    "code",
    [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR],
)
def test_the_worlds_failures_are_told_with_a_hint(code: int):
    with pytest.raises(StorageError) as caught, explained(PATH):
        raise raised(code)
    assert "notes.sqlite" in caught.value.text
    assert caught.value.hint


def test_extended_codes_count_as_their_kind():
    with pytest.raises(StorageError, match="出错"), explained(PATH):
        raise raised(sqlite3.SQLITE_IOERR_FSYNC)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB])
def test_damage_is_its_own_kind(code: int):
    with pytest.raises(DamagedDatabaseError), explained(PATH):
        raise raised(code)


def test_a_bug_of_ours_passes_through():
    with pytest.raises(sqlite3.OperationalError), explained(PATH):
        raise raised(sqlite3.SQLITE_ERROR)


@pytest.mark.parametrize(
    ("code", "busy"),
    [
        (sqlite3.SQLITE_BUSY, True),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, True),
        (sqlite3.SQLITE_LOCKED, False),
        (sqlite3.SQLITE_IOERR, False),
    ],
)
def test_busy_is_what_another_connection_makes_it(code: int, busy: bool):
    assert is_busy(raised(code)) is busy
