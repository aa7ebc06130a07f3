from __future__ import annotations

from contextlib import closing

from policyviewer.app.collection import Collection
from policyviewer.app.indexing import mend
from policyviewer.app.rereading import reread
from policyviewer.domain.documents import PARSER_VERSION
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search.reader import IndexReader


def age(collection: Collection) -> None:
    """Make the shelf look as an older program left it."""
    with collection.own.database.transaction() as connection:
        connection.execute("UPDATE version SET parser = ?", (PARSER_VERSION - 1,))
        connection.execute("DELETE FROM node")


def nodes(collection: Collection) -> list[int]:
    store = collection.own.documents
    return [len(store.load(one.id).outline.nodes) for one in store.summaries()]


def test_an_outline_of_an_older_parser_is_made_anew(filled: Collection):
    before = nodes(filled)
    age(filled)
    assert nodes(filled) == [0, 0]
    reread(filled.own, JobContext())
    assert (nodes(filled), filled.own.documents.outdated()) == (before, [])
    assert len(filled.own.pending()) == 2


def test_mending_reads_anew_and_indexes(filled: Collection):
    age(filled)
    assert mend(filled.own, JobContext())
    assert (filled.own.documents.outdated(), filled.own.pending()) == ([], ())
    with closing(IndexReader([filled.own.index])) as reader:
        assert reader.search(SearchQuery("指导思想")).total > 0
    assert not mend(filled.own, JobContext())
