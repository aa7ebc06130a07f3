"""Databases in temporary folders, closed after each test, and a document of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.domain.annotations import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Quote,
    Target,
)
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.database import Database, Schema

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
TEXT = """青山县人民政府关于修路的意见
一、总则
（一）修路。全县修路，人民*府负责。
二、附则
"""
OpenDatabase = Callable[..., Database]


@pytest.fixture
def open_database(tmp_path: Path) -> Iterator[OpenDatabase]:
    opened: list[Database] = []

    def open_(schema: Schema = Schema.NOTES, **options: object) -> Database:
        opened.append(Database(tmp_path / f"{schema.value}.sqlite", schema, **options))
        return opened[-1]

    yield open_
    for database in opened:
        database.close()


@pytest.fixture
def document() -> Document:
    source = Source("修路.txt", "txt", "ab" * 32, NOON)
    return Document(DocumentId("road"), 1, source, parse(TEXT))


def note(name: str = "n1", **changes: object) -> Annotation:
    target = Target(DocumentId("road"), 1, "main/l1_1", TextRange(3, 5), Quote("修路", "前", "后"))
    fields = {
        "id": AnnotationId(name),
        "author": "张三",
        "kind": AnnotationKind.NOTE,
        "colour": Colour.GREEN,
        "text": "核实",
        "tags": ("交通", "急"),
        "target": target,
        "created": NOON,
        "modified": NOON,
    }
    return Annotation(**{**fields, **changes})


@pytest.fixture
def make_note() -> Callable[..., Annotation]:
    return note
