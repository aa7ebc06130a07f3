from __future__ import annotations

import pytest

from policyviewer.domain.facet_labels import value_label, years_text
from policyviewer.domain.levels import Level
from policyviewer.domain.metadata import Status
from policyviewer.domain.queries import FacetName


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        (FacetName.LEVEL, "state", "国家"),
        (FacetName.STATUS, "in-force", "现行有效"),
        (FacetName.STATUS, "乱写", "乱写"),
        (FacetName.KIND, "通知", "通知"),
        (FacetName.YEAR, "2020", "2020"),
    ],
)
def test_values_are_called_as_people_call_them(name: FacetName, value: str, label: str) -> None:
    assert value_label(name, value) == label


def test_every_level_and_status_has_a_name() -> None:
    assert all(value_label(FacetName.LEVEL, one) != one for one in Level)
    assert all(value_label(FacetName.STATUS, one) != one for one in Status)


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ((2018, 2018), "2018"),
        ((2018, 2020), "2018—2020"),
        ((None, 2018), "2018 年以前"),
        ((2018, None), "2018 年以来"),
        ((None, None), ""),
    ],
)
def test_ranges_of_years_are_told_in_words(years, text: str) -> None:
    assert years_text(years) == text
