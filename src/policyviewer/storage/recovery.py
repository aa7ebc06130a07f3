"""Bringing back from a backup what the user made besides annotations, where it is gone.

Nothing that is there now is changed: a folder that is still there gets its documents back, a task
keeps the progress that was made since, and a compilation that reads otherwise now is put beside
the present one under another name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from policyviewer.storage.addresses import address
from policyviewer.storage.database import Database

_FOLDERS = """
INSERT INTO folder (name)
SELECT DISTINCT name FROM former.folder AS gone WHERE deleted IS NULL AND NOT EXISTS (
    SELECT 1 FROM main.folder WHERE name = gone.name AND deleted IS NULL)
"""
_PLACED = """
INSERT OR IGNORE INTO placed (folder, document)
SELECT present.id, placed.document FROM former.placed
JOIN former.folder AS gone ON gone.id = placed.folder AND gone.deleted IS NULL
JOIN main.folder AS present ON present.name = gone.name AND present.deleted IS NULL
"""
_SEARCHES = """
INSERT INTO search (query, name, total, used)
SELECT query, name, total, used FROM former.search WHERE name <> '' AND deleted IS NULL
ON CONFLICT (query, name) DO UPDATE SET deleted = NULL WHERE deleted IS NOT NULL
"""
_COLOURS = "INSERT OR IGNORE INTO tag_colour SELECT * FROM former.tag_colour"
_DECISIONS = "INSERT OR IGNORE INTO correspondence SELECT * FROM former.correspondence"
_ABOUT = """document, version, provision, start, "end", exact, prefix, suffix, title"""
_PROGRESS = f"""
INSERT INTO task_progress ({_ABOUT}, status, remark, due, modified)
SELECT {_ABOUT}, status, remark, due, modified FROM former.task_progress AS gone
WHERE NOT EXISTS (
    SELECT 1 FROM main.task_progress AS present
    WHERE (present.document, present.exact, present.prefix, present.suffix)
        = (gone.document, gone.exact, gone.prefix, gone.suffix))
"""
_PART = f"rank, heading, {_ABOUT}, citation, standing"
_SAME_PARTS = f"""
SELECT id FROM main.compilation AS present
WHERE deleted IS NULL AND name IN (:name, :other) AND NOT EXISTS (
    SELECT {_PART} FROM main.compiled_part WHERE compilation = present.id
    EXCEPT SELECT {_PART} FROM former.compiled_part WHERE compilation = :id
) AND NOT EXISTS (
    SELECT {_PART} FROM former.compiled_part WHERE compilation = :id
    EXCEPT SELECT {_PART} FROM main.compiled_part WHERE compilation = present.id)
"""
_NAME_TAKEN = "SELECT 1 FROM main.compilation WHERE name = :name AND deleted IS NULL"
_COMPILATION = """
INSERT INTO compilation (name, used)
SELECT :free, used FROM former.compilation WHERE id = :id
"""
_PARTS = f"""
INSERT INTO compiled_part (compilation, {_PART})
SELECT :made, {_PART} FROM former.compiled_part WHERE compilation = :id ORDER BY rank, id
"""


@dataclass(frozen=True, slots=True)
class Recovered:
    """How much of each kind came back."""

    folders: int = 0
    placed: int = 0
    """Documents that are in a folder again."""
    searches: int = 0
    colours: int = 0
    decisions: int = 0
    """On which paragraph of a superior document a local one carries out."""
    progress: int = 0
    compilations: int = 0

    def __bool__(self) -> bool:
        return self != Recovered()


def recover(database: Database, former: Path, mark: str) -> Recovered:
    """Bring back what is in another database of notes, of the same schema, and gone from this one.

    ``mark`` is put behind the name of a compilation that is there and reads otherwise. Raises
    StorageError.
    """
    with _attached(database, former), database.transaction() as connection:
        return Recovered(
            folders=connection.execute(_FOLDERS).rowcount,
            placed=connection.execute(_PLACED).rowcount,
            searches=connection.execute(_SEARCHES).rowcount,
            colours=connection.execute(_COLOURS).rowcount,
            decisions=connection.execute(_DECISIONS).rowcount,
            progress=connection.execute(_PROGRESS).rowcount,
            compilations=_compilations(connection, mark),
        )


@contextmanager
def _attached(database: Database, former: Path) -> Iterator[None]:
    with database.reading() as connection:
        named = address(former.absolute(), "mode=ro&immutable=1")
        connection.execute("ATTACH DATABASE ? AS former", (named,))
        try:
            yield
        finally:
            connection.execute("DETACH DATABASE former")


def _compilations(connection: sqlite3.Connection, mark: str) -> int:
    query = "SELECT id, name FROM former.compilation WHERE deleted IS NULL ORDER BY used, id"
    count = 0
    for row in connection.execute(query).fetchall():
        about = {"id": row["id"], "name": row["name"], "other": f"{row['name']}{mark}"}
        if connection.execute(_SAME_PARTS, about).fetchone():
            continue
        taken = connection.execute(_NAME_TAKEN, about).fetchone()
        about["free"] = about["other"] if taken else about["name"]
        about["made"] = connection.execute(_COMPILATION, about).lastrowid
        connection.execute(_PARTS, about)
        count += 1
    return count
