from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.app.collection import Collection
from policyviewer.app.destinations import Destination, Destinations
from policyviewer.app.importing import ImportService
from policyviewer.domain.tasks import JobContext

LAW = """中华人民共和国青山法
（2020年5月1日青山会议通过）
第一条　为了保护青山，制定本法。
第二条　青山分为以下各类：
（一）大的青山；
（二）小的青山。
前款所称大小，由村民议定。
第二条之一　青山可以命名。
"""
ORDER = """青山县人民政府文件
青府发〔2026〕15号
青山县人民政府关于造林的通知
各乡镇人民政府：
一、造林。各乡镇要造林。
青山县人民政府
2026年4月1日
"""


@pytest.fixture
def destinations(collection: Collection, tmp_path: Path) -> Destinations:
    for name, text in (("法.txt", LAW), ("通知.txt", ORDER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        ImportService(collection.own).job([tmp_path / name])(JobContext())
    return Destinations(collection.shelves)


def meant(destination: Destination) -> str:
    unit = destination.provision
    return destination.span.shifted(-unit.start).of(unit.text).strip()


@pytest.mark.parametrize(
    ("typed", "citation", "words"),
    [
        ("青山法第一条", "《中华人民共和国青山法》第一条", "第一条　为了保护青山，制定本法。"),
        ("青山法 2 二", "《中华人民共和国青山法》第二条第二款", "前款所称大小，由村民议定。"),
        ("青山法2条1款（二）项", "《中华人民共和国青山法》第二条第一款第二项", "（二）小的青山。"),
        ("《青山法》2条之一", "《中华人民共和国青山法》第二条之一", "第二条之一　青山可以命名。"),
    ],
)
def test_a_citation_leads_to_its_words(destinations, typed, citation, words: str) -> None:
    (found,) = destinations.of(typed)
    assert (found.citation, meant(found), found.outright) == (citation, words, True)


@pytest.mark.parametrize("typed", ["青府发15号", "青府发[2026]15号", "青府发(2026)第15号"])
def test_a_number_leads_to_its_document(destinations, typed: str) -> None:
    (found,) = destinations.of(typed)
    assert "青府发〔2026〕15号" in found.provision.text
    assert found.outright


@pytest.mark.parametrize("typed", ["青山法", "《青山法》", "中华人民共和国青山法"])
def test_a_title_leads_to_its_document(destinations, typed: str) -> None:
    (found,) = destinations.of(typed)
    assert found.provision.title == "中华人民共和国青山法"
    assert not found.outright


@pytest.mark.parametrize(
    "typed", ["", "青山法第九条", "红山法第一条", "青府发16号", "青山", "山", "x" * 10_000]
)
def test_what_names_nothing_leads_nowhere(destinations, typed: str) -> None:
    assert destinations.of(typed) == []


@pytest.mark.parametrize(("typed", "found"), [("qsf", 1), ("ZHR", 1), ("qs", 0), ("青山", 0)])
def test_initials_lead_to_a_title(destinations, typed: str, found: int) -> None:
    assert len(destinations.by_initials(typed)) == found


def test_a_new_document_is_known_when_the_names_are_forgotten(
    destinations, collection: Collection, tmp_path: Path
) -> None:
    assert not destinations.of("红山法第一条")
    (tmp_path / "红.txt").write_text(LAW.replace("青山", "红山"), encoding="utf-8")
    ImportService(collection.own).job([tmp_path / "红.txt"])(JobContext())
    destinations.forget()
    assert destinations.of("红山法第一条")
