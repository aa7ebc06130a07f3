from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.atlas import ATLAS

from policyviewer.app.collection import Collection
from policyviewer.app.naming import NamingService
from policyviewer.domain.corrections import Corrections
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import Cancelled, JobContext

TEXT = "青山县人民政府关于合作的意见\n（2020年7月30日）\n一、与重庆市合作。\n二、重庆先行。\n"


NOTICE = "青山县人民政府办公室关于防火的通知\n一、压实责任\n青山县人民政府办公室\n2026年4月1日\n"
NOON = datetime(2026, 5, 1, 4, tzinfo=UTC)


def brought(collection: Collection, name: str, text: str, version: int = 1) -> DocumentId:
    """Store a document, as an import does."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(f"{name}.txt", "txt", digest, NOON)
    document = Document(DocumentId(name), version, source, parse(text))
    collection.own.documents.save(document)
    return document.id


@pytest.fixture
def filled(collection: Collection) -> Collection:
    brought(collection, "first", NOTICE)
    brought(collection, "second", NOTICE.replace("防火", "防汛"))
    return collection


@pytest.fixture
def naming(filled: Collection, tmp_path: Path) -> Iterator[NamingService]:
    service = NamingService(filled.shelves, tmp_path / "cache", lambda: ATLAS)
    yield service
    service.close()


def names(naming: NamingService) -> dict[str, int]:
    return {one.text: one.provisions for one in naming.names(JobContext())}


def steps(naming: NamingService) -> int:
    told: list[object] = []
    naming.names(JobContext(report=told.append))
    return len(told)


def test_the_names_of_all_documents_are_counted(naming: NamingService):
    assert names(naming)["青山县人民政府办公室"] == 4


def test_what_was_read_is_not_read_again(naming: NamingService):
    assert steps(naming) == 3
    assert steps(naming) == 0


def test_a_new_document_is_read_alone(naming: NamingService, filled: Collection):
    naming.names(JobContext())
    brought(filled, "third", TEXT)
    assert steps(naming) == 2
    assert names(naming)["重庆"] == 2


def test_a_new_text_and_a_correction_are_read_anew(naming: NamingService, filled: Collection):
    name = brought(filled, "third", TEXT)
    assert "重庆" in names(naming)
    brought(filled, "third", TEXT.replace("重庆", "贵州"), version=2)
    assert "重庆" not in names(naming)
    filled.own.corrections.keep(name, Corrections(title="另一题目"))
    assert steps(naming) == 2


def test_what_is_removed_is_no_longer_counted(naming: NamingService, filled: Collection):
    assert names(naming)
    for one in filled.own.documents.names():
        filled.own.documents.remove(one.id)
    assert names(naming) == {}


def test_cancelled_it_keeps_what_it_has_read(
    naming: NamingService, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("policyviewer.app.naming.BATCH", 1)
    ctx = JobContext()
    stopping = JobContext(ctx.token, lambda _told: ctx.token.cancel())
    with pytest.raises(Cancelled):
        naming.names(stopping)
    assert steps(naming) == 2


def test_a_damaged_cache_is_made_anew(naming: NamingService, filled: Collection, tmp_path: Path):
    found = names(naming)
    naming.close()
    (cache,) = (tmp_path / "cache").rglob("*.sqlite")
    cache.write_bytes(b"nothing" * 900)
    again = NamingService(filled.shelves, tmp_path / "cache", lambda: ATLAS)
    assert names(again) == found
    again.close()


def test_without_a_place_for_the_cache_names_are_read_all_the_same(
    naming: NamingService, filled: Collection, tmp_path: Path
):
    (tmp_path / "file").write_text("x")
    service = NamingService(filled.shelves, tmp_path / "file", lambda: ATLAS)
    assert names(service) == names(naming)


def test_a_document_has_its_own_names(naming: NamingService, filled: Collection):
    (first, *_) = filled.own.documents.names()
    found = naming.of(filled.own.documents.load(first.id))
    assert found
    assert {one.documents for one in found} == {1}
