from __future__ import annotations

import re

import pytest

from policyviewer.domain.body_endings import CENTRAL, OFFICE, PLACED, endings, matches
from policyviewer.domain.patterns import found_by


def test_matches_stand_in_order_and_apart() -> None:
    found = matches((re.compile("乙丙"), re.compile("甲乙|丙"), re.compile("甲乙丙")), "甲乙丙乙丙")
    assert [match[0] for match in found] == ["甲乙", "丙", "乙丙"]


@pytest.mark.parametrize(
    ("text", "pattern", "ending"),
    [
        ("由财政部负责", CENTRAL, "财政部"),
        ("国家发展改革委", CENTRAL, "国家发展改革委"),
        ("县财政局牵头", OFFICE, "财政局"),
        ("教育行政部门", OFFICE, "教育行政部门"),
        ("青山县人民政府", PLACED, "人民政府"),
        ("某某有限责任公司", PLACED, "有限责任公司"),
    ],
)
def test_an_ending_is_found_by_its_kind(text: str, pattern: re.Pattern[str], ending: str) -> None:
    (found,) = endings(text)
    assert found_by(found, pattern)
    assert found[0] == ending


@pytest.mark.parametrize("text", ["国办发〔2020〕1号", "顾全大局", "政府采购", "总部署"])
def test_what_is_another_word_is_none(text: str) -> None:
    assert [one[0] for one in endings(text) if not found_by(one, CENTRAL)] == []
