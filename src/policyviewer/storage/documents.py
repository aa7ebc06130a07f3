"""Documents in all their versions, from rows to values and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import msgspec

from policyviewer.domain.citings import citings_of
from policyviewer.domain.documents import (
    PARSER_VERSION,
    Component,
    ComponentKind,
    Document,
    DocumentId,
    DocumentName,
    DocumentSummary,
    Finding,
    HeadingKind,
    Node,
    NodeClass,
    NodeId,
    Outline,
    Source,
)
from policyviewer.domain.errors import UnknownDocumentError
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.names import called
from policyviewer.domain.notices import Notice
from policyviewer.domain.provisions import provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.domain.works import content_key
from policyviewer.storage import citations
from policyviewer.storage.database import Database

_LISTED = """
SELECT version.document, version.number, source, format, sha256, imported, metadata, characters,
       provisions
FROM document JOIN version INDEXED BY version_summary
     ON version.document = document.id AND version.number = document.version
ORDER BY document.ordinal
"""
_SUMMARIES = """
SELECT version.document, version.number, source, format, sha256, imported, metadata, characters,
       provisions
FROM document JOIN version ON version.document = document.id AND version.number = document.version
"""
_NAMES = """
SELECT document.id, json_extract(metadata, '$.title') AS title,
       json_extract(metadata, '$.document_number') AS number, imported
FROM document JOIN version INDEXED BY version_summary
     ON version.document = document.id AND version.number = document.version
ORDER BY document.ordinal
"""
_TITLE = """
SELECT json_extract(metadata, '$.title') AS title, source
FROM document JOIN version ON version.document = document.id AND version.number = document.version
WHERE document.id = ?
"""
_TEXT = """
SELECT text
FROM document JOIN version ON version.document = document.id AND version.number = document.version
WHERE document.id = ?
"""
_VERSION = "SELECT * FROM version WHERE document = :document AND number = :version"
_COMPONENTS = """
SELECT * FROM component WHERE document = :document AND version = :version ORDER BY ordinal
"""
_NODES = "SELECT * FROM node WHERE document = :document AND version = :version ORDER BY ordinal"
_FINDINGS = """
SELECT * FROM finding WHERE document = :document AND version = :version ORDER BY ordinal
"""
_ADD_DOCUMENT = """
INSERT INTO document (id, ordinal, version)
VALUES (:document, (SELECT coalesce(max(ordinal), 0) + 1 FROM document), :version)
ON CONFLICT (id) DO UPDATE SET version = CASE WHEN :present THEN excluded.version ELSE version END
"""
_VERSIONS = """
SELECT document, number, source, format, sha256, imported, metadata, characters, provisions
FROM version WHERE document = ? ORDER BY number
"""
_OF_FILE = """
SELECT version.document, version.number, document.version AS present
FROM version JOIN document ON document.id = version.document
WHERE version.sha256 = ? ORDER BY version.number = document.version DESC LIMIT 1
"""
_NOTICES = "SELECT * FROM notice WHERE document = :document AND version = :version ORDER BY ordinal"
_ADD_NOTICE = """
INSERT INTO notice (document, version, ordinal, code, message) VALUES (?, ?, ?, ?, ?)
"""
_ADD_VERSION = """
INSERT OR REPLACE INTO version (document, number, source, format, sha256, imported, text,
                                characters, provisions, metadata, parser, content)
VALUES (:document, :version, :source, :format, :sha256, :imported, :text, :characters, :provisions,
        :metadata, :parser, :content)
"""
_ADD_COMPONENT = """
INSERT INTO component (document, version, ordinal, id, kind, title, start, "end")
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_NODE = """
INSERT INTO node (document, version, ordinal, id, parent, component, class, marker, number, label,
                  heading_kind, heading_start, heading_end, start, "end", responsible)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_TABLES = "SELECT * FROM layout WHERE document = :document AND version = :version ORDER BY ordinal"
_ADD_TABLE = """
INSERT INTO layout (document, version, ordinal, start, "end", cells) VALUES (?, ?, ?, ?, ?, ?)
"""
_OUTDATED = """
SELECT document.id FROM version
CROSS JOIN document ON version.document = document.id AND version.number = document.version
WHERE version.parser < ? ORDER BY document.ordinal
"""
"""CROSS: from the index of parsers to the documents, where the other way reads every text."""
_ADD_FINDING = """
INSERT INTO finding (document, version, ordinal, code, start, "end", message, suggestion)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""

