from __future__ import annotations

import pytest

from policyviewer.domain.damage import damage_findings


@pytest.mark.parametrize(
    "text",
    [
        "意见(年7月30日)为贯彻",
        "展销中心、个绿色农产品供应基地。",
        "加快习水、务川千伏变电站项目",
        "通航设施0吨级提升工程",
    ],
)
def test_a_place_that_lost_its_number_is_told(text):
    assert [one.code for one in damage_findings(text)] == ["lost-digits"]


@pytest.mark.parametrize(
    "text", ["(2020年7月30日)", "、个人信息", "500千伏变电站", "100吨级码头", "每千瓦时"]
)
def test_a_whole_text_has_lost_nothing(text):
    assert damage_findings(text) == []
