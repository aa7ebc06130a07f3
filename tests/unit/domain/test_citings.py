from __future__ import annotations

from policyviewer.domain.citings import citings_of
from policyviewer.domain.mentions import Place
from policyviewer.domain.provisions import provisions
from policyviewer.domain.structure import parse

TEXT = """青山县河道管理办法
第一条　根据《中华人民共和国水法》第三条第二款和省政府的意见（某政发〔2020〕5号），制定本办法。
第二条　违反本办法第一条的，依照《水法》处理。
"""


def test_what_a_text_names_of_others_is_found_with_its_provision():
    outline = parse(TEXT)
    found = citings_of(outline, provisions(outline))
    law = [one for one in found if one.title == "水法"]
    assert [one.provision for one in law] == ["art_1", "art_2"]
    assert [one.marker for one in law] == ["第一条", "第二条"]
    assert [one.place for one in law] == [Place(article=3, para=2), Place()]
    assert all("水法" in one.span.of(TEXT) for one in law)
    assert [one.number for one in found if one.number] == ["某政发〔2020〕5号"]
    assert len(found) == 3  # its own first article is no other document
