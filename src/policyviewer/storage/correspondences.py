"""What the user said of a local document's paragraphs and its superior's, kept with the notes."""

from __future__ import annotations

from datetime import UTC, datetime

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.superior import Settled
from policyviewer.storage.database import Database

_OF = """
SELECT local_paragraph, superior_paragraph FROM correspondence
WHERE superior = ? AND local = ? ORDER BY local_paragraph
"""
_PUT = "INSERT OR REPLACE INTO correspondence VALUES (?, ?, ?, ?, ?)"
_FORGET = "DELETE FROM correspondence WHERE superior = ? AND local = ? AND local_paragraph = ?"


class CorrespondenceStore:
    """Decisions on pairs of documents; each is committed on return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, superior: DocumentId, local: DocumentId) -> list[Settled]:
        """Give what was said of a local document's paragraphs."""
        with self._database.reading() as connection:
            rows = connection.execute(_OF, (superior, local)).fetchall()
        return [Settled(row["local_paragraph"], row["superior_paragraph"]) for row in rows]

    def put(
        self, superior: DocumentId, local: DocumentId, settled: Settled, when: datetime
    ) -> None:
        """Keep a decision, in the place of an earlier one on the same paragraph."""
        stamp = when.astimezone(UTC).isoformat(timespec="microseconds")
        row = (superior, local, settled.local, settled.superior, stamp)
        with self._database.transaction() as connection:
            connection.execute(_PUT, row)

    def forget(self, superior: DocumentId, local: DocumentId, paragraph: str) -> None:
        """Let the words tell again where a paragraph comes from."""
        with self._database.transaction() as connection:
            connection.execute(_FORGET, (superior, local, paragraph))
