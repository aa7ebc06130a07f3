from __future__ import annotations

import random
from dataclasses import replace

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import Facet, FacetName, SearchFilter, SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import facets, scan, writer
from policyviewer.search.reader import IndexReader

FACTS = (
    {"issuers": ("贵州省人民政府",), "kind": "通知", "written": "2019-05-01"},
    {"issuers": ("贵州省财政厅", "贵州省人民政府"), "kind": "意见", "written": "2020-02-03"},
    {"issuers": ("国务院",), "kind": "意见", "written": "2020-09-08"},
    {"issuers": (), "kind": "", "written": "", "effective": "", "expires": ""},
)
DAY = "2021-01-01"


@pytest.fixture
def library(make_provision):
    """Four documents of one to four provisions, each with the word."""
    return [
        make_provision(f"粮食{row}", row, document=f"d{number}", title=f"第{number}号", **told)
        for number, told in enumerate(FACTS)
        for row in range(number + 1)
    ]


def ask(library, **wanted) -> dict[FacetName, Facet]:
    asked = SearchQuery("粮食", wanted=SearchFilter(day=DAY, **wanted), facets=True)
    return {facet.name: facet for facet in scan.search(library, asked).facets}


def told(facet: Facet) -> list[tuple[str, int]]:
    return [(one.label, one.count) for one in facet.values]


def test_hits_are_counted_by_every_facet(library) -> None:
    found = ask(library)
    assert told(found[FacetName.ISSUER]) == [
        *(("国务院", 3), ("贵州省人民政府", 3), ("贵州省财政厅", 2)),
    ]
    assert told(found[FacetName.LEVEL]) == [("国家", 3), ("省级", 3)]
    assert told(found[FacetName.YEAR]) == [("2020", 5), ("2019", 1)]
    assert told(found[FacetName.KIND]) == [("意见", 5), ("通知", 1)]
    assert told(found[FacetName.STATUS]) == [("现行有效", 6), ("效力未知", 4)]
    assert told(found[FacetName.DOCUMENT]) == [
        *(("第3号", 4), ("第2号", 3), ("第1号", 2), ("第0号", 1)),
    ]


def test_a_facet_is_counted_without_its_own_filter(library) -> None:
    found = ask(library, kinds=("通知",))
    assert told(found[FacetName.KIND]) == [("意见", 5), ("通知", 1)]
    assert [one.chosen for one in found[FacetName.KIND].values] == [False, True]
    assert told(found[FacetName.YEAR]) == [("2019", 1)]


def test_a_choice_without_hits_is_listed_so_that_it_can_be_undone(library) -> None:
    found = ask(library, kinds=("令",), levels=("county",))
    (level,) = [one for one in found[FacetName.LEVEL].values if one.chosen]
    assert (level.value, level.label, level.count) == ("county", "县级", 0)


def test_a_range_of_years_is_chosen_year_by_year(library) -> None:
    found = ask(library, years=(2020, None))
    chosen = [(one.value, one.chosen) for one in found[FacetName.YEAR].values]
    assert chosen == [("2020", True), ("2019", False)]


def test_the_most_frequent_are_listed_and_those_that_are_needed() -> None:
    many = {f"d{number:03}": 300 - number for number in range(facets.MOST_VALUES + 5)}
    counts = facets.joined([{FacetName.DOCUMENT: facets.Counter(many)}])
    found = facets.listed(counts, SearchFilter(documents=(DocumentId("d203"),)), {}, ["d202"])
    (documents,) = [one.values for one in found if one.name is FacetName.DOCUMENT]
    assert [one.value for one in documents[-2:]] == ["d202", "d203"]
    assert len(documents) == facets.MOST_VALUES + 2


def test_the_index_counts_as_the_texts_do(tmp_path, library) -> None:
    """Whatever is asked, in one segment or in several."""
    half = [one for one in library if one.document in ("d0", "d3")]
    rest = [one for one in library if one not in half]
    folder = tmp_path / "index"
    writer.build(folder, half, JobContext(), len(half))
    writer.update(folder, [], rest, JobContext())
    reader = IndexReader([folder])
    rng = random.Random(5)
    for _ in range(60):
        wanted = SearchFilter(
            day=DAY,
            kinds=rng.choice([(), ("意见",), ("通知", "令")]),
            levels=rng.choice([(), ("province",)]),
            years=rng.choice([None, (2020, 2020), (None, 2019)]),
            issuers=rng.choice([(), ("贵州省",)]),
            statuses=rng.choice([(), ("unknown",)]),
            documents=rng.choice([(), (DocumentId("d1"),)]),
        )
        query = SearchQuery(rng.choice(["粮食", "粮食0"]), wanted=wanted, facets=True)
        assert reader.search(query).facets == scan.search(library, query).facets


def test_facets_are_only_counted_when_they_are_asked_for(library) -> None:
    query = SearchQuery("粮食")
    assert scan.search(library, query).facets == ()
    assert scan.search(library, replace(query, facets=True)).facets
