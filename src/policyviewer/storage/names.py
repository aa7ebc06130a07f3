"""What the documents of a library name, kept so that the texts are read once."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.name_counts import FormCount, NameCount
from policyviewer.domain.named import NameKind
from policyviewer.storage.database import Database

_STAMPS = "SELECT document, stamp FROM edition"
_ADD_EDITION = "INSERT INTO edition (document, stamp) VALUES (?, ?) RETURNING id"
_DROP = "DELETE FROM edition WHERE document = ?"
_ADD_NAME = "INSERT OR IGNORE INTO name (kind, key) VALUES (?, ?)"
_NAME = "SELECT id FROM name WHERE kind = ? AND key = ?"
_ADD_FORM = "INSERT OR IGNORE INTO form (name, text) VALUES (?, ?)"
_FORM = "SELECT id FROM form WHERE name = ? AND text = ?"
_ADD_STANDING = "INSERT INTO standing (edition, form, provisions, named) VALUES (?, ?, ?, ?)"
_SUMS = """
SELECT name.id AS name, name.kind, name.key, form.text, told.provisions, told.named,
       told.documents
FROM (
    SELECT form, sum(provisions) AS provisions, sum(named) AS named, sum(named > 0) AS documents
    FROM standing GROUP BY form
) AS told
JOIN form ON form.id = told.form
JOIN name ON name.id = form.name
ORDER BY name.id
"""


class NameStore:
    """The names of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stamps(self) -> dict[DocumentId, str]:
        """Give by what each document that is kept can be told from what it was read as before."""
        with self._database.reading() as connection:
            rows = connection.execute(_STAMPS).fetchall()
        return {DocumentId(row["document"]): row["stamp"] for row in rows}

    def keep(self, read: Mapping[DocumentId, tuple[str, Sequence[NameCount]]]) -> None:
        """Keep documents with their stamps and names, in the place of what was kept of them."""
        with self._database.transaction() as connection:
            for document, (stamp, counts) in read.items():
                connection.execute(_DROP, (document,))
                edition = connection.execute(_ADD_EDITION, (document, stamp)).fetchone()["id"]
                connection.executemany(_ADD_STANDING, _standings(connection, edition, counts))

    def drop(self, documents: Collection[DocumentId]) -> None:
        """Forget documents."""
        with self._database.transaction() as connection:
            connection.executemany(_DROP, [(one,) for one in documents])

    def sums(self) -> list[NameCount]:
        """Give every name of all documents with what it has in all of them."""
        with self._database.reading() as connection:
            rows = connection.execute(_SUMS).fetchall()
        return [_count(list(group)) for _, group in groupby(rows, key=lambda row: row["name"])]


def _standings(
    connection: sqlite3.Connection, edition: int, counts: Iterable[NameCount]
) -> Iterator[tuple[int, int, int, int]]:
    for one in counts:
        name = _id(connection, _ADD_NAME, _NAME, (one.kind.value, one.key))
        named = one.provisions
        for form in one.forms:
            yield (
                edition,
                _id(connection, _ADD_FORM, _FORM, (name, form.text)),
                form.provisions,
                named,
            )
            named = 0


def _id(connection: sqlite3.Connection, add: str, find: str, values: tuple[object, ...]) -> int:
    """Give the number of a row, which is made where there is none."""
    row = connection.execute(find, values).fetchone()
    if row is None:
        connection.execute(add, values)
        row = connection.execute(find, values).fetchone()
    return int(row["id"])


def _count(rows: Sequence[sqlite3.Row]) -> NameCount:
    forms = [FormCount(row["text"], row["provisions"]) for row in rows]
    forms.sort(key=lambda one: (-one.provisions, len(one.text), one.text))
    return NameCount(
        NameKind(rows[0]["kind"]),
        rows[0]["key"],
        tuple(forms),
        sum(row["named"] for row in rows),
        sum(row["documents"] for row in rows),
    )
