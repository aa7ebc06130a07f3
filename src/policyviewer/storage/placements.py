"""Where annotations stand in versions of their documents that came after them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from policyviewer.domain.anchoring import Anchor
from policyviewer.domain.annotations import AnchorState, AnnotationId
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.database import Database

_OF = """
SELECT placement.* FROM annotation JOIN placement ON placement.annotation = annotation.id
WHERE annotation.document = ? AND placement.version = ? AND placement.sha256 = ?
"""
_DOCUMENTS = """
SELECT DISTINCT document FROM placement JOIN annotation ON annotation.id = placement.annotation
"""
_STATES = """
WITH present AS (
    SELECT key AS document, json_extract(value, '$[0]') AS version,
           json_extract(value, '$[1]') AS sha256
    FROM json_each(?)
)
SELECT placement.annotation, state FROM placement
JOIN annotation ON annotation.id = placement.annotation
JOIN present ON present.document = annotation.document
    AND (present.version, present.sha256) = (placement.version, placement.sha256)
"""
_PUT = """
INSERT OR REPLACE INTO placement
SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM annotation WHERE id = ?
"""


class PlacementStore:
    """Places found once, so that no document is compared with its former version twice.

    A version is told by its number and the digest of its file: numbers are given anew where a
    library is made anew.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document: DocumentId, version: int, sha256: str) -> dict[AnnotationId, Anchor]:
        """Give the places that are known in a version."""
        with self._database.reading() as connection:
            rows = connection.execute(_OF, (document, version, sha256)).fetchall()
        return {AnnotationId(row["annotation"]): _anchor(row) for row in rows}

    def keep(self, version: int, sha256: str, places: Mapping[AnnotationId, Anchor]) -> None:
        """Keep places in a version; those of annotations that are there no more are not needed."""
        with self._database.transaction() as connection:
            connection.executemany(
                _PUT,
                [(version, sha256, *_row(one), name) for name, one in places.items()],
            )

    def documents(self) -> list[DocumentId]:
        """Give the documents that have annotations made on other versions."""
        with self._database.reading() as connection:
            return [DocumentId(row[0]) for row in connection.execute(_DOCUMENTS)]

    def states(
        self, present: Mapping[DocumentId, tuple[int, str]]
    ) -> dict[AnnotationId, AnchorState]:
        """Give how annotations stand in the versions that are shown, by number and digest; those
        whose places were not looked for are left out.
        """
        with self._database.reading() as connection:
            rows = connection.execute(_STATES, (json.dumps(present),)).fetchall()
        return {AnnotationId(row["annotation"]): AnchorState(row["state"]) for row in rows}


def _row(one: Anchor) -> tuple[str | int | None, ...]:
    return (one.state.value, one.provision, *_ends(one.span), *_ends(one.likely), int(one.settled))


def _ends(span: TextRange | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _anchor(row: sqlite3.Row) -> Anchor:
    return Anchor(
        AnchorState(row["state"]),
        _range(row["start"], row["end"]),
        row["provision"],
        _range(row["likely_start"], row["likely_end"]),
        bool(row["settled"]),
    )


def _range(start: int | None, end: int | None) -> TextRange | None:
    return None if start is None or end is None else TextRange(start, end)
