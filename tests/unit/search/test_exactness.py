"""Over several segments with deletions: hits, order and scores are those of Whoosh's BM25F."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh import query as whoosh
from whoosh.index import open_dir
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import IndexedProvision, SearchFilter, SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest, writer
from policyviewer.search.reader import IndexReader

CTX = JobContext()
LETTERS = "人民政府财税农业粮食安全建设发展"
KINDS = ("意见", "通知", "办法")
DOCUMENTS = [DocumentId(f"d{number}") for number in range(40)]


def _records(document: DocumentId, dice: random.Random) -> Iterator[IndexedProvision]:
    for number in range(dice.randrange(5, 25)):
        text = "".join(dice.choices(LETTERS, k=dice.randrange(2, 150)))
        yield IndexedProvision(
            document=document,
            title="",
            source="",
            provision=f"{document}/{number}/{dice.random()}",
            marker="",
            path=(),
            citation="",
            start=0,
            text=text,
            restored=text,
            ordinal=number,
            kind=KINDS[DOCUMENTS.index(document) % 3],
        )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("index")
    dice = random.Random(3)

    def records(documents: list[DocumentId]) -> list[IndexedProvision]:
        return [one for document in documents for one in _records(document, dice)]

    writer.build(folder, records(DOCUMENTS[:20]), CTX)
    writer.update(folder, [], records(DOCUMENTS[20:30]), CTX)
    writer.update(folder, DOCUMENTS[3:24:4], records(DOCUMENTS[30:]), CTX)
    writer.update(folder, DOCUMENTS[30:33], records(DOCUMENTS[30:32]), CTX)
    return folder


@pytest.fixture(scope="module")
def reader(folder: Path) -> IndexReader:
    return IndexReader([folder])


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Iterator[Searcher]:
    with open_dir(str(manifest.read(folder).folder(folder))).searcher(weighting=BM25F()) as one:
        yield one


def _cases() -> list[tuple[str, whoosh.Query, SearchFilter]]:
    dice = random.Random(9)

    def word() -> str:
        return "".join(dice.choices(LETTERS, k=dice.randrange(1, 3)))

    found: list[tuple[str, whoosh.Query, SearchFilter]] = []
    for number in range(200):
        words = list(dict.fromkeys(word() for _ in range((1, 2, 2, 3)[number % 4])))
        terms = [whoosh.Term("grams", one) for one in words]
        sign, join = ((" ", whoosh.And), ("|", whoosh.Or))[number % 3 == 0]
        wanted = (
            SearchFilter(),
            SearchFilter(documents=tuple(dice.sample(DOCUMENTS, 9))),
            SearchFilter(kinds=(dice.choice(KINDS),)),
        )[number // 4 % 3]
        found.append((sign.join(words), join(terms), wanted))
    return found


def _filter(wanted: SearchFilter) -> whoosh.Query | None:
    documents = wanted.documents or [
        one for number, one in enumerate(DOCUMENTS) if KINDS[number % 3] in wanted.kinds
    ]
    return whoosh.Or([whoosh.Term("document", one) for one in documents]) if documents else None


def test_there_are_several_segments_with_deletions(reader: IndexReader) -> None:
    segments = reader.refresh()
    assert len(segments) == 4
    assert sum(segment.dead.any() for segment in segments) >= 3


def test_two_hundred_queries_rank_as_whoosh_does(reader: IndexReader, searcher) -> None:
    answered = 0
    for typed, asked, wanted in _cases():
        theirs = searcher.search(asked, limit=20, filter=_filter(wanted))
        page = reader.search(SearchQuery(typed, limit=20, wanted=wanted))
        if not page.complete:  # words were left out; Whoosh has nothing then
            assert len(theirs) == 0, typed
            continue
        assert page.total == len(searcher.search(asked, limit=None, filter=_filter(wanted)))
        assert [hit.provision for hit in page.hits] == [hit["record"][0] for hit in theirs], typed
        scores = [hit.score for hit in page.hits]
        assert scores == pytest.approx([hit.score for hit in theirs], rel=0, abs=1e-9)
        answered += page.total > 20
    assert answered > 100
