"""Values for the panes: a document of our own, parsed for real."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.anchoring import anchor
from policyviewer.domain.annotations import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Target,
    quote_of,
)
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary, Source
from policyviewer.domain.provisions import provision_at, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse

TEXT = (Path(__file__).parents[1] / "data" / "意见.txt").read_text(encoding="utf-8")
NOON = datetime(2026, 5, 1, 4, tzinfo=UTC)
Annotate = Callable[..., PlacedAnnotation]


@pytest.fixture
def document() -> Document:
    source = Source("意见.txt", "txt", "0" * 64, NOON)
    return Document(DocumentId("opinion"), 1, source, parse(TEXT))


@pytest.fixture
def summary(document: Document) -> DocumentSummary:
    outline = document.outline
    return DocumentSummary(document.id, 1, document.source, outline.metadata, len(outline.text), 9)


@pytest.fixture
def annotate(document: Document) -> Annotate:
    """Give a maker of annotations on words of the document."""

    def make(
        words: str,
        text: str = "",
        kind: AnnotationKind = AnnotationKind.NOTE,
        name: str = "",
        tags: tuple[str, ...] = (),
    ) -> PlacedAnnotation:
        at = TEXT.index(words)
        span = TextRange(at, at + len(words))
        tiles = provisions(document.outline)
        target = Target(document.id, 1, provision_at(tiles, at).id, span, quote_of(TEXT, span))
        made = Annotation(
            AnnotationId(name or words), "张三", kind, Colour.GREEN, text, tags, target, NOON, NOON
        )
        return PlacedAnnotation(made, anchor(target, TEXT, tiles))

    return make
