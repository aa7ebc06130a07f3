from __future__ import annotations

import pytest

from policyviewer.domain.name_keys import key_of
from policyviewer.domain.named import NameKind

PLACE, BODY, PROJECT = NameKind


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (PLACE, "重庆", "重庆市"),
        (PLACE, "新疆", "新疆维吾尔自治区"),
        (PLACE, "香港", "香港特别行政区"),
        (PLACE, "左权", "左权县"),
        (PLACE, "黔西南", "黔西南州"),
        (PLACE, "赤水河", "赤水河流域"),
        (PLACE, "长江", "长江上游"),
        (BODY, "发展改革委", "国家发展和改革委员会"),
        (BODY, "省发展改革委", "发改委"),
        (BODY, "贵州省发改委", "贵州发展改革委"),
        (BODY, "国家知识产权局", "知识产权局"),
        (BODY, "市场监管部门", "市场监督管理部门"),
        (BODY, "教育行政部门", "教育主管部门"),
        (BODY, "重庆市第三届人民代表大会", "重庆市人民代表大会"),
        (BODY, "中共中央", "党中央"),
        (PROJECT, "“双十工程”", "双十工程"),
        (PROJECT, "浙江自贸试验区", "中国（浙江）自由贸易试验区"),
        (PROJECT, "石河子高新区", "石河子高新技术产业开发区"),
    ],
)
def test_forms_of_one_name_have_one_key(kind: NameKind, one: str, other: str) -> None:
    assert key_of(kind, one) == key_of(kind, other)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (PLACE, "吉林省", "吉林市"),
        (PLACE, "西部地区", "西部"),
        (PLACE, "祁县", "祁"),
        (PLACE, "广州", "广"),
        (BODY, "财政部", "财政部门"),
        (BODY, "财政部", "财政局"),
        (BODY, "湖北省地震局", "国家地震局"),
        (PROJECT, "浙江自贸区", "福建自贸区"),
    ],
)
def test_different_names_have_different_keys(kind: NameKind, one: str, other: str) -> None:
    assert key_of(kind, one) != key_of(kind, other)
