from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.mentions import Place
from policyviewer.domain.structure import parse
from policyviewer.storage.citations import CitationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.documents import DocumentStore

CITING = """青山县河道管理办法
第一条　根据《中华人民共和国水法》第二章的规定，制定本办法。
第二条　依照《水法》第三条第二款和某政发〔2020〕5号文处理。
"""


@pytest.fixture
def library(open_database) -> Database:
    return open_database(Schema.LIBRARY)


@pytest.fixture
def river(document: Document, library: Database) -> Document:
    made = replace(document, id=DocumentId("river"), outline=parse(CITING))
    DocumentStore(library).save(made)
    return made


def test_who_names_a_title_is_found(library: Database, river: Document):
    first, second = CitationStore(library).citing({"水法"}, None)
    assert first.document == river.id
    assert first.document_title == "青山县河道管理办法"
    assert first.citing.marker == "第一条"
    assert first.citing.span.of(CITING) == "《中华人民共和国水法》第二章"
    assert "根据《中华人民共和国水法》第二章的规定，制定本办法" in first.words
    assert first.citing.place == Place(division=("章", 2))
    assert second.citing.place == Place(article=3, para=2)


def test_who_names_a_number_is_found(library: Database, river: Document):
    (found,) = CitationStore(library).citing((), "某政发〔2020〕5号")
    assert found.citing.provision == "art_2"


def test_names_of_nobody(library: Database, river: Document):
    assert CitationStore(library).citing({"森林法"}, None) == []


def test_words_at_the_beginning_and_the_end_are_whole(library: Database, document: Document):
    text = "《水法》解读\n第一条　水。\n第二条　见《水法》"
    DocumentStore(library).save(replace(document, outline=parse(text)))
    found = CitationStore(library).citing({"水法"}, None)
    assert found
    assert all("《水法》" in one.words for one in found)


def test_only_the_version_shown_counts(library: Database, river: Document):
    DocumentStore(library).save(replace(river, version=2, outline=parse("无\n第一条　无。")))
    assert CitationStore(library).citing({"水法"}, None) == []


def test_a_version_read_anew_and_a_removed_document(library: Database, river: Document):
    store = DocumentStore(library)
    store.save(river)
    assert len(CitationStore(library).citing({"水法"}, None)) == 2
    store.remove(river.id)
    assert CitationStore(library).citing({"水法"}, None) == []
