"""Bookmarks, highlights and notes, from rows to values and back; nothing is lost in between."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

from policyviewer.domain.annotations import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Quote,
    Target,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.database import Database

_COLUMNS = """
id, author, kind, colour, text, document, version, provision, start, "end", exact, prefix, suffix,
created, modified, deleted, title, citation, folder, rank
"""
_NEXT = "(SELECT coalesce(max(touched), 0) + 1 FROM annotation)"
_SAVE = f"""
INSERT INTO annotation ({_COLUMNS}, touched)
VALUES (:id, :author, :kind, :colour, :text, :document, :version, :provision, :start, :end, :exact,
        :prefix, :suffix, :created, :modified, :deleted, :title, :citation, :folder, :rank, {_NEXT})
ON CONFLICT (id) DO UPDATE SET
    kind = :kind, colour = :colour, text = :text, document = :document, version = :version,
    provision = :provision, start = :start, "end" = :end, exact = :exact, prefix = :prefix,
    suffix = :suffix, modified = :modified, deleted = :deleted, title = :title,
    citation = :citation, folder = :folder, rank = :rank, touched = {_NEXT}
"""
_KEEP_FORMER = """
INSERT INTO history (annotation, modified, text)
SELECT id, modified, text FROM annotation
WHERE id = :id AND text <> :text AND text <> ''
"""
_KEEP_TARGET = """
INSERT INTO former_target
SELECT id, :modified, document, version, provision, start, "end", exact, prefix, suffix
FROM annotation WHERE id = :id AND (exact <> :exact OR provision <> :provision OR start <> :start)
"""
_KINDS = {kind.value: kind for kind in AnnotationKind}
_COLOURS = {colour.value: colour for colour in Colour}
_SET_BASE = """
INSERT OR REPLACE INTO exchanged (annotation, modified)
SELECT id, ? FROM annotation WHERE id = ?
"""
_FORGET_PLACES = """
DELETE FROM placement WHERE annotation = :id AND EXISTS (
    SELECT 1 FROM annotation WHERE id = :id AND (
        exact <> :exact OR start <> :start OR document <> :document OR version <> :version))
