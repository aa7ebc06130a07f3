from __future__ import annotations

import pytest
from tests.unit.atlas import ATLAS

from policyviewer.domain.name_counts import FormCount, NameCount, counts_of, searched, summed
from policyviewer.domain.named import NameKind
from policyviewer.domain.structure import parse

TEXT = """重庆市人民政府关于合作的意见
（2020年7月30日）
一、总则。与贵州合作，重庆市负责。重庆先行。
二、交通。重庆修成渝高铁。
三、附则
"""


def count(name: str, *forms: tuple[str, int], total: int = 1) -> NameCount:
    shown = tuple(FormCount(*one) for one in forms)
    return NameCount(NameKind.PLACE, name, shown, total)


def found(text: str) -> dict[str, NameCount]:
    return {one.key: one for one in counts_of(parse(text), ATLAS)}


def test_provisions_are_counted_once_whatever_the_form() -> None:
    place = found(TEXT)["重庆"]
    assert (place.provisions, place.documents) == (3, 1)
    assert {form.text: form.provisions for form in place.forms} == {"重庆": 2, "重庆市": 2}


def test_masked_names_are_read_as_restored() -> None:
    outline = parse(TEXT.replace("政府", "*府"))
    assert "重庆人民政府" in {one.key for one in counts_of(outline, ATLAS)} or (
        outline.restored_text() == outline.text
    )


def test_issuers_are_named_whatever_they_look_like() -> None:
    text = "青山县护林防火总指挥通知\n一、总则\n青山县护林防火总指挥\n"
    outline = parse(text)
    keys = {one.key for one in counts_of(outline, ATLAS)}
    assert {issuer for issuer in outline.metadata.issuers if issuer not in keys} == set()


def test_sums_are_those_of_all_documents() -> None:
    one = count("重庆", ("重庆", 3), ("重庆市", 1), total=3)
    other = count("重庆", ("重庆市", 4), total=4)
    (joined,) = summed([one, other])
    assert (joined.text, joined.provisions, joined.documents) == ("重庆市", 7, 2)


def test_the_frequent_come_first() -> None:
    names = [count("甲", ("甲地", 1)), count("乙", ("乙地", 5), total=5)]
    assert [one.text for one in summed(names)] == ["乙地", "甲地"]


@pytest.mark.parametrize(
    ("forms", "query"),
    [
        (["重庆", "重庆市"], "重庆"),
        (["发展改革委", "国家发展改革委", "发改委"], "发改委 | 发展改革委"),
        (["“一带一路”"], "一带一路"),
        (["“万企帮万村”精准扶贫行动"], "万企帮万村 精准扶贫行动"),
        (["中国（浙江）自由贸易试验区", "浙江自贸区"], "浙江自贸区 | (中国 浙江 自由贸易试验区)"),
    ],
)
def test_the_query_has_all_forms(forms: list[str], query: str) -> None:
    assert searched(count("x", *((form, 1) for form in forms))) == query
