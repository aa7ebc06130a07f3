"""Where the user was: the last position in each document, and the open tabs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from policyviewer.domain.documents import DocumentId
from policyviewer.storage.database import Database

_REMEMBER = """
INSERT INTO position (document, start, read) VALUES (:document, :start, :read)
ON CONFLICT (document) DO UPDATE SET start = :start, read = :read
"""


class ReadingStore:
    """Reading positions and tabs; kept with the notes, in the user's own database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, document: DocumentId, offset: int, when: datetime) -> None:
        """Keep the code point at the top of the page."""
        values = {
            "document": document,
            "start": offset,
            "read": when.astimezone(UTC).isoformat(timespec="microseconds"),
        }
        with self._database.transaction() as connection:
            connection.execute(_REMEMBER, values)

    def position(self, document: DocumentId) -> int:
        """Give the code point where a document was left; 0 for one never read."""
        query = "SELECT start FROM position WHERE document = :document"
        with self._database.reading() as connection:
            row = connection.execute(query, {"document": document}).fetchone()
        return 0 if row is None else int(row["start"])

    def last_read(self, limit: int) -> list[tuple[DocumentId, datetime]]:
        """Give the documents that were read last, the latest first, with the time of each."""
        query = "SELECT document, read FROM position ORDER BY read DESC, document LIMIT ?"
        with self._database.reading() as connection:
            rows = connection.execute(query, (limit,)).fetchall()
        return [(DocumentId(row["document"]), datetime.fromisoformat(row["read"])) for row in rows]

    def open_documents(self) -> list[DocumentId]:
        """Give the documents whose tabs were open, the one on the page first."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT document FROM tab ORDER BY ordinal").fetchall()
        return [DocumentId(row["document"]) for row in rows]

    def set_open_documents(self, documents: Sequence[DocumentId]) -> None:
        """Keep which documents are open, the one on the page first."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM tab")
            connection.executemany(
                "INSERT INTO tab (ordinal, document) VALUES (?, ?)", list(enumerate(documents))
            )
