from __future__ import annotations

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.narrowing import choices, toggled, without, years_text
from policyviewer.domain.queries import FacetName, SearchFilter

NOTHING = SearchFilter()


def test_values_come_and_go() -> None:
    one = toggled(NOTHING, FacetName.KIND, "通知")
    both = toggled(one, FacetName.KIND, "意见")
    assert both.kinds == ("通知", "意见")
    assert toggled(both, FacetName.KIND, "通知").kinds == ("意见",)


@pytest.mark.parametrize(
    ("before", "year", "after"),
    [
        (None, 2019, (2019, 2019)),
        ((2019, 2019), 2021, (2019, 2021)),
        ((2019, 2021), 2018, (2018, 2021)),
        ((2019, 2021), 2019, (2020, 2021)),
        ((2019, 2021), 2021, (2019, 2020)),
        ((2019, 2021), 2020, (2020, 2020)),
        ((2019, 2019), 2019, None),
        ((None, 2021), 2020, (2020, 2020)),
    ],
)
def test_years_are_one_range(before, year: int, after) -> None:
    assert toggled(SearchFilter(years=before), FacetName.YEAR, str(year)).years == after


def test_every_choice_can_be_taken_back() -> None:
    wanted = SearchFilter(
        issuers=("国务院",), kinds=("通知",), statuses=("lapsed",), years=(2018, 2020),
        levels=("state",), documents=(DocumentId("d"),),
    )  # fmt: skip
    found = list(choices(wanted, {"d": "某办法"}))
    assert [one.label for one in found] == [
        *("机关：国务院", "层级：国家", "文种：通知", "效力：已失效", "文件：某办法"),
        "年份：2018—2020",
    ]
    for one in found:
        wanted = without(wanted, one)
    assert wanted == NOTHING


@pytest.mark.parametrize(
    ("years", "text"),
    [((2018, 2018), "2018"), ((None, 2018), "2018 年以前"), ((2018, None), "2018 年以来")],
)
def test_ranges_are_told_in_words(years, text: str) -> None:
    assert years_text(years) == text
