"""How far the user's office is with tasks, in the database of the notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NewType

from policyviewer.domain.annotations import Quote, Target
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.database import Database

ProgressId = NewType("ProgressId", int)

_COLUMNS = """document, version, provision, start, "end", exact, prefix, suffix, title,
status, remark, due, modified"""
_ADD = f"""
INSERT INTO task_progress ({_COLUMNS})
VALUES (:document, :version, :provision, :start, :end, :exact, :prefix, :suffix, :title,
        :status, :remark, :due, :modified)
RETURNING id
"""
_CHANGE = """
UPDATE task_progress SET version = :version, provision = :provision, start = :start, "end" = :end,
    exact = :exact, prefix = :prefix, suffix = :suffix, title = :title, status = :status,
    remark = :remark, due = :due, modified = :modified
WHERE id = :id
RETURNING id
"""
_OF = "SELECT * FROM task_progress WHERE document = ? ORDER BY start, id"


@dataclass(frozen=True, slots=True)
class KeptProgress:
    """Progress as it is stored: ``target`` are the task's words when it was kept last."""

    id: ProgressId
    target: Target
    progress: TaskProgress
    modified: datetime


class TaskProgressStore:
    """The progress of one user's office; each change is committed on return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document: DocumentId) -> list[KeptProgress]:
        """Give what is kept about the tasks of a document, in the order of its text."""
        with self._database.reading() as connection:
            rows = connection.execute(_OF, (document,)).fetchall()
        return [_kept(row) for row in rows]

    def known(self, target: Target) -> ProgressId | None:
        """Give what is kept about a task with just these words at this place, if it is."""
        places = (one for one in self.of(target.document) if one.target.quote == target.quote)
        return next((one.id for one in places if one.target.span == target.span), None)

    def documents(self) -> dict[DocumentId, str]:
        """Give the documents about whose tasks something is kept, with the titles they had."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT document, title FROM task_progress").fetchall()
        return {DocumentId(row["document"]): row["title"] for row in rows}

    def keep(
        self, target: Target, progress: TaskProgress, when: datetime, known: ProgressId | None
    ) -> ProgressId:
        """Keep the progress of a task, in the place of what is ``known`` of it; give its id."""
        values = _values(target, progress, when)
        with self._database.transaction() as connection:
            row = connection.execute(_CHANGE, {**values, "id": known}).fetchone()
            row = row or connection.execute(_ADD, values).fetchone()
        return ProgressId(row["id"])

    def forget(self, names: Iterable[ProgressId]) -> None:
        """Forget the progress of tasks."""
        with self._database.transaction() as connection:
            connection.executemany(
                "DELETE FROM task_progress WHERE id = ?", [(name,) for name in names]
            )

    def move(self, document: DocumentId, to: DocumentId) -> None:
        """Give what is kept about one document to another."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE task_progress SET document = ? WHERE document = ?", (to, document)
            )


def _values(target: Target, progress: TaskProgress, when: datetime) -> dict[str, str | int | None]:
    return {
        "document": target.document,
        "version": target.version,
        "provision": target.provision,
        "start": target.span.start,
        "end": target.span.end,
        "exact": target.quote.exact,
        "prefix": target.quote.prefix,
        "suffix": target.quote.suffix,
        "title": target.title,
        "status": progress.status.value,
        "remark": progress.remark,
        "due": progress.due,
        "modified": when.astimezone(UTC).isoformat(timespec="microseconds"),
    }


def _kept(row: sqlite3.Row) -> KeptProgress:
    target = Target(
        DocumentId(row["document"]),
        row["version"],
        row["provision"],
        TextRange(row["start"], row["end"]),
        Quote(row["exact"], row["prefix"], row["suffix"]),
        row["title"],
    )
    progress = TaskProgress(TaskStatus(row["status"]), row["remark"], row["due"])
    when = datetime.fromisoformat(row["modified"])
    return KeptProgress(ProgressId(row["id"]), target, progress, when)
