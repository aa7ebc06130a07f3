from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.placing import PlacingService
from policyviewer.app.present_citations import with_present_citations
from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary, Outline, Source
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.placements import PlacementStore

LAW = """青山县道路条例
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　乡镇人民政府负责本乡镇道路的养护工作。
第三条　损坏道路的，由县交通主管部门责令限期修复。
"""
REVISED = """青山县道路条例
第一条　为了修好全县道路，方便人民群众出行，制定本条例。
第二条　县人民政府建立道路档案。
第三条　乡镇人民政府负责本乡镇道路的养护工作。
"""


class Library:
    """Holds a law, in its first version until it is revised."""

    def __init__(self) -> None:
        self.versions = [made(LAW, 1)]

    def documents(self) -> list[DocumentSummary]:
        last = self.versions[-1]
        metadata = last.outline.metadata
        return [DocumentSummary(last.id, last.version, last.source, metadata, 0, 0)]

    def open(self, _document: DocumentId) -> Document:
        return self.versions[-1]

    def former(self, _document: DocumentId, version: int) -> Outline:
        return self.versions[version - 1].outline


def made(text: str, version: int) -> Document:
    source = Source("a.txt", "txt", str(version) * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return Document(DocumentId("law"), version, source, parse(text))


@pytest.fixture
def cited(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Give the citations of annotations on words, after a revision."""
    library = Library()
    with closing(Database(tmp_path / "notes.sqlite", Schema.NOTES)) as database:
        store = AnnotationStore(database)
        placing = PlacingService(store, PlacementStore(database), library.former)
        service = AnnotationService(store, placing, "张三")
        for words in ("修好全县道路", "方便群众出行", "养护工作", "限期修复"):
            at = LAW.index(words)
            span = TextRange(at, at + len(words))
            service.add(library.open(DocumentId("law")), Draft(AnnotationKind.HIGHLIGHT, span))
        before = with_present_citations(service.all(), library, service)
        assert before == service.all()
        library.versions.append(made(REVISED, 2))
        after = with_present_citations(service.all(), library, service)
        yield {one.target.quote.exact: one.target.citation for one in after}


def test_what_moved_is_cited_by_both_numbers(cited: dict[str, str]):
    assert cited["养护工作"] == "《青山县道路条例》第三条（批注时为第二条）"


def test_what_stayed_is_cited_as_before(cited: dict[str, str]):
    assert cited["修好全县道路"] == "《青山县道路条例》第一条"


def test_what_was_changed_or_deleted_says_so(cited: dict[str, str]):
    assert cited["方便群众出行"] == "《青山县道路条例》第一条（原文已改）"
    assert cited["限期修复"] == "《青山县道路条例》第三条（原文已删）"
