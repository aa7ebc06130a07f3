"""Who cites what: kept with each version, asked for by the document that is named."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from policyviewer.domain.citings import Citing, FoundCiting
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.database import Database

if TYPE_CHECKING:  # what reads references costs a start 40 ms
    from policyviewer.domain.mentions import Place

_AROUND = 30
"""Code points that are given before and behind a place."""
_ADD = """
INSERT INTO citation (document, version, ordinal, start, "end", provision, marker, title, number,
                      place)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_CITING = f"""
SELECT citation.document, citation.start, citation."end", provision, marker, citation.title,
       citation.number, place, json_extract(metadata, '$.title') AS document_title,
       substr(text, max(1, citation.start + 1 - {_AROUND}),
              citation."end" - citation.start + {_AROUND} + min(citation.start, {_AROUND})) AS words
FROM citation
JOIN document ON document.id = citation.document AND document.version = citation.version
JOIN version ON version.document = citation.document AND version.number = citation.version
WHERE citation.title IN (SELECT value FROM json_each(:titles)) OR citation.number = :number
ORDER BY document.ordinal, citation.ordinal
"""


def keep(connection: sqlite3.Connection, key: tuple[str, int], citings: Sequence[Citing]) -> None:
    """Keep what a version (document, number) cites, within a transaction."""
    connection.executemany(_ADD, [(*key, n, *_row(one)) for n, one in enumerate(citings)])


class CitationStore:
    """Answers which documents of a shelf name a document."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def citing(self, titles: Collection[str], number: str | None) -> list[FoundCiting]:
        """Give the places of present versions that name one of the titles (keys) or the number."""
        values = {"titles": json.dumps(sorted(titles), ensure_ascii=False), "number": number}
        with self._database.reading() as connection:
            rows = connection.execute(_CITING, values).fetchall()
        return [_found(row) for row in rows]


def _row(one: Citing) -> tuple[object, ...]:
    place = {name: value for name, value in asdict(one.place).items() if value not in (None, "")}
    return (
        one.span.start,
        one.span.end,
        one.provision,
        one.marker,
        one.title,
        one.number,
        json.dumps(place, ensure_ascii=False),
    )


def _found(row: sqlite3.Row) -> FoundCiting:
    citing = Citing(
        TextRange(row["start"], row["end"]),
        row["provision"],
        row["marker"],
        row["title"],
        row["number"],
        _place(row["place"]),
    )
    words = " ".join(row["words"].split())
    return FoundCiting(DocumentId(row["document"]), row["document_title"], citing, words)


def _place(stored: str) -> Place:
    from policyviewer.domain.mentions import Place

    values: dict[str, Any] = json.loads(stored)
    if "division" in values:
        values["division"] = tuple(values["division"])
    return Place(**values)
