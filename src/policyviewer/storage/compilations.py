"""Compilations and their parts, in the database of the notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from policyviewer.domain.annotations import Quote, Target
from policyviewer.domain.compilations import (
    Compilation,
    CompilationId,
    CompiledPart,
    DeletedCompilation,
    PartId,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.database import Database

_ALL = "SELECT id, name FROM compilation WHERE deleted IS NULL ORDER BY used DESC, id DESC"
_DELETED = """
SELECT id, name, deleted, (
    SELECT count(*) FROM compiled_part
    WHERE compilation = compilation.id AND document IS NOT NULL
) AS parts
FROM compilation WHERE deleted IS NOT NULL ORDER BY deleted DESC, id DESC
"""
_NAMED = "SELECT id FROM compilation WHERE name = ? AND deleted IS NULL"
_CREATE = "INSERT INTO compilation (name, used) VALUES (?, ?)"
_PARTS = "SELECT * FROM compiled_part WHERE compilation = ? ORDER BY rank, id"
_LAST = "SELECT coalesce(max(rank), 0) AS last FROM compiled_part WHERE compilation = ?"
_PUT = """
INSERT INTO compiled_part (id, compilation, rank, heading, document, version, provision,
    start, "end", exact, prefix, suffix, title, citation, standing)
VALUES (:id, :compilation, :rank, :heading, :document, :version, :provision,
    :start, :end, :exact, :prefix, :suffix, :title, :citation, :standing)
"""


class CompilationStore:
    """Compilations of one user; each change is committed on return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def compilations(self) -> list[Compilation]:
        """Give the compilations, the one used last first."""
        with self._database.reading() as connection:
            rows = connection.execute(_ALL).fetchall()
        return [Compilation(CompilationId(row["id"]), row["name"]) for row in rows]

    def named(self, name: str) -> CompilationId | None:
        """Give the compilation of a name."""
        with self._database.reading() as connection:
            row = connection.execute(_NAMED, (name,)).fetchone()
        return None if row is None else CompilationId(row["id"])

    def create(self, name: str, when: datetime) -> CompilationId:
        """Make a compilation without parts."""
        with self._database.transaction() as connection:
            made = connection.execute(_CREATE, (name, _stamp(when))).lastrowid
        return CompilationId(made or 0)

    def rename(self, compilation: CompilationId, name: str) -> None:
        """Give a compilation another name."""
        self._set("name", compilation, name)

    def use(self, compilation: CompilationId, when: datetime) -> None:
        """Know that a compilation was the one used last."""
        self._set("used", compilation, _stamp(when))

    def delete(self, compilation: CompilationId, when: datetime) -> None:
        """Take a compilation out of the list; :meth:`restore` brings it back as it was."""
        self._set("deleted", compilation, _stamp(when))

    def restore(self, compilation: CompilationId) -> None:
        """Put a deleted compilation back."""
        self._set("deleted", compilation, None)

    def deleted(self) -> list[DeletedCompilation]:
        """Give the compilations that were deleted, the last first."""
        with self._database.reading() as connection:
            rows = connection.execute(_DELETED).fetchall()
        return [
            DeletedCompilation(
                Compilation(CompilationId(row["id"]), row["name"]),
                datetime.fromisoformat(row["deleted"]),
                row["parts"],
            )
            for row in rows
        ]

    def last_change(self) -> datetime | None:
        """Give when a compilation was used or deleted last, None where there is none."""
        query = "SELECT max(max(used, coalesce(deleted, ''))) FROM compilation"
        with self._database.reading() as connection:
            stamp = connection.execute(query).fetchone()[0]
        return None if stamp is None else datetime.fromisoformat(stamp)

    def purge(self, before: datetime) -> int:
        """Delete for good what was deleted before a time; give how many they were."""
        query = "DELETE FROM compilation WHERE deleted < ?"
        with self._database.transaction() as connection:
            return connection.execute(query, (_stamp(before),)).rowcount

    def parts(self, compilation: CompilationId) -> list[CompiledPart]:
        """Give the parts in their order."""
        with self._database.reading() as connection:
            rows = connection.execute(_PARTS, (compilation,)).fetchall()
        return [_part(row) for row in rows]

    def add(self, compilation: CompilationId, parts: Iterable[CompiledPart]) -> None:
        """Put parts behind the others; their ids are given anew."""
        with self._database.transaction() as connection:
            last = connection.execute(_LAST, (compilation,)).fetchone()["last"]
            for rank, part in enumerate(parts, start=last + 1):
                connection.execute(_PUT, {**_values(part, compilation, rank), "id": None})

    def replace(self, compilation: CompilationId, parts: Sequence[CompiledPart]) -> None:
        """Let a compilation have just these parts, in this order; those without an id are new.

        A part that was taken out and comes back may find its id in use: it gets another one.
        """
        ranked = [_values(one, compilation, rank) for rank, one in enumerate(parts, start=1)]
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM compiled_part WHERE compilation = ?", (compilation,))
            used = {row["id"] for row in connection.execute("SELECT id FROM compiled_part")}
            fresh = [one for one in ranked if one["id"] is None or one["id"] in used]
            known = [one for one in ranked if one not in fresh]
            for one in (
                *known,
                *({**one, "id": None} for one in fresh),
            ):  # new ids behind all known
                connection.execute(_PUT, one)

    def _set(self, column: str, compilation: CompilationId, value: str | None) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                f"UPDATE compilation SET {column} = ? WHERE id = ?",  # the columns are ours
                (value, compilation),
            )


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _values(
    part: CompiledPart, compilation: CompilationId, rank: int
) -> dict[str, str | int | None]:
    target = part.target
    about: dict[str, str | int | None] = dict.fromkeys(
        ("document", "version", "provision", "start", "end", "exact", "prefix", "suffix", "title")
    )
    about["citation"] = None
    if target is not None:
        about = {
            "document": target.document,
            "version": target.version,
            "provision": target.provision,
            "start": target.span.start,
            "end": target.span.end,
            "exact": target.quote.exact,
            "prefix": target.quote.prefix,
            "suffix": target.quote.suffix,
            "title": target.title,
            "citation": target.citation,
        }
    own = {"id": part.id or None, "compilation": compilation, "rank": rank}
    return {**own, **about, "heading": part.heading, "standing": part.standing}


def _part(row: sqlite3.Row) -> CompiledPart:
    target = None
    if row["document"] is not None:
        target = Target(
            DocumentId(row["document"]),
            row["version"],
            row["provision"],
            TextRange(row["start"], row["end"]),
            Quote(row["exact"], row["prefix"], row["suffix"]),
            row["title"],
            row["citation"],
        )
    return CompiledPart(PartId(row["id"]), row["heading"], target, row["standing"])
