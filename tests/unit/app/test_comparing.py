from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.laws import BODIES, law

from policyviewer.app.collection import Collection
from policyviewer.app.comparing import ComparingService, Edition, Side, beside_superior, compared
from policyviewer.app.importing import ImportService
from policyviewer.app.library import LibraryService
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UnknownDocumentError, UserError
from policyviewer.domain.structure import parse
from policyviewer.domain.synopsis import Carried, Change
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.correspondences import CorrespondenceStore
from policyviewer.storage.database import Database, Schema

OTHER = "关于表彰先进的通报\n一、先进集体\n县图书馆。\n二、先进个人\n张三同志。\n"


def side(text: str) -> Side:
    outline = parse(text)
    return Side(outline.metadata.title, outline)


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    yield database
    database.close()


@pytest.fixture
def service(collection: Collection, notes: Database) -> ComparingService:
    return ComparingService(LibraryService(collection.shelves), CorrespondenceStore(notes))


@pytest.fixture
def keep(collection: Collection, tmp_path: Path):
    """Import a text and give the id of its document."""

    def keep_(text: str, name: str) -> DocumentId:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        report = ImportService(collection.own).job([path])(JobContext())
        return report.documents[0].document

    return keep_


def test_two_editions_of_a_document_are_compared(service: ComparingService, keep):
    name = keep(law(*BODIES), "条例.txt")
    assert keep(law(*BODIES[:3], *BODIES[4:]), "条例.txt") == name
    made = service.compare(Edition(name, 1), Edition(name))
    assert made.synopsis.counts()[Change.DELETED] == 1
    assert made.names == ("青山县道路条例（第 1 版）", "青山县道路条例（第 2 版）")
    assert service.with_former(name).synopsis == made.synopsis


def test_a_document_of_one_edition_has_no_former_one(service: ComparingService, keep):
    with pytest.raises(UserError, match="只有一版"):
        service.with_former(keep(law(*BODIES), "条例.txt"))


def test_unknown_documents_and_editions_are_told(service: ComparingService, keep):
    name = keep(law(*BODIES), "条例.txt")
    for edition in (Edition(DocumentId("nobody")), Edition(name, 9)):
        with pytest.raises(UnknownDocumentError):
            service.compare(Edition(name), edition)


def test_what_the_user_ties_and_unties_is_kept(service: ComparingService, keep):
    above = keep(law(*BODIES), "条例.txt")
    below = keep(
        f"实施办法\n第一条　{BODIES[3]}\n第二条　县设立总路长。各乡镇设立路长。\n", "办法.txt"
    )
    made = service.beside_superior(above, below)
    local = next(row.new[0] for row in made.synopsis.rows if row.carried is Carried.ADDED)
    tied = service.tie(made, local, made.synopsis.rows[0].old[0])
    assert sum(row.by_hand for row in tied.synopsis.rows) == 1
    assert service.beside_superior(above, below).synopsis == tied.synopsis
    assert service.untie(tied, local).synopsis == made.synopsis


def test_files_outside_the_library_cannot_be_tied(service: ComparingService):
    made = beside_superior(side(law(*BODIES)), side(law(*BODIES)))
    with pytest.raises(UserError, match="文库以外"):
        service.tie(made, made.synopsis.rows[0].new[0], None)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (law(*BODIES), law(*BODIES), "完全相同"),
        ("", law(*BODIES), "没有内容"),
        (law(*BODIES), "", "没有内容"),
        ("", "", "都没有内容"),
        (law(*BODIES), OTHER, "几乎没有相同"),
        (law(*BODIES), law(*BODIES[1:]), ""),
    ],
)
def test_there_is_a_clear_answer_for_every_pair(old: str, new: str, told: str):
    verdict = compared(side(old), side(new)).verdict
    assert told in verdict
    assert bool(told) == bool(verdict)


@pytest.mark.parametrize(
    ("superior", "local", "told"),
    [
        (law(*BODIES), law(*BODIES), "完全相同"),
        ("", "", "没有可以对照"),
        (law(*BODIES), "", "没有找到"),
    ],
)
def test_a_local_document_has_a_clear_answer_too(superior: str, local: str, told: str):
    assert told in beside_superior(side(superior), side(local)).verdict


def test_editions_are_told_apart_by_their_dates():
    dated = [
        law(*BODIES).replace("条例\n", f"条例\n（{year}年3月1日青山县人民代表大会通过）\n", 1)
        for year in (2024, 2026)
    ]
    assert compared(*map(side, dated)).names[1] == "青山县道路条例（2026年3月1日）"
