from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import (
    Expansion,
    Facet,
    FacetName,
    FacetValue,
    Order,
    SearchFilter,
    SearchPage,
    SearchQuery,
)
from policyviewer.ui import narrowing
from policyviewer.ui.narrowing import choices, cleared, deepened, effective, toggled

ASKED = SearchQuery("绿色发展", limit=40, order=Order.DATE, facets=True)


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        (FacetName.ISSUER, "国务院", SearchFilter(issuers=("国务院",))),
        (FacetName.LEVEL, "state", SearchFilter(levels=("state",))),
        (FacetName.KIND, "通知", SearchFilter(kinds=("通知",))),
        (FacetName.STATUS, "in-force", SearchFilter(statuses=("in-force",))),
        (FacetName.YEAR, "2020", SearchFilter(years=(2020, 2020))),
        (FacetName.DOCUMENT, "d1", SearchFilter(documents=(DocumentId("d1"),))),
    ],
)
def test_a_value_is_chosen_and_let_go(name: FacetName, value: str, wanted: SearchFilter):
    chosen = toggled(ASKED, name, value)
    assert chosen == replace(ASKED, wanted=wanted)
    assert toggled(chosen, name, value) == ASKED


def test_several_values_of_a_facet_stand_beside_each_other():
    query = toggled(toggled(ASKED, FacetName.KIND, "通知"), FacetName.KIND, "意见")
    assert query.wanted.kinds == ("通知", "意见")


@pytest.mark.parametrize(
    ("years", "clicked", "then"),
    [
        (None, 2019, (2019, 2019)),
        ((2019, 2019), 2021, (2019, 2021)),
        ((2019, 2021), 2018, (2018, 2021)),
        ((2019, 2021), 2019, (2020, 2021)),
        ((2019, 2021), 2021, (2019, 2020)),
        ((2019, 2021), 2020, (2020, 2020)),
        ((2019, 2019), 2019, None),
        ((None, 2019), 2021, (2021, 2021)),
    ],
)
def test_years_stay_one_stretch(years, clicked: int, then):
    query = replace(ASKED, wanted=SearchFilter(years=years))
    assert toggled(query, FacetName.YEAR, str(clicked)).wanted.years == then


def test_words_within_results_come_after_those_before():
    waiting = deepened(ASKED)
    assert (waiting.text, waiting.within) == ("", ("绿色发展",))
    assert effective(waiting) == replace(ASKED, text="绿色发展")
    assert effective(replace(waiting, text="农村")) == replace(waiting, text="农村")
    assert deepened(replace(waiting, text="绿色发展")).within == ("绿色发展",)


def test_an_empty_box_asks_for_nothing():
    assert effective(replace(ASKED, text="  ")) is None
    assert deepened(replace(ASKED, text="  ")) == replace(ASKED, text="")


def test_everything_is_cleared_but_words_and_order():
    query = toggled(deepened(ASKED), FacetName.KIND, "通知")
    assert query != ASKED
    assert cleared(query) == ASKED


def test_every_choice_has_a_chip_that_takes_it_away():
    query = toggled(ASKED, FacetName.LEVEL, "state")
    query = toggled(query, FacetName.DOCUMENT, "d1")
    query = replace(query, within=("粮食",), wanted=replace(query.wanted, years=(2019, 2021)))
    labels = {(FacetName.DOCUMENT, "d1"): "关于粮食安全的若干意见和实施细则的通知"}
    made = choices(query, None, labels)
    assert [one.text for one in made] == [
        "先检索：粮食",
        "层级：国家",
        "年份：2019—2021",
        "文件：关于粮食安全的若干意见和实施细…",
    ]
    for one in made:
        assert len(choices(one.without, None, labels)) == len(made) - 1


@pytest.mark.parametrize(
    ("years", "text"), [((2019, None), "2019 年以来"), ((None, 2020), "2020 年以前")]
)
def test_open_years_are_told(years, text: str):
    (chip,) = choices(replace(ASKED, wanted=SearchFilter(years=years)), None, {})
    assert chip.text == f"年份：{text}"


def test_an_expansion_is_taken_away_and_given_back():
    asked = replace(ASKED, text="渝 旅游")
    page = SearchPage(asked, 1, True, 1.0, (), expansions=(Expansion("渝", ("重庆",)),))
    (also,) = choices(asked, page, {})
    assert "重庆" in also.text
    assert also.without.literal == ("渝",)
    (only,) = choices(also.without, replace(page, expansions=()), {})
    assert only.without == asked
    assert choices(replace(also.without, text="旅游"), None, {}) == []


def test_labels_are_taken_from_facets():
    facet = Facet(FacetName.LEVEL, (FacetValue("state", "国家", 3),))
    assert narrowing.labels_of([facet]) == {(FacetName.LEVEL, "state"): "国家"}


WIDE = replace(ASKED, text="重庆", widened=(Expansion("重庆", ("渝",)),))


def test_a_word_is_widened_step_by_step():
    once = narrowing.widened(replace(ASKED, text="重庆"), Expansion("重庆", ("渝",)))
    assert once == WIDE
    twice = narrowing.widened(once, Expansion("重庆", ("成渝", "渝")))
    assert twice.widened == (Expansion("重庆", ("渝", "成渝")),)


def test_what_widens_the_search_is_a_chip():
    (chip,) = choices(WIDE, None, {})
    assert chip.text == "重庆，也找渝"
    assert chip.without == replace(WIDE, widened=())
    assert choices(replace(WIDE, text="贵州"), None, {}) == []
    assert cleared(WIDE).widened == ()
