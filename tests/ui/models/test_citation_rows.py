from __future__ import annotations

from policyviewer.app.citing import CitedFrom
from policyviewer.app.library import LedReference
from policyviewer.domain.citings import Citing, FoundCiting
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.mentions import Place
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.references import references_of
from policyviewer.domain.structure import parse
from policyviewer.ui.models.citation_rows import Jump, cited, referring

HERE, LAW = DocumentId("here"), DocumentId("law")
OUTLINE = parse(
    "青山县办法\n第一条　根据《水法》制定。\n第二条　依照《水法》第三条和《无名法》、本办法第一条。"
)
LED = [
    LedReference(one, LAW if one.title == "水法" else None, None) for one in references_of(OUTLINE)
]


def citing(start: int, target: TextRange | None) -> CitedFrom:
    place = Citing(TextRange(start, start + 4), "art_9", "第九条", "办法", None, Place())
    return CitedFrom(FoundCiting(DocumentId("other"), "另一办法", place, "见《办法》"), target)


def test_documents_referred_to_stand_with_their_places_and_the_missing_last():
    law, missing = referring(HERE, OUTLINE, LED, None)
    assert law.text == "《水法》  2"
    assert missing.text == "《无名法》（文库中没有）  1"
    first = law.children[0].value
    assert isinstance(first, Jump)
    assert first.document == HERE
    assert first.span.of(OUTLINE.text) == "《水法》"
    assert "根据《水法》制定" in law.children[0].text


def test_only_what_stands_in_a_provision():
    first = TextRange(0, OUTLINE.text.index("第二条"))
    (law,) = referring(HERE, OUTLINE, LED, first)
    assert law.text == "《水法》  1"
    assert referring(HERE, OUTLINE, LED, TextRange(0, 3)) == []


def test_documents_that_refer_stand_with_their_places():
    places = [citing(3, None), citing(30, TextRange(10, 20))]
    (group,) = cited(places, None)
    assert group.text == "《另一办法》  2"
    assert group.children[0].text == "第九条 见《办法》"
    assert group.children[1].value == Jump(DocumentId("other"), TextRange(30, 34))
    (here,) = cited(places, TextRange(12, 14))
    assert here.text == "《另一办法》  1"
    assert cited(places, TextRange(50, 60)) == []
