from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text
from tests.cost import assert_in_proportion

from policyviewer.domain.destinations import address
from policyviewer.domain.mentions import Place


@pytest.mark.parametrize(
    ("typed", "title", "place"),
    [
        ("民法典第五十四条", "民法典", Place(article=54)),
        ("民法典54", "民法典", Place(article=54)),
        ("《民法典》 第 54 条", "民法典", Place(article=54)),
        ("《立法法》（2023年修正）65", "立法法", Place(article=65)),
        ("立法法 65 二", "立法法", Place(article=65, para=2)),
        ("立法法　\uff16\uff15　２", "立法法", Place(article=65, para=2)),
        ("立法法 六十五 二 1", "立法法", Place(article=65, para=2, item=1)),
        ("立法法65条2款", "立法法", Place(article=65, para=2)),
        ("立法法第六十五条第二款第（一）项", "立法法", Place(article=65, para=2, item=1)),
        ("立法法第六十五条第一项", "立法法", Place(article=65, item=1)),
        ("立法法第六十五条（一）项第2目", "立法法", Place(article=65, item=1, subitem=2)),
        ("立法法 65 （三）", "立法法", Place(article=65, item=3)),
        ("刑法 133条之一", "刑法", Place(article=133, branch=1)),
        ("刑法133-1", "刑法", Place(article=133, branch=1)),
        ("刑法第一百三十三条之一第二款", "刑法", Place(article=133, branch=1, para=2)),
    ],
)
def test_a_citation_as_it_is_typed(typed: str, title: str, place: Place) -> None:
    found = address(typed)
    assert found is not None
    assert (found.title, found.place) == (title, place)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "民法典",
        "第五十四条",
        "粮食安全",
        "65 二",
        "《民法典》",
        "法 1",
        "立法法 65 二 三 四 五",
    ],
)
def test_other_words_name_no_provision(typed: str) -> None:
    assert address(typed) is None


@pytest.mark.parametrize("piece", ["法", "《", "第", "第十", "第（", "1", "法 1", "之一", "条款 "])
def test_what_is_typed_takes_time_in_proportion(piece: str) -> None:
    assert_in_proportion(address, lambda times: piece * times, 4_000)


@given(text(characters(exclude_categories=[])) | text("法《》第（)一十1条款 -之", max_size=120))
def test_anything_may_be_typed(typed: str) -> None:
    found = address(typed)
    assert found is None or found.place.article is not None
