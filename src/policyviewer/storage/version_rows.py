"""A version of a document as rows, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import msgspec

from policyviewer.domain.documents import (
    PARSER_VERSION,
    Component,
    ComponentKind,
    Document,
    DocumentId,
    DocumentSummary,
    Finding,
    HeadingKind,
    Node,
    NodeClass,
    NodeId,
    Outline,
    Source,
)
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.notices import Notice
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.domain.works import content_key

_METADATA = msgspec.json.Decoder(Metadata)
"""A list of all documents reads thousands: this takes a quarter of what the standard's takes."""


def version_row(document: Document, count: int) -> dict[str, object]:
    """Give the row of a version with so many provisions."""
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


def component_row(one: Component) -> tuple[object, ...]:
    """Give what is stored of a component beside its version and place in the list."""
    return (one.id, one.kind.value, one.title, one.span.start, one.span.end)


def node_row(one: Node) -> tuple[object, ...]:
    """Give what is stored of a node beside its version and place in the list."""
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


def finding_row(one: Finding) -> tuple[object, ...]:
    """Give what is stored of a finding beside its version and place in the list."""
    return (one.code, one.span.start, one.span.end, one.message, one.suggestion)


def table_row(one: Table) -> tuple[object, ...]:
    """Give what is stored of a table beside its version and place in the list."""
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


def summary_of(row: sqlite3.Row) -> DocumentSummary:
    """Give the summary of a version."""
    return DocumentSummary(
        id=DocumentId(row["document"]),
        version=row["number"],
        source=_source(row),
        metadata=_metadata(row["metadata"]),
        characters=row["characters"],
        provisions=row["provisions"],
    )


def document_of(
    row: sqlite3.Row,
    components: Sequence[sqlite3.Row],
    nodes: Sequence[sqlite3.Row],
    findings: Sequence[sqlite3.Row],
    tables: Sequence[sqlite3.Row],
    notices: Sequence[sqlite3.Row],
) -> Document:
    """Give a version with its parts, each in the order of the text."""
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
