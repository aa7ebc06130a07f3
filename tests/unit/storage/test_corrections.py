from __future__ import annotations

import pytest

from policyviewer.domain.corrections import Corrections, HeadingCorrection
from policyviewer.domain.documents import Document, NodeClass
from policyviewer.storage.corrections import CorrectionStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.documents import DocumentStore

ALL = Corrections(
    title="河道意见",
    document_number="",
    headings=(
        HeadingCorrection("（一）原则", 0, NodeClass.L1),
        HeadingCorrection("（一）原则", 1, None),
    ),
)


@pytest.fixture
def database(open_database, document: Document) -> Database:
    opened: Database = open_database(Schema.LIBRARY)
    DocumentStore(opened).save(document)
    return opened


def test_corrections_come_back(database: Database, document: Document):
    store = CorrectionStore(database)
    assert store.of(document.id).empty
    store.keep(document.id, ALL)
    assert store.of(document.id) == ALL


def test_the_last_set_counts(database: Database, document: Document):
    store = CorrectionStore(database)
    store.keep(document.id, ALL)
    store.keep(document.id, Corrections(written="2026-01-01"))
    assert store.of(document.id) == Corrections(written="2026-01-01")
    store.keep(document.id, Corrections())
    assert store.of(document.id).empty


def test_corrections_go_with_their_document(database: Database, document: Document):
    store, documents = CorrectionStore(database), DocumentStore(database)
    store.keep(document.id, ALL)
    documents.save(document)  # read anew: they stay
    assert store.of(document.id) == ALL
    documents.remove(document.id)
    assert store.of(document.id).empty


def test_stamps_tell_corrected_documents_apart(database: Database, document: Document):
    store = CorrectionStore(database)
    assert store.stamps() == {}
    store.keep(document.id, ALL)
    before = store.stamps()[document.id]
    store.keep(document.id, Corrections(written="2026-01-01"))
    assert store.stamps()[document.id] != before