_METADATA = msgspec.json.Decoder(Metadata)
"""A list of all documents reads thousands: this takes a quarter of what the standard's takes."""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """The version that was made from a file."""

    document: DocumentId
    version: int
    present: bool
    """Whether it is the version that is shown."""


class DocumentStore:
    """The documents of one shelf; every version that was ever imported is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hidden: Collection[DocumentId] = frozenset()

    def hide(self, documents: Collection[DocumentId]) -> None:
        """Pass over documents from now on that another store shows, or that were taken out."""
        self._hidden = documents

    @property
    def hidden(self) -> Collection[DocumentId]:
        """Give the documents that are passed over."""
        return self._hidden

    def ids(self) -> list[DocumentId]:
        """Give the ids of all documents, hidden ones included, in the order they were added."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id FROM document ORDER BY ordinal").fetchall()
        return [DocumentId(row["id"]) for row in rows]

    def summaries(self) -> list[DocumentSummary]:
        """Give the present version of every document, in the order they were added."""
        with self._database.reading() as connection:
            rows = connection.execute(_LISTED).fetchall()
        return [_summary(row) for row in rows if row["document"] not in self._hidden]

    def names(self) -> list[DocumentName]:
        """Give what every document is called, in the order of ``summaries`` and far sooner."""
        with self._database.reading() as connection:
            rows = connection.execute(_NAMES).fetchall()
        return [
            DocumentName(DocumentId(row["id"]), row["title"], row["number"] or "", row["imported"])
            for row in rows
            if row["id"] not in self._hidden
        ]

    def title(self, document: DocumentId) -> str | None:
        """Give the title of a document, or the name of its file where it has none; None where
        there is no document of this id.
        """
        if document in self._hidden:
            return None
        with self._database.reading() as connection:
            row = connection.execute(_TITLE, (document,)).fetchone()
        return None if row is None else called(str(row["title"]), str(row["source"]))

    def provision_count(self) -> int:
        """Give the number of provisions of all documents, hidden ones included."""
        query = """
        SELECT coalesce(sum(provisions), 0) FROM document JOIN version INDEXED BY version_summary
        ON version.document = document.id AND version.number = document.version
        """
        with self._database.reading() as connection:
            return int(connection.execute(query).fetchone()[0])

    def text(self, document: DocumentId) -> str:
        """Give the text that is shown of a document; raises UnknownDocumentError."""
        with self._database.reading() as connection:
            row = connection.execute(_TEXT, (document,)).fetchone()
        if row is None:
            raise _unknown(document)
        return str(row["text"])

    def first(self) -> DocumentId | None:
        """Give the document that was added first, None where there is none."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id FROM document ORDER BY ordinal")
            return next((DocumentId(row[0]) for row in rows if row[0] not in self._hidden), None)

    def is_stored(self, document: DocumentId) -> bool:
        """Say whether there is a document of this id, hidden or not."""
        query = "SELECT 1 FROM document WHERE id = :document"
        with self._database.reading() as connection:
            return connection.execute(query, {"document": document}).fetchone() is not None

    def holds(self, document: DocumentId) -> bool:
        """Say whether there is a document of this id."""
        return document not in self._hidden and self.is_stored(document)

    def load(self, document: DocumentId, version: int | None = None) -> Document:
        """Give a version of a document, the present one by default.

        Raises UnknownDocumentError when there is none.
        """
        with self._database.snapshot() as connection:
            key = {"document": document, "version": version or _present(connection, document)}
            row = connection.execute(_VERSION, key).fetchone()
            if row is None:
                raise _unknown(document)
            return _document(
                row,
                connection.execute(_COMPONENTS, key).fetchall(),
                connection.execute(_NODES, key).fetchall(),
                connection.execute(_FINDINGS, key).fetchall(),
                connection.execute(_TABLES, key).fetchall(),
                connection.execute(_NOTICES, key).fetchall(),
            )

    def save(self, document: Document, *, present: bool = True) -> None:
        """Keep a version of a document; it becomes the one that is shown if ``present``.

        A version that is there already is replaced, as after reading its text anew. What it
        cites is kept with it.
        """
        tiles = provisions(document.outline)
        with self._database.transaction() as connection:
            connection.execute(
                _ADD_DOCUMENT,
                {"document": document.id, "version": document.version, "present": present},
            )
            connection.execute(_ADD_VERSION, _version_row(document, len(tiles)))
            key = (document.id, document.version)
            outline = document.outline
            connection.executemany(
                _ADD_COMPONENT,
                [(*key, n, *_component_row(one)) for n, one in enumerate(outline.components)],
            )
            connection.executemany(
                _ADD_NODE, [(*key, n, *_node_row(one)) for n, one in enumerate(outline.nodes)]
            )
            connection.executemany(
                _ADD_FINDING,
                [(*key, n, *_finding_row(one)) for n, one in enumerate(outline.findings)],
            )
            connection.executemany(
                _ADD_TABLE, [(*key, n, *_table_row(one)) for n, one in enumerate(outline.tables)]
            )
            connection.executemany(
                _ADD_NOTICE,
                [(*key, n, one.code, one.message) for n, one in enumerate(document.notices)],
            )
            citations.keep(connection, key, citings_of(outline, tiles))

    def outdated(self) -> list[DocumentId]:
        """Give the documents whose outline an older parser made."""
        with self._database.reading() as connection:
            rows = connection.execute(_OUTDATED, (PARSER_VERSION,)).fetchall()
        return [DocumentId(row["id"]) for row in rows]

    def versions(self, document: DocumentId) -> list[DocumentSummary]:
        """Give all versions of a document, in the order they were imported."""
        with self._database.reading() as connection:
            rows = connection.execute(_VERSIONS, (document,)).fetchall()
        return [_summary(row) for row in rows]

    def of_file(self, sha256: str) -> KnownFile | None:
        """Give the version that came from a file with this hash, the present one before others."""
        with self._database.reading() as connection:
            row = connection.execute(_OF_FILE, (sha256,)).fetchone()
        if row is None or row["document"] in self._hidden:
            return None
        return KnownFile(
            DocumentId(row["document"]), row["number"], row["number"] == row["present"]
        )

    def files(self) -> set[str]:
        """Give the SHA-256 of the files that the versions of all documents came from."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT DISTINCT sha256 FROM version").fetchall()
        return {row["sha256"] for row in rows}

    def of_content(self, key: str) -> list[DocumentId]:
        """Give the documents whose present version has this content key."""
        query = f"{_SUMMARIES} WHERE version.content = ? ORDER BY document.ordinal"
        with self._database.reading() as connection:
            rows = connection.execute(query, (key,)).fetchall()
        found = (DocumentId(row["document"]) for row in rows)
        return [one for one in found if one not in self._hidden]

    def by_source(self, name: str) -> DocumentSummary | None:
        """Give the document whose present version came from this path."""
        with self._database.reading() as connection:
            rows = connection.execute(f"{_SUMMARIES} WHERE source = :name", {"name": name})
            return next(
                (_summary(row) for row in rows if row["document"] not in self._hidden), None
            )

    def remove(self, document: DocumentId) -> None:
        """Forget a document with all its versions, whose words are overwritten; notes on it are
        kept elsewhere.
        """
        with self._database.transaction() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("DELETE FROM document WHERE id = :document", {"document": document})

    def generation(self) -> int:
        """Give a number that changes whenever another connection commits a change."""
        with self._database.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _present(connection: sqlite3.Connection, document: DocumentId) -> int:
    row = connection.execute("SELECT version FROM document WHERE id = ?", (document,)).fetchone()
    return 0 if row is None else int(row["version"])


