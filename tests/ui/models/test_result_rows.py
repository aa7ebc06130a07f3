from __future__ import annotations

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import (
    Facet,
    FacetName,
    FacetValue,
    SearchHit,
    SearchPage,
    SearchQuery,
)
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.result_rows import group_key, place_of, result_rows


def hit(document: str, provision: str, path: tuple[str, ...] = ()) -> SearchHit:
    return SearchHit(
        DocumentId(document), f"题{document}", "x.txt", provision, "（一）" if provision else "",
        path, "《题》", 1.0, "建设基地。", (TextRange(0, 2),), (TextRange(5, 7),),
    )  # fmt: skip


def test_hits_stand_below_their_document_in_the_order_of_the_best():
    hits = (hit("b", "1"), hit("a", "2"), hit("b", "3"))
    rows = result_rows(SearchPage(SearchQuery("建设"), 3, True, 1.0, hits))
    assert [row.text for row in rows] == ["题b（2）", "题a（1）"]
    assert [child.key for child in rows[0].children] == ["b#1", "b#3"]


def test_a_hit_says_where_it_stands():
    assert place_of(hit("a", "2", ("一、总则",))) == "一、总则 › （一）"
    assert place_of(hit("a", "")) == "题名和前言"


def test_a_document_tells_all_its_hits_where_they_were_counted():
    values = (FacetValue("b", "题b", 40), FacetValue("a", "题a", 1))
    page = SearchPage(
        SearchQuery("建设"), 41, True, 1.0, (hit("b", "1"), hit("a", "2")),
        facets=(Facet(FacetName.DOCUMENT, values),),
    )  # fmt: skip
    assert [row.text for row in result_rows(page)] == ["题b（40）", "题a（1）"]
    assert result_rows(page)[0].key == group_key("b")


def test_hits_may_stand_one_below_the_other():
    hits = (hit("b", "1"), hit("a", "2"), hit("b", "3"))
    rows = result_rows(SearchPage(SearchQuery("建设"), 3, True, 1.0, hits), grouped=False)
    assert [row.key for row in rows] == ["b#1", "a#2", "b#3"]
