"""The user's searches, in the database of the notes."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import Expansion, Order, SearchFilter, SearchQuery
from policyviewer.domain.searches import PastSearch, SavedSearch, SearchId, lasting
from policyviewer.storage.database import Database

MOST = 500
"""Queries that are remembered without a name."""
_USE = """
INSERT INTO search (query, total, used) VALUES (:query, :total, :used)
ON CONFLICT (query, name) DO UPDATE SET total = :total, used = :used
"""
_FORGET_OLD = """
DELETE FROM search WHERE name = '' AND id NOT IN
(SELECT id FROM search WHERE name = '' ORDER BY used DESC, id DESC LIMIT :most)
"""
_RECENT = "SELECT * FROM search WHERE name = '' ORDER BY used DESC, id DESC LIMIT ?"
_SAVE = """
INSERT INTO search (query, name, used) VALUES (:query, :name, :used)
ON CONFLICT (query, name) DO UPDATE SET deleted = NULL
RETURNING id
"""
_SAVED = "SELECT * FROM search WHERE name <> '' AND deleted IS NULL ORDER BY id"


class SearchStore:
    """Queries by use and by name; each change is committed on return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, query: SearchQuery, total: int, when: datetime) -> None:
        """Keep a query that was used; one that is there already becomes the latest."""
        values = {"query": _text(query), "total": total, "used": _stamp(when)}
        with self._database.transaction() as connection:
            connection.execute(_USE, values)
            connection.execute(_FORGET_OLD, {"most": MOST})

    def recent(self, limit: int) -> list[PastSearch]:
        """Give the queries that were used last, the latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(_RECENT, (limit,)).fetchall()
        return [
            PastSearch(_query(row["query"]), row["total"], datetime.fromisoformat(row["used"]))
            for row in rows
        ]

    def forget_all(self) -> None:
        """Forget all queries that have no name."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM search WHERE name = ''")

    def save(self, query: SearchQuery, name: str, when: datetime) -> SavedSearch:
        """Keep a query under a name."""
        values = {"query": _text(query), "name": name, "used": _stamp(when)}
        with self._database.transaction() as connection:
            row = connection.execute(_SAVE, values).fetchone()
        return SavedSearch(SearchId(row["id"]), name, lasting(query))

    def saved(self) -> list[SavedSearch]:
        """Give the queries with names, in the order in which they were saved."""
        with self._database.reading() as connection:
            rows = connection.execute(_SAVED).fetchall()
        return [_saved(row) for row in rows]

    def rename(self, search: SearchId, name: str) -> None:
        """Give a saved query another name."""
        self._set("name = :value", search, name)

    def delete(self, search: SearchId, when: datetime) -> None:
        """Take a saved query from the list; :meth:`restore` brings it back."""
        self._set("deleted = :value", search, _stamp(when))

    def restore(self, search: SearchId) -> None:
        """Put a deleted query back into the list."""
        self._set("deleted = :value", search, None)

    def _set(self, change: str, search: SearchId, value: str | None) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                f"UPDATE OR REPLACE search SET {change} WHERE id = :id",
                {"id": search, "value": value},
            )


def _saved(row: sqlite3.Row) -> SavedSearch:
    return SavedSearch(SearchId(row["id"]), row["name"], _query(row["query"]))


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _text(query: SearchQuery) -> str:
    """Give a query as JSON, always the same for the same query; ASCII holds any character."""
    data = asdict(lasting(query))
    if not query.widened:  # as programs wrote it that did not know of it
        del data["widened"]
    return json.dumps(data, sort_keys=True)


def _query(text: str) -> SearchQuery:
    """Read a query; what another version of the program wrote besides is left out."""
    data: dict[str, Any] = json.loads(text)
    wanted: dict[str, Any] = data.get("wanted", {})
    years = wanted.get("years")
    return SearchQuery(
        str(data.get("text", "")),
        order=Order(data.get("order", Order.RELEVANCE)),
        wanted=SearchFilter(
            issuers=_texts(wanted, "issuers"),
            kinds=_texts(wanted, "kinds"),
            statuses=_texts(wanted, "statuses"),
            years=(years[0], years[1]) if years else None,
            levels=_texts(wanted, "levels"),
            documents=tuple(map(DocumentId, _texts(wanted, "documents"))),
        ),
        within=_texts(data, "within"),
        literal=_texts(data, "literal"),
        widened=tuple(
            Expansion(str(one.get("written", "")), _texts(one, "added"))
            for one in data.get("widened", ())
        ),
    )


def _texts(data: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(map(str, data.get(name, ())))