def _version_row(document: Document, count: int) -> dict[str, object]:
    outline = document.outline
    return {
        "document": document.id,
        "version": document.version,
        "source": document.source.name,
        "format": document.source.format,
        "sha256": document.source.sha256,
        "imported": document.source.imported.isoformat(),
        "text": outline.text,
        "characters": len(outline.text),
        "provisions": count,
        "parser": PARSER_VERSION,
        "content": content_key(outline.text),
        "metadata": json.dumps(asdict(outline.metadata), ensure_ascii=False),
    }


def _component_row(one: Component) -> tuple[object, ...]:
    return (one.id, one.kind.value, one.title, one.span.start, one.span.end)


def _node_row(one: Node) -> tuple[object, ...]:
    return (
        one.id,
        one.parent,
        one.component,
        one.cls.value,
        one.marker,
        one.number,
        one.label,
        None if one.heading_kind is None else one.heading_kind.value,
        one.heading.start,
        one.heading.end,
        one.span.start,
        one.span.end,
        one.responsible,
    )


def _finding_row(one: Finding) -> tuple[object, ...]:
    return (one.code, one.span.start, one.span.end, one.message, one.suggestion)


def _table_row(one: Table) -> tuple[object, ...]:
    cells = [
        (cell.span.start, cell.span.end, cell.row, cell.column, cell.rows, cell.columns)
        for cell in one.cells
    ]
    return one.span.start, one.span.end, json.dumps(cells)


