from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.errors import UnknownDocumentError
from policyviewer.domain.notices import Notice
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.domain.works import content_key
from policyviewer.storage import documents
from policyviewer.storage.database import Schema
from policyviewer.storage.documents import DocumentStore, KnownFile


@pytest.fixture
def store(open_database) -> DocumentStore:
    return DocumentStore(open_database(Schema.LIBRARY))


def second(document: Document) -> Document:
    return replace(document, version=2, source=replace(document.source, sha256="cd" * 32))


def test_a_document_comes_back_whole(store: DocumentStore, document: Document):
    store.save(document)
    assert store.load(document.id) == document


def test_a_list_needs_no_text(store: DocumentStore, document: Document):
    store.save(document)
    (summary,) = store.summaries()
    assert (summary.metadata, summary.provisions) == (document.outline.metadata, 4)
    assert summary.characters == len(document.outline.text)


def test_a_title_and_the_first_document_are_had_alone(store: DocumentStore, document: Document):
    assert store.first() is None
    for name in ("c", "a"):
        store.save(replace(document, id=DocumentId(name)))
    store.save(second(replace(document, id=DocumentId("c"))))
    assert store.first() == "c"
    assert store.title(DocumentId("a")) == document.outline.metadata.title
    assert store.title(DocumentId("nowhere")) is None


def test_documents_stand_in_the_order_they_came(store: DocumentStore, document: Document):
    for name in ("c", "a", "b"):
        store.save(replace(document, id=DocumentId(name)))
    store.save(second(replace(document, id=DocumentId("c"))))
    assert [one.id for one in store.summaries()] == ["c", "a", "b"]


def test_every_version_is_kept(store: DocumentStore, document: Document):
    store.save(document)
    store.save(second(document))
    assert store.load(document.id).version == 2
    assert store.load(document.id, 1) == document
    assert [one.version for one in store.summaries()] == [2]


def test_saving_twice_changes_nothing(store: DocumentStore, document: Document):
    store.save(document)
    store.save(document)
    assert store.load(document.id) == document


def test_a_file_is_known_in_every_version(store: DocumentStore, document: Document):
    store.save(document)
    store.save(second(document))
    assert store.of_file("cd" * 32) == KnownFile(document.id, 2, present=True)
    assert store.of_file(document.source.sha256) == KnownFile(document.id, 1, present=False)
    assert store.of_file("ef" * 32) is None


def test_a_file_of_several_versions_is_the_present_one(store: DocumentStore, document: Document):
    store.save(document)
    store.save(second(document))
    store.save(replace(document, version=3))
    assert store.of_file(document.source.sha256) == KnownFile(document.id, 3, present=True)


def test_an_older_edition_is_kept_but_not_shown(store: DocumentStore, document: Document):
    store.save(document)
    store.save(second(document), present=False)
    assert store.load(document.id) == document
    assert [one.version for one in store.versions(document.id)] == [1, 2]
    store.save(replace(document, version=3))
    assert store.load(document.id).version == 3


def test_documents_are_found_by_their_content(store: DocumentStore, document: Document):
    store.save(document)
    assert store.of_content(content_key(document.outline.text)) == [document.id]
    assert store.of_content(content_key("别的")) == []


def test_notices_are_kept_with_the_version(store: DocumentStore, document: Document):
    told = replace(document, notices=(Notice("scanned-pages", "第 2 页是扫描的图片。"),))
    store.save(told)
    assert store.load(document.id).notices == told.notices


def test_a_document_is_found_by_its_source(store: DocumentStore, document: Document):
    store.save(document)
    assert store.by_source("修路.txt").id == document.id
    assert store.by_source("别的.txt") is None


def test_a_removed_document_is_gone_with_all_versions(store: DocumentStore, document: Document):
    store.save(document)
    store.remove(document.id)
    assert (store.summaries(), store.holds(document.id)) == ([], False)
    with pytest.raises(UnknownDocumentError):
        store.load(document.id, 1)


def test_an_unknown_document_is_told(store: DocumentStore):
    with pytest.raises(UnknownDocumentError, match="文库里没有"):
        store.load(DocumentId("nowhere"))


def test_another_programs_change_is_seen(open_database, document: Document):
    mine = DocumentStore(open_database(Schema.LIBRARY))
    before = mine.generation()
    DocumentStore(open_database(Schema.LIBRARY)).save(document)
    assert mine.generation() != before


def test_tables_are_kept(store: DocumentStore, document: Document):
    cells = (Cell(TextRange(0, 2), 0, 0), Cell(TextRange(3, 4), 0, 1, rows=2, columns=3))
    outline = replace(document.outline, tables=(Table(TextRange(0, 4), cells),))
    store.save(replace(document, outline=outline))
    assert store.load(document.id).outline.tables == outline.tables


def test_what_an_older_parser_read_is_known(open_database, document: Document):
    database = open_database(Schema.LIBRARY)
    store = DocumentStore(database)
    store.save(document)
    assert store.outdated() == []
    with database.transaction() as connection:
        connection.execute("UPDATE version SET parser = parser - 1")
    assert store.outdated() == [document.id]


def test_looking_for_what_an_older_parser_read_reads_no_text(store: DocumentStore):
    with store._database.reading() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {documents._OUTDATED}", (1,)).fetchall()
    assert "version_parser" in plan[0]["detail"]


def test_a_document_is_read_at_one_moment(open_database, document: Document):
    """Another program removes the document between the queries of a reader."""
    mine, other = open_database(Schema.LIBRARY), DocumentStore(open_database(Schema.LIBRARY))
    other.save(document)

    def meddle(statement: str) -> None:
        if "FROM component" in statement:
            mine.connection().set_trace_callback(None)
            other.remove(document.id)

    mine.connection().set_trace_callback(meddle)
    assert DocumentStore(mine).load(document.id) == document
    assert not DocumentStore(mine).holds(document.id)


def test_what_lists_show_stands_before_the_text_so_that_it_is_not_read_through(open_database):
    columns = open_database(Schema.LIBRARY).connection().execute("PRAGMA table_info(version)")
    names = [row["name"] for row in columns]
    listed = {"source", "format", "sha256", "imported", "metadata", "characters", "provisions"}
    assert listed <= set(names[: names.index("text")])


def test_names_are_those_of_the_summaries(open_database, document):
    store = DocumentStore(open_database(Schema.LIBRARY))
    store.save(document)
    store.save(replace(document, id=DocumentId("other")))
    assert store.names() == [one.name for one in store.summaries()]


@pytest.mark.parametrize("listed", [DocumentStore.summaries, DocumentStore.names])
def test_a_list_reads_nothing_of_the_rows_themselves(open_database, listed):
    database = open_database(Schema.LIBRARY)
    asked: list[str] = []
    database.connection().set_trace_callback(asked.append)
    listed(DocumentStore(database))
    (query,) = (one for one in asked if one.lstrip().startswith("SELECT"))
    plan = database.connection().execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert any("version USING COVERING INDEX version_summary" in row["detail"] for row in plan)
