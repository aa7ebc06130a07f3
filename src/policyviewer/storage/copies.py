"""A copy of a database that another program may be using meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from policyviewer.storage.addresses import address
from policyviewer.storage.failures import explained


def copy_of(database: Path, target: Path) -> None:
    """Copy a database page by page through SQLite; pages keep their places.

    Two versions of a library therefore have most of their pages in common. Raises StorageError.
    """
    with (
        explained(database),
        closing(sqlite3.connect(address(database.absolute(), "mode=ro"), uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # the original's WAL would leave files behind
