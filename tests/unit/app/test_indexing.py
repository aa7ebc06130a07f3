from __future__ import annotations

import shutil

from policyviewer.app import indexing
from policyviewer.app.collection import Collection
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search.reader import IndexReader


def total(collection: Collection, words: str) -> int:
    reader = IndexReader([collection.own.index])
    found = reader.search(SearchQuery(words)).total
    reader.close()
    return found


def test_a_sound_index_needs_no_mending(filled: Collection):
    assert not indexing.mend(filled.own, JobContext())


def test_a_lost_index_is_rebuilt_from_the_store(filled: Collection):
    shutil.rmtree(filled.own.index)
    assert not indexing.opens(filled.own)
    assert indexing.mend(filled.own, JobContext())
    assert total(filled, "森林防火责任制") == 1


def test_what_was_promised_is_caught_up(filled: Collection):
    documents = tuple(one.id for one in filled.own.documents.summaries())
    filled.own.promise(documents)
    assert indexing.mend(filled.own, JobContext())
    assert filled.own.pending() == ()
    assert total(filled, "森林防火责任制") == 1


def test_a_document_that_has_gone_leaves_the_index(filled: Collection):
    gone = next(
        one.id for one in filled.own.documents.summaries() if "森林防火" in one.metadata.title
    )
    filled.own.documents.remove(gone)
    indexing.catch_up(filled.own, [gone], JobContext())
    assert total(filled, "森林防火责任制") == 0
