from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.app import marked_clauses as module
from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.marked_clauses import MarkedClause, marked_clauses, whole_document
from policyviewer.app.placing import PlacingService
from policyviewer.domain.annotations import AnnotationId, AnnotationKind
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.placements import PlacementStore

LAW = """青山县道路条例
第一章　总则
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　乡镇人民政府负责本乡镇道路的养护工作。
第三条　损坏道路的，由县交通主管部门责令限期修复。
"""
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


class Library:
    """Holds the law alone, while it has not been taken away."""

    def __init__(self) -> None:
        self.law: Document | None = Document(
            DocumentId("law"), 1, Source("a.txt", "txt", "0" * 64, NOON), parse(LAW)
        )

    def title(self, _document: DocumentId) -> str | None:
        return None if self.law is None else "青山县道路条例"

    def open(self, _document: DocumentId) -> Document:
        assert self.law is not None
        return self.law


class Desk:
    def __init__(self, database: Database) -> None:
        store = AnnotationStore(database)
        self.library = Library()
        self.annotating = AnnotationService(
            store, PlacingService(store, PlacementStore(database)), "张三"
        )

    def mark(self, words: str, kind: AnnotationKind = AnnotationKind.HIGHLIGHT) -> AnnotationId:
        at = LAW.index(words)
        span = TextRange(at, at + len(words))
        assert self.library.law is not None
        return self.annotating.add(self.library.law, Draft(kind, span)).id

    def clauses(self, *names: AnnotationId) -> list[MarkedClause]:
        wanted = names or [one.id for one in self.annotating.all()]
        return marked_clauses(self.library, self.annotating, wanted)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Database(tmp_path / "notes.sqlite", Schema.NOTES)) as database:
        yield Desk(database)


def marked(clause: MarkedClause) -> list[str]:
    return [one.span.of(clause.text) for one in clause.marks if one.span]


def test_a_clause_stands_whole_with_its_marks_citation_and_headings(desk: Desk):
    desk.mark("养护工作")
    desk.mark("乡镇人民政府")
    (clause,) = desk.clauses()
    assert clause.text == "第二条　乡镇人民政府负责本乡镇道路的养护工作。"
    assert marked(clause) == ["乡镇人民政府", "养护工作"]
    assert clause.citation == "《青山县道路条例》第二条"
    assert clause.path == ("第一章 总则",)
    assert clause.start == LAW.index("第二条")


def test_clauses_over_which_a_mark_goes_stand_together_with_all_marks(desk: Desk):
    desk.mark("养护工作。\n第三条　损坏")
    desk.mark("限期修复")
    (clause,) = desk.clauses()
    assert clause.text.startswith("第二条")
    assert clause.text.endswith("限期修复。")
    assert marked(clause) == ["养护工作。\n第三条　损坏", "限期修复"]


def test_only_what_is_wanted_is_read(desk: Desk):
    desk.mark("养护工作")
    wanted = desk.mark("限期修复")
    assert [one.citation for one in desk.clauses(wanted)] == ["《青山县道路条例》第三条"]


def test_words_that_went_stand_as_they_were(desk: Desk):
    desk.mark("养护工作")
    desk.mark("限期修复")
    assert desk.library.law is not None
    revised = parse(LAW.replace("由县交通主管部门责令限期修复", "应当赔偿"))
    desk.library.law = replace(desk.library.law, version=2, outline=revised)
    there, lost = desk.clauses()
    assert marked(there) == ["养护工作"]
    assert (lost.start, lost.text, lost.citation) == (
        None,
        "限期修复",
        "《青山县道路条例》第三条",
    )


def test_a_document_that_is_gone_costs_no_note(desk: Desk):
    desk.mark("养护工作")
    desk.library.law = None
    (clause,) = desk.clauses()
    assert (clause.start, clause.text) == (None, "养护工作")


def test_without_annotations_there_is_nothing_to_read(desk: Desk):
    with pytest.raises(UserError, match="没有可以通读"):
        desk.clauses()


def test_a_whole_document_has_every_letter(desk: Desk):
    desk.mark("养护工作")
    assert desk.library.law is not None
    placed = desk.annotating.of(desk.library.law)
    clauses = whole_document(desk.library.law, placed)
    letters = "".join("".join(one.text.split()) for one in clauses)
    assert letters == "".join(LAW.split())
    assert [mark for one in clauses for mark in marked(one)] == ["养护工作"]


def test_what_is_too_long_for_paper_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "LONGEST", 10)
    assert desk.library.law is not None
    with pytest.raises(UserError, match="太长"):
        whole_document(desk.library.law, [])
