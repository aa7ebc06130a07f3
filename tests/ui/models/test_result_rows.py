from __future__ import annotations

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import SearchHit
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.result_rows import place_of


def hit(provision: str, path: tuple[str, ...] = ()) -> SearchHit:
    return SearchHit(
        DocumentId("a"), "题", "x.txt", provision, "（一）" if provision else "",
        path, "《题》", 1.0, "建设基地。", (TextRange(0, 2),), (TextRange(5, 7),),
    )  # fmt: skip


def test_a_hit_says_where_it_stands():
    assert place_of(hit("2", ("一、总则",))) == "一、总则 › （一）"
    assert place_of(hit("")) == "题名和前言"
