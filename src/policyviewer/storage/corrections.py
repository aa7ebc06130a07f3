"""What the user corrected in the reading of documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from policyviewer.domain.corrections import Corrections, HeadingCorrection
from policyviewer.domain.documents import DocumentId, NodeClass
from policyviewer.storage.database import Database

_GET = "SELECT content FROM correction WHERE document = ?"
_SET = """
INSERT INTO correction (document, content) VALUES (?, ?)
ON CONFLICT (document) DO UPDATE SET content = excluded.content
"""


class CorrectionStore:
    """The corrections of one shelf, one set a document."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document: DocumentId) -> Corrections:
        """Give the corrections of a document; none are an empty set."""
        with self._database.reading() as connection:
            row = connection.execute(_GET, (document,)).fetchone()
        return Corrections() if row is None else _read(json.loads(row["content"]))

    def stamps(self) -> dict[DocumentId, str]:
        """Give what is kept of each corrected document, as letters that differ with it."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT document, content FROM correction").fetchall()
        return {DocumentId(row["document"]): row["content"] for row in rows}

    def keep(self, document: DocumentId, corrections: Corrections) -> None:
        """Put a set in the place of what is kept; the document must be in the store."""
        with self._database.transaction() as connection:
            if corrections.empty:
                connection.execute("DELETE FROM correction WHERE document = ?", (document,))
            else:
                content = json.dumps(asdict(corrections), ensure_ascii=False)
                connection.execute(_SET, (document, content))


def _read(stored: Mapping[str, Any]) -> Corrections:
    headings = tuple(
        HeadingCorrection(one["line"], one["occurrence"], one["level"] and NodeClass(one["level"]))
        for one in stored["headings"]
    )
    return Corrections(stored["title"], stored["document_number"], stored["written"], headings)
