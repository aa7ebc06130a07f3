"""The user's folders, in the database of the notes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.folders import Folder, FolderId
from policyviewer.storage.database import Database

_FOLDERS = "SELECT id, name FROM folder WHERE deleted IS NULL ORDER BY name, id"
_NAMED = "SELECT id FROM folder WHERE name = ? AND deleted IS NULL"
_PUT = "INSERT OR IGNORE INTO placed (folder, document) VALUES (?, ?)"
_TAKE = "DELETE FROM placed WHERE folder = ? AND document = ?"


class FolderStore:
    """Folders by name; each change is committed on return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def folders(self) -> list[Folder]:
        """Give the folders in the order of their names, with their documents."""
        with self._database.snapshot() as connection:
            placed: dict[int, set[DocumentId]] = {}
            for row in connection.execute("SELECT folder, document FROM placed"):
                placed.setdefault(row["folder"], set()).add(DocumentId(row["document"]))
            rows = connection.execute(_FOLDERS).fetchall()
        return [
            Folder(FolderId(row["id"]), row["name"], frozenset(placed.get(row["id"], ())))
            for row in rows
        ]

    def named(self, name: str) -> FolderId | None:
        """Give the folder of a name."""
        with self._database.reading() as connection:
            row = connection.execute(_NAMED, (name,)).fetchone()
        return None if row is None else FolderId(row["id"])

    def create(self, name: str) -> FolderId:
        """Make an empty folder."""
        with self._database.transaction() as connection:
            made = connection.execute("INSERT INTO folder (name) VALUES (?)", (name,)).lastrowid
        return FolderId(made or 0)

    def rename(self, folder: FolderId, name: str) -> None:
        """Give a folder another name."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE folder SET name = ? WHERE id = ?", (name, folder))

    def delete(self, folder: FolderId, when: datetime) -> None:
        """Take a folder out of the list; :meth:`restore` brings it back as it was."""
        stamp = when.astimezone(UTC).isoformat(timespec="microseconds")
        with self._database.transaction() as connection:
            connection.execute("UPDATE folder SET deleted = ? WHERE id = ?", (stamp, folder))

    def restore(self, folder: FolderId) -> None:
        """Put a deleted folder back."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE folder SET deleted = NULL WHERE id = ?", (folder,))

    def put(self, folder: FolderId, documents: Iterable[DocumentId]) -> None:
        """Put documents into a folder; those that are in it stay."""
        with self._database.transaction() as connection:
            connection.executemany(_PUT, [(folder, one) for one in documents])

    def take(self, folder: FolderId, documents: Iterable[DocumentId]) -> None:
        """Take documents out of a folder; they stay in the library."""
        with self._database.transaction() as connection:
            connection.executemany(_TAKE, [(folder, one) for one in documents])
