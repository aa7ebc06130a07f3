from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from policyviewer.app.annotating import AnnotationService, Draft
from policyviewer.app.collection import Collection
from policyviewer.app.compiled_marks import takings_of
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.app.placing import PlacingService
from policyviewer.domain.annotations import AnnotationId, AnnotationKind
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.placements import PlacementStore

LAW = """青山县道路条例
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　乡镇人民政府负责本乡镇道路的养护工作。
第三条　损坏道路的，由县交通主管部门责令限期修复。
"""


class Desk:
    def __init__(self, database: Database, collection: Collection, path: Path) -> None:
        self.collection, self.path = collection, path
        self.library = LibraryService(collection.shelves)
        store = AnnotationStore(database)
        placing = PlacingService(store, PlacementStore(database), self.library.former)
        self.annotating = AnnotationService(store, placing, "张三")
        self.take(LAW)

    def take(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")
        ImportService(self.collection.own).job([self.path])(JobContext())

    def mark(self, words: str, kind: AnnotationKind = AnnotationKind.HIGHLIGHT) -> AnnotationId:
        law = self.library.open(self.law)
        at = law.outline.text.index(words)
        return self.annotating.add(law, Draft(kind, TextRange(at, at + len(words)))).id

    @property
    def law(self) -> DocumentId:
        return self.library.find("青山县道路条例").id

    def words(self, *names: AnnotationId) -> tuple[list[str], int]:
        """Give the beginnings of what is taken in, and how much is lost."""
        found = takings_of(self.library, self.annotating, names)
        text = self.library.open(self.law).outline.text
        return [one.span.of(text)[:3] for one in found.takings], found.lost


@pytest.fixture
def desk(tmp_path: Path, filled: Collection) -> Iterator[Desk]:
    with closing(Database(tmp_path / "notes.sqlite", Schema.NOTES)) as database:
        yield Desk(database, filled, tmp_path / "条例.txt")


def test_marks_give_their_clauses_in_their_own_order(desk: Desk):
    second, first = desk.mark("养护工作"), desk.mark("群众")
    assert desk.words(second, first) == (["第二条", "第一条"], 0)


def test_two_marks_in_a_clause_give_it_once(desk: Desk):
    assert desk.words(desk.mark("养护工作"), desk.mark("乡镇人民政府")) == (["第二条"], 0)


def test_a_mark_over_two_clauses_gives_both_in_one_piece(desk: Desk):
    law = desk.library.open(desk.law).outline.text
    mark = desk.mark(law[law.index("乡镇人民") : law.index("损坏道路")])
    (taking,) = takings_of(desk.library, desk.annotating, [mark]).takings
    assert taking.span.of(law).startswith("第二条")
    assert taking.span.of(law).endswith("修复。")


def test_clauses_are_taken_where_they_are_now_and_lost_ones_are_counted(desk: Desk):
    moved, gone = desk.mark("养护工作"), desk.mark("限期修复")
    lines = LAW.splitlines()
    new = "第二条　县财政每年安排养护经费，列入年度预算。"
    desk.take("\n".join([*lines[:2], new, lines[2].replace("二", "三", 1)]) + "\n")
    assert desk.words(moved, gone) == (["第三条"], 1)


def test_what_is_no_mark_is_said(desk: Desk):
    with pytest.raises(UserError):
        desk.words(AnnotationId("nothing"))