"""
_FEW = 200
"""So many annotations are read one by one rather than with all others."""
_TAGS = """
SELECT tag.annotation, tag.name FROM annotation CROSS JOIN tag ON tag.annotation = annotation.id
"""
_IN_ORDER = "ORDER BY tag.annotation, tag.ordinal"
_SELECT = f"SELECT {_COLUMNS} FROM annotation"


@dataclass(frozen=True, slots=True)
class Changes:
    """Annotations that have changed, and the number of the last change."""

    annotations: list[Annotation]
    last: int


class AnnotationStore:
    """The annotations of one user; each change is one transaction, committed on return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def changing(self) -> AbstractContextManager[object]:
        """Give a stretch of work in which nobody else writes: all of it is kept or none."""
        return self._database.transaction()

    def save(self, annotation: Annotation) -> None:
        """Keep an annotation, new or changed; its former words go into its history, and so does
        what it was about before.
        """
        self.save_all([annotation])

    def save_all(self, annotations: Iterable[Annotation], *, writing: bool = False) -> None:
        """Keep annotations, all of them or, when that fails, none.

        Words that are still being ``writing`` are saved with every few keys: those before them
        are no former words.
        """
        with self._database.transaction() as connection:
            for annotation in annotations:
                _save(connection, annotation, writing=writing)

    def get(self, annotation: AnnotationId) -> Annotation:
        """Give an annotation, also from the trash; raises StorageError when there is none."""
        return self.some([annotation])[0]

    def some(
        self, annotations: Sequence[AnnotationId], *, missing: bool = False
    ) -> list[Annotation]:
        """Give some annotations, also from the trash.

        Raises StorageError when one is not there, unless some may be ``missing``.
        """
        if len(annotations) > _FEW:
            wanted = set(annotations)
            everything = self.all(include_deleted=True)
            found = {one.id: one for one in everything if one.id in wanted}
        else:
            rows = (self._select("WHERE id = :id", "", {"id": name}) for name in annotations)
            found = {one.id: one for row in rows for one in row}
        if not missing and len(found) < len(set(annotations)):
            raise StorageError("找不到这条批注。", "它可能已被永久删除，请刷新批注列表。")
        return [found[name] for name in annotations if name in found]

    def of_document(self, document: DocumentId) -> list[Annotation]:
        """Give the annotations of a document outside the trash, in the order of its text."""
        where = "WHERE document = :document AND deleted IS NULL"
        return self._select(where, "ORDER BY start, created", {"document": document})

    def all(self, *, include_deleted: bool = False) -> list[Annotation]:
        """Give every annotation, the newest first."""
        where = "" if include_deleted else "WHERE deleted IS NULL"
        return self._select(where, "ORDER BY modified DESC, id", {})

    def tagged(self, tag: str) -> list[AnnotationId]:
        """Give the annotations outside the trash that have a tag."""
        query = (
            "SELECT annotation.id FROM tag JOIN annotation ON annotation.id = tag.annotation"
            " WHERE tag.name = ? AND deleted IS NULL"
        )
        with self._database.reading() as connection:
            return [AnnotationId(row[0]) for row in connection.execute(query, (tag,))]

    def changed_since(self, change: int) -> Changes:
        """Give what has changed since a change, by its number, also what went to the trash; all
        there is since 0.
        """
        where = "WHERE touched > :change" if change else "WHERE deleted IS NULL"
        with self._database.snapshot() as connection:
            found = self._select(where, "", {"change": change})
            last = connection.execute("SELECT max(touched) FROM annotation").fetchone()[0]
        return Changes(found, max(change, last or 0))

    def former_texts(self, annotation: AnnotationId) -> list[tuple[datetime, str]]:
        """Give what a note said before, with the time of writing, the oldest first."""
        query = "SELECT modified, text FROM history WHERE annotation = :id ORDER BY rowid"
        with self._database.reading() as connection:
            rows = connection.execute(query, {"id": annotation}).fetchall()
        return [(datetime.fromisoformat(row["modified"]), row["text"]) for row in rows]

    def former_targets(self, annotation: AnnotationId) -> list[tuple[datetime, str, str]]:
        """Give what an annotation was about before, with the time of the change, the oldest
        first: the provision and the words.
        """
        query = "SELECT changed, provision, exact FROM former_target WHERE annotation = ?"
        with self._database.reading() as connection:
            rows = connection.execute(f"{query} ORDER BY rowid", (annotation,)).fetchall()
        return [(datetime.fromisoformat(row[0]), row[1], row[2]) for row in rows]

    def bases(self) -> dict[AnnotationId, datetime]:
        """Give when annotations that came from others were modified last before they came."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT annotation, modified FROM exchanged").fetchall()
        return {AnnotationId(row[0]): datetime.fromisoformat(row[1]) for row in rows}

    def set_bases(self, bases: Mapping[AnnotationId, datetime | None]) -> None:
        """Remember when annotations were modified last before they came from others; None is for
        those that did not come from others.
        """
        known = [(_stamp(when), name) for name, when in bases.items() if when is not None]
        with self._database.transaction() as connection:
            connection.executemany(_SET_BASE, known)  # one may have been deleted for good
            connection.executemany(
                "DELETE FROM exchanged WHERE annotation = ?",
                [(name,) for name, when in bases.items() if when is None],
            )

    def last_change(self) -> datetime | None:
        """Give when an annotation was changed last, None where there is none."""
        with self._database.reading() as connection:
            stamp = connection.execute("SELECT max(modified) FROM annotation").fetchone()[0]
        return None if stamp is None else datetime.fromisoformat(stamp)

    def deleted(self) -> list[Annotation]:
        """Give what lies in the trash, what was put there last first."""
        return self._select("WHERE deleted IS NOT NULL", "ORDER BY deleted DESC, id", {})

    def purge(self, before: datetime) -> int:
        """Delete for good what was put into the trash before a time; give how many they were."""
        query = "DELETE FROM annotation WHERE deleted < ?"
        with self._database.transaction() as connection:
            return connection.execute(query, (_stamp(before),)).rowcount

    def move(self, gone: DocumentId, to: DocumentId) -> None:
        """Give the annotations of one document to another, which holds the same work.

        Their version becomes 0: the text that they were made on is no longer there.
        """
        query = (
            f"UPDATE annotation SET document = ?, version = 0, touched = {_NEXT} WHERE document = ?"
        )
        with self._database.transaction() as connection:
            connection.execute(query, (to, gone))

    def documents(self) -> dict[DocumentId, str]:
        """Give the documents that have annotations outside the trash, with the titles kept."""
        query = (
            "SELECT document, max(title) AS title FROM annotation WHERE deleted IS NULL"
            " GROUP BY document"
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).fetchall()
        return {DocumentId(row["document"]): row["title"] for row in rows}

    def _select(self, where: str, order: str, values: Mapping[str, object]) -> list[Annotation]:
        with self._database.snapshot() as connection:
            rows = connection.execute(f"{_SELECT} {where} {order}", values).fetchall()
            tags = _tags(connection.execute(f"{_TAGS} {where} {_IN_ORDER}", values))
        return [_annotation(row, tags) for row in rows]


def _save(connection: sqlite3.Connection, annotation: Annotation, *, writing: bool) -> None:
    row = _row(annotation)
    if not writing:
        connection.execute(_KEEP_FORMER, row)
    connection.execute(_KEEP_TARGET, row)
    connection.execute(_FORGET_PLACES, row)
    connection.execute(_SAVE, row)
    connection.execute("DELETE FROM tag WHERE annotation = :id", row)
    connection.executemany(
        "INSERT INTO tag (annotation, ordinal, name) VALUES (?, ?, ?)",
        [(annotation.id, n, _storable(name)) for n, name in enumerate(annotation.tags)],
    )


def _stamp(when: datetime) -> str:
    """Give a time in UTC, always with microseconds, so that stamps sort as text."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _storable(text: str) -> str:
    """Give the text with lone surrogates replaced: a keyboard can make them, UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _row(one: Annotation) -> dict[str, object]:
    target = one.target
    row: dict[str, object] = {
        "id": one.id,
        "author": one.author,
        "kind": one.kind.value,
        "colour": one.colour.value,
        "text": one.text,
        "document": target.document,
        "version": target.version,
        "provision": target.provision,
        "start": target.span.start,
        "end": target.span.end,
        "exact": target.quote.exact,
        "prefix": target.quote.prefix,
        "suffix": target.quote.suffix,
        "created": _stamp(one.created),
        "modified": _stamp(one.modified),
        "deleted": None if one.deleted is None else _stamp(one.deleted),
        "title": target.title,
        "citation": target.citation,
        "folder": one.folder,
        "rank": one.rank,
    }
    return {key: _storable(it) if isinstance(it, str) else it for key, it in row.items()}


def _tags(rows: Iterable[sqlite3.Row]) -> dict[str, tuple[str, ...]]:
    tags: dict[str, list[str]] = {}
    for name, tag in rows:
        tags.setdefault(name, []).append(tag)
    return {name: tuple(found) for name, found in tags.items()}


def _annotation(row: sqlite3.Row, tags: Mapping[str, tuple[str, ...]]) -> Annotation:
    """Give an annotation; a row is taken apart at once, for there may be a hundred thousand."""
    (
        name, author, kind, colour, text, document, version, provision, start, end, exact, prefix,
        suffix, created, modified, deleted, title, citation, folder, rank,
    ) = row  # fmt: skip
    return Annotation(
        id=name,
        author=author,
        kind=_KINDS[kind],
        colour=_COLOURS[colour],
        text=text,
        tags=tags.get(name, ()),
        target=Target(
            document,
            version,
            provision,
            TextRange(start, end),
            Quote(exact, prefix, suffix),
            title,
            citation,
        ),
        created=datetime.fromisoformat(created),
        modified=datetime.fromisoformat(modified),
        deleted=None if deleted is None else datetime.fromisoformat(deleted),
        folder=folder,
        rank=rank,
    )
