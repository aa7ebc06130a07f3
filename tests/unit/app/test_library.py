from __future__ import annotations

import pytest

from policyviewer.app.collection import Collection
from policyviewer.app.library import LibraryService, provision_of
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UnknownDocumentError, UserError


@pytest.fixture
def library(filled: Collection) -> LibraryService:
    return LibraryService(filled.shelves)


def test_every_document_is_listed(library: LibraryService):
    titles = {one.metadata.title for one in library.documents()}
    assert titles == {
        "青山县人民政府关于加快蔬菜产业发展的实施意见",
        "青山县人民政府办公室关于做好森林防火工作的通知",
    }


def test_a_title_is_had_without_its_document(library: LibraryService):
    first = library.documents()[0]
    assert library.first() == first.id
    assert library.title(first.id) == first.metadata.title
    assert library.title(DocumentId("nowhere")) is None


def test_a_document_opens(library: LibraryService):
    summary = library.find("蔬菜产业")
    assert len(library.open(summary.id).outline.text) == summary.characters


@pytest.mark.parametrize("part", ["森林防火", "青山县人民政府办公室关于做好森林防火工作的通知"])
def test_a_document_is_found_by_its_title(library: LibraryService, part: str):
    assert "森林防火" in library.find(part).metadata.title


def test_a_document_is_found_by_the_beginning_of_its_id(library: LibraryService):
    first = library.documents()[0]
    assert library.find(first.id[:6]) == first


def test_an_ambiguous_name_lists_what_it_may_mean(library: LibraryService):
    with pytest.raises(UserError, match="多份") as caught:
        library.find("青山县")
    assert "蔬菜" in caught.value.text


@pytest.mark.parametrize("name", ["没有这份", "", "zzzz"])
def test_an_unknown_name_is_told(library: LibraryService, name: str):
    with pytest.raises(UnknownDocumentError):
        library.find(name)


def test_an_unknown_id_is_told(library: LibraryService):
    with pytest.raises(UnknownDocumentError, match="文库里没有"):
        library.open(DocumentId("nowhere"))


def test_a_provision_is_found_by_id_and_by_marker(library: LibraryService):
    document = library.open(library.find("森林防火").id)
    by_id = provision_of(document, "main/l1_2")
    assert provision_of(document, "二、") == by_id
    assert "清明" in by_id.span.of(document.outline.text)


@pytest.mark.parametrize("name", ["（一）", "第九条", "main/l1_9"])
def test_an_unclear_provision_is_told(library: LibraryService, name: str):
    document = library.open(library.find("蔬菜产业").id)
    with pytest.raises(UnknownDocumentError):
        provision_of(document, name)
