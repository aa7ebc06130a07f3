from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policyviewer.app.citing import CitationService, span_of
from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.domain.documents import Document
from policyviewer.domain.errors import UnknownDocumentError
from policyviewer.domain.metadata import Status
from policyviewer.domain.tasks import JobContext

LAW = """中华人民共和国渠道法
第一章　总则
第一条　为了管理渠道，制定本法。
第二条　渠道归国家所有。
渠道的水归用水的人。
第二章　附则
第三条　本法自2030年1月1日起施行。
"""
RULES = """青山县渠道管理办法
第一条　根据《中华人民共和国渠道法》（以下简称渠道法），制定本办法。
第二条　依照渠道法第二条第二款和第九十九条处理，并按本办法第一条执行。
第三条　适用《没有的法》。
"""
PART = """中华人民共和国渠道法
第九十八条　渠道的修理。
第九十九条　渠道的废止。
"""
Open = Callable[[str], Document]


def take(collection: Collection, folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    files = [folder / f"{name}.txt" for name in texts]
    ImportService(collection.own).job(files)(JobContext())


@pytest.fixture
def service(collection: Collection, tmp_path: Path) -> CitationService:
    take(collection, tmp_path, law=LAW, rules=RULES)
    library = LibraryService(collection.shelves)
    return CitationService(library, collection.shelves, lambda: "2026-05-01")


@pytest.fixture
def opened(collection: Collection) -> Open:
    library = LibraryService(collection.shelves)
    return lambda name: library.open(library.find(name).id)


def test_a_document_knows_who_refers_to_it(service: CitationService, opened: Open):
    law = opened("中华人民共和国渠道法")
    cited = service.to(law)
    assert {one.found.document_title for one in cited} == {"青山县渠道管理办法"}
    assert [one.found.citing.marker for one in cited][:2] == ["第一条", "第二条"]
    meant = [one.target.of(law.outline.text) for one in cited if one.target is not None]
    assert [words.strip() for words in meant] == ["渠道的水归用水的人。"]
    assert service.to(opened("青山县渠道管理办法")) == []


def test_a_target_is_shown_before_one_goes_there(service: CitationService, opened: Open):
    rules = opened("青山县渠道管理办法")
    led = [one for one in service.of(rules) if one.document is not None]
    whole, para, own = (service.target(one) for one in led)
    assert whole.title == "中华人民共和国渠道法"
    assert (whole.place, whole.status) == ("", Status.NOT_YET)
    assert (para.place, para.begins) == ("第二条第二款", "渠道的水归用水的人。")
    assert own.document == rules.id
    assert own.begins.startswith("第一条 根据")


def test_what_leads_nowhere_has_no_target(service: CitationService, opened: Open):
    lost = [one for one in service.of(opened("青山县渠道管理办法")) if one.document is None]
    assert [one.reference.title for one in lost][-1] == "没有的法"
    assert [service.target(one) for one in lost] == [None] * len(lost)


def test_the_part_of_a_code_that_has_the_article_is_meant(
    service: CitationService, collection: Collection, tmp_path: Path, opened: Open
):
    first = opened("中华人民共和国渠道法")
    take(collection, tmp_path, part=PART)
    documents = LibraryService(collection.shelves).documents()
    parts = [one.id for one in documents if one.metadata.title == "中华人民共和国渠道法"]
    assert len(parts) == 2
    led = service.of(opened("青山县渠道管理办法"))
    places = {one.provision: one.document for one in led if one.document in parts}
    assert places["art_2/p_2"] == first.id
    assert places["art_99"] == next(one for one in parts if one != first.id)
    assert all(one.found.citing.place.article != 99 for one in service.to(first))


def test_a_document_that_went_is_told(
    service: CitationService, collection: Collection, opened: Open
):
    led = next(one for one in service.of(opened("青山县渠道管理办法")) if one.document is not None)
    collection.own.documents.remove(led.document)
    with pytest.raises(UnknownDocumentError):
        service.target(led)


@pytest.mark.parametrize(("provision", "begins"), [("art_2", "第二条"), ("", "中"), ("x", "中")])
def test_the_span_of_a_provision(opened: Open, service, provision: str, begins: str):
    outline = opened("中华人民共和国渠道法").outline
    assert span_of(outline, provision).of(outline.text).startswith(begins)
