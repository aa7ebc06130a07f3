"""What an older program stored, or a newer one, is read with its defaults."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from policyviewer.domain.documents import Document
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.storage import version_rows


def as_row(values: dict[str, object]) -> sqlite3.Row:
    """Give values as a row that a database has given."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    names = ", ".join(f':{name} AS "{name}"' for name in values)
    row = connection.execute(f"SELECT {names}", values).fetchone()
    connection.close()
    return row


def stored(document: Document, **changes: object) -> sqlite3.Row:
    made = version_rows.version_row(document, 5)
    return as_row(made | {"number": made["version"]} | changes)


def test_a_summary_is_read_from_the_row_of_a_version(document: Document):
    summary = version_rows.summary_of(stored(document))
    assert (summary.id, summary.version, summary.provisions) == (document.id, 1, 5)
    assert summary.characters == len(document.outline.text)
    assert (summary.source, summary.metadata) == (document.source, document.outline.metadata)


def test_metadata_of_an_older_program_have_defaults(document: Document):
    row = stored(document, metadata=json.dumps({"title": "意见", "title_as_printed": "意 见"}))
    assert version_rows.summary_of(row).metadata == Metadata("意见", "意 见")


def test_metadata_of_a_newer_program_are_passed_over(document: Document):
    known = json.loads(version_rows.version_row(document, 5)["metadata"])
    row = stored(document, metadata=json.dumps(known | {"something": "新"}))
    assert version_rows.summary_of(row).metadata == document.outline.metadata


def test_a_version_without_parts_is_its_text(document: Document):
    bare = replace(document.outline, components=(), nodes=(), findings=(), tables=())
    read = version_rows.document_of(stored(document), [], [], [], [], [])
    assert read == replace(document, outline=bare)


def test_cells_keep_their_places():
    cells = (Cell(TextRange(3, 5), 0, 0, 1, 2), Cell(TextRange(6, 6), 1, 0, 1, 1))
    start, end, written = version_rows.table_row(Table(TextRange(3, 9), cells))
    assert (start, end) == (3, 9)
    assert json.loads(written) == [[3, 5, 0, 0, 1, 2], [6, 6, 1, 0, 1, 1]]
