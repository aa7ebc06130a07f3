"""Folders that are watched for new files, and the files there that were dealt with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyviewer.storage.database import Database

_SEE = """
INSERT INTO seen (path, size, modified) VALUES (?, ?, ?)
ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified
"""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was seen: bytes, and nanoseconds since 1970 of its last change."""

    path: str
    size: int
    modified: int


class WatchStore:
    """What a shelf watches."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def folders(self) -> list[str]:
        """Give the watched folders in order of their names."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT folder FROM watched ORDER BY folder").fetchall()
        return [row["folder"] for row in rows]

    def forget(self) -> None:
        """Forget all folders and files, leaving nothing of their names in the database."""
        with self._database.reading() as connection:
            connection.execute("PRAGMA secure_delete = ON")
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM watched")
            connection.execute("DELETE FROM seen")

    def watch(self, folder: str) -> None:
        """Watch a folder from now on."""
        with self._database.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO watched (folder) VALUES (?)", (folder,))

    def unwatch(self, folder: str) -> None:
        """Watch a folder no longer; what was seen stays known."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM watched WHERE folder = ?", (folder,))

    def seen(self) -> set[FileState]:
        """Give the files that were dealt with, in the state they had then."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT path, size, modified FROM seen").fetchall()
        return {FileState(row["path"], row["size"], row["modified"]) for row in rows}

    def see(self, files: Iterable[FileState]) -> None:
        """Remember files as dealt with in their present state."""
        with self._database.transaction() as connection:
            connection.executemany(_SEE, [(one.path, one.size, one.modified) for one in files])
