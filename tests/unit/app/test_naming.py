from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.atlas import ATLAS

from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.naming import NamingService
from policyviewer.domain.corrections import Corrections
from policyviewer.domain.tasks import Cancelled, JobContext

TEXT = "青山县人民政府关于合作的意见\n（2020年7月30日）\n一、与重庆市合作。\n二、重庆先行。\n"


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


def brought(collection: Collection, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    ImportService(collection.own).job([path])(JobContext())


def test_the_names_of_all_documents_are_counted(naming: NamingService):
    assert names(naming)["青山县人民政府办公室"] == 2


def test_what_was_read_is_not_read_again(naming: NamingService):
    assert steps(naming) == 3
    assert steps(naming) == 0


def test_a_new_document_is_read_alone(naming: NamingService, filled: Collection, tmp_path: Path):
    naming.names(JobContext())
    brought(filled, tmp_path / "合作.txt", TEXT)
    assert steps(naming) == 2
    assert names(naming)["重庆"] == 2


def test_a_new_text_and_a_correction_are_read_anew(
    naming: NamingService, filled: Collection, tmp_path: Path
):
    brought(filled, tmp_path / "合作.txt", TEXT)
    naming.names(JobContext())
    brought(filled, tmp_path / "合作.txt", TEXT.replace("重庆", "贵州"))
    assert "重庆" not in names(naming)
    (document, *_) = filled.own.documents.names()
    ImportService(filled.own).correct(document.id, Corrections(title="另一题目"))(JobContext())
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
