from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from policyviewer.app.collection import Collection
from policyviewer.app.compiled_parts import CompiledPiece, PartReader, part_of, renewed
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService, section_of
from policyviewer.domain.compilations import CompiledPart, PartId, PartState
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext

LAW = """青山县道路条例
（2025年1月1日公布，自2025年3月1日起施行）
第一章　总则
第一条　为了修好全县道路，方便群众出行，制定本条例。
第二条　乡镇人民政府负责本乡镇道路的养护工作。
第二章　养护
第三条　养护经费列入县级财政预算，专款专用。
第四条　任何单位和个人不得占用道路摆摊设点。
"""
TODAY = date(2026, 5, 1)
Take = Callable[[str], DocumentId]
Read = Callable[[CompiledPart], CompiledPiece]


@pytest.fixture
def library(collection: Collection) -> LibraryService:
    return LibraryService(collection.shelves)


@pytest.fixture
def take(collection: Collection, library: LibraryService, tmp_path: Path) -> Take:
    def take(text: str) -> DocumentId:
        (tmp_path / "道路条例.txt").write_text(text, encoding="utf-8")
        ImportService(collection.own).job([tmp_path / "道路条例.txt"])(JobContext())
        return library.find("青山县道路条例").id

    return take


@pytest.fixture
def read(library: LibraryService) -> Read:
    return lambda part: PartReader(library, TODAY).read(part)


@pytest.fixture
def part(take: Take, library: LibraryService) -> Callable[[str], CompiledPart]:
    """Give what takes a provision of the law in, or all of it."""
    name = take(LAW)

    def make(provision: str) -> CompiledPart:
        document = library.open(name)
        span = section_of(document, provision) if provision else None
        return part_of(document, span, "现行有效")

    return make


def test_an_unchanged_provision_is_the_same(part, read: Read):
    present = read(part("art_3")).present
    assert (present.state, present.changed) == (PartState.SAME, False)
    assert present.words == "第三条　养护经费列入县级财政预算，专款专用。"
    assert present.citation == "《青山县道路条例》第三条"


def test_other_marks_of_titles_are_no_move(part, read: Read):
    made = part("art_3")
    marked = replace(made.target, citation=made.target.citation.replace("《", "〈"))
    assert read(replace(made, target=marked)).present.state is PartState.SAME


def test_an_article_put_in_before_moves_it(part, read: Read, take: Take):
    kept = part("art_3")
    take(LAW.replace("第四条", "第五条").replace("第三条", "第三条　本县道路分三级。\n第四条"))
    present = read(kept).present
    assert (present.state, present.name) == (PartState.MOVED, "《青山县道路条例》第四条")
    assert "列入县级财政预算" in present.words


def test_new_words_are_told_with_the_present_ones(part, read: Read, take: Take):
    kept = part("art_3")
    take(LAW.replace("专款专用", "由县财政局监督使用"))
    present = read(kept).present
    assert present.state is PartState.CHANGED
    assert present.words == "第三条　养护经费列入县级财政预算，由县财政局监督使用。"


def test_a_chapter_is_compared_whole(part, read: Read, take: Take):
    kept = part("ch_2")
    take(LAW.replace("摆摊设点", "摆摊设点、堆放物料"))
    present = read(kept).present
    assert present.state is PartState.CHANGED
    assert present.words.startswith("第二章　养护")
    assert present.words.endswith("堆放物料。")


def test_a_repealed_article_is_told(part, read: Read, take: Take):
    kept = part("art_4")
    take(LAW.replace("第四条　任何单位和个人不得占用道路摆摊设点。\n", ""))
    assert read(kept).present.state is PartState.DELETED


def test_a_document_has_a_new_version(part, read: Read, take: Take):
    kept = part("")
    assert read(kept).present.state is PartState.SAME
    take(LAW.replace("专款专用", "由县财政局监督使用"))
    piece = read(kept)
    assert piece.present.state is PartState.CHANGED
    assert piece.words == (
        "第三条　养护经费列入县级财政预算，专款专用。",
        "第三条　养护经费列入县级财政预算，由县财政局监督使用。",
    )


def test_a_document_that_is_gone_is_told(part, read: Read):
    kept = part("art_3")
    assert kept.target is not None
    gone = replace(kept, target=replace(kept.target, document=DocumentId("gone")))
    assert read(gone).present.state is PartState.GONE
    assert read(gone).outline is None


def test_another_standing_is_a_change(part, read: Read):
    assert read(replace(part("art_3"), standing="尚未施行")).present.stands_otherwise


def test_a_renewed_part_is_the_same_from_then_on(part, read: Read, take: Take):
    kept = part("art_3")
    take(LAW.replace("专款专用", "由县财政局监督使用"))
    assert not read(renewed(read(kept))).present.changed
    heading = CompiledPart(PartId(3), "题")
    assert renewed(read(heading)) == heading


def test_no_words_are_no_part(take: Take, library: LibraryService):
    document = library.open(take(LAW))
    with pytest.raises(UserError, match="没有选中文字"):
        part_of(document, TextRange(3, 3), "")