def _table(row: sqlite3.Row) -> Table:
    cells = tuple(
        Cell(TextRange(start, end), *place) for start, end, *place in json.loads(row["cells"])
    )
    return Table(TextRange(row["start"], row["end"]), cells)


def _source(row: sqlite3.Row) -> Source:
    imported = datetime.fromisoformat(row["imported"])
    return Source(row["source"], row["format"], row["sha256"], imported)


def _metadata(stored: str) -> Metadata:
    """Give the metadata; what an older program did not store has its default."""
    return _METADATA.decode(stored)


def _summary(row: sqlite3.Row) -> DocumentSummary:
    return DocumentSummary(
        id=DocumentId(row["document"]),
        version=row["number"],
        source=_source(row),
        metadata=_metadata(row["metadata"]),
        characters=row["characters"],
        provisions=row["provisions"],
    )


def _document(
    row: sqlite3.Row,
    components: Sequence[sqlite3.Row],
    nodes: Sequence[sqlite3.Row],
    findings: Sequence[sqlite3.Row],
    tables: Sequence[sqlite3.Row],
    notices: Sequence[sqlite3.Row],
) -> Document:
    outline = Outline(
        text=row["text"],
        metadata=_metadata(row["metadata"]),
        components=tuple(_component(one) for one in components),
        nodes=tuple(_node(one) for one in nodes),
        findings=tuple(_finding(one) for one in findings),
        tables=tuple(_table(one) for one in tables),
    )
    told = tuple(Notice(one["code"], one["message"]) for one in notices)
    return Document(DocumentId(row["document"]), row["number"], _source(row), outline, told)


def _component(row: sqlite3.Row) -> Component:
    span = TextRange(row["start"], row["end"])
    return Component(row["id"], ComponentKind(row["kind"]), row["title"], span)


def _node(row: sqlite3.Row) -> Node:
    kind = row["heading_kind"]
    return Node(
        id=NodeId(row["id"]),
        parent=None if row["parent"] is None else NodeId(row["parent"]),
        component=row["component"],
        cls=NodeClass(row["class"]),
        marker=row["marker"],
        number=row["number"],
        label=row["label"],
        heading_kind=None if kind is None else HeadingKind(kind),
        heading=TextRange(row["heading_start"], row["heading_end"]),
        span=TextRange(row["start"], row["end"]),
        responsible=row["responsible"],
    )


def _finding(row: sqlite3.Row) -> Finding:
    span = TextRange(row["start"], row["end"])
    return Finding(row["code"], span, row["message"], row["suggestion"])


def _unknown(document: DocumentId) -> UnknownDocumentError:
    return UnknownDocumentError(f"文库里没有“{document}”。", "它可能已被删除，请刷新文库。")
