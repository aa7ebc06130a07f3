from __future__ import annotations

from policyviewer.cli import shapes
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import SearchHit, SearchPage, SearchQuery
from policyviewer.domain.ranges import TextRange


def test_a_hit_has_every_promised_key():
    hit = SearchHit(
        DocumentId("d"), "题", "a.txt", "art_1", "第一条", ("第一章 总则",), "《题》第一条",
        1.5, "修路。", (TextRange(0, 2),), (TextRange(9, 11),),
    )  # fmt: skip
    page = shapes.search_page(SearchPage(SearchQuery("修路"), 1, True, 0.5, (hit,)))
    assert page["hits"] == [
        {
            "document": {"id": "d", "title": "题", "source": "a.txt"},
            "provision": {
                "id": "art_1",
                "marker": "第一条",
                "path": ["第一章 总则"],
                "citation": "《题》第一条",
            },
            "score": 1.5,
            "excerpt": "修路。",
            "highlights": [[0, 2]],
            "matches": [[9, 11]],
        }
    ]
    assert {"query", "total", "complete", "elapsed_ms", "hits"} <= set(page)
