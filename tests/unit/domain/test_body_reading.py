from __future__ import annotations

import pytest
from tests.unit.atlas import ATLAS, words

from policyviewer.domain.body_reading import bodies_of
from policyviewer.domain.place_reading import places_of


def read(text: str) -> list[str]:
    return words(text, bodies_of(text, places_of(text, ATLAS)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("发展改革委会同水利部研究", ["发展改革委", "水利部"]),
        ("由外交部和总参谋部归口管理", ["外交部", "总参谋部"]),
        ("（商务部、海关总署、财政部负责）", ["商务部", "海关总署", "财政部"]),
        (
            "湖北省国土资源厅和重庆市国土资源和房屋管理局",
            ["湖北省国土资源厅", "重庆市国土资源和房屋管理局"],
        ),
        ("中共贵州省委贵州省人民政府", ["中共贵州省委", "贵州省人民政府"]),
        ("武警总部后勤部迁址", ["武警总部后勤部"]),
        (
            "国务院自由贸易试验区工作部际联席会议办公室",
            ["国务院自由贸易试验区工作部际联席会议办公室"],
        ),
        ("报国务院卫生主管部门同意", ["国务院卫生主管部门"]),
        ("依托省内陆开放型经济试验区建设领导小组", ["内陆开放型经济试验区建设领导小组"]),
        ("的杏儿沟煤业有限责任公司", ["杏儿沟煤业有限责任公司"]),
        ("华中科技大学和重庆大学", ["华中科技大学", "重庆大学"]),
        ("县财政局牵头，民政局配合", ["财政局", "民政局"]),
    ],
)
def test_bodies_are_read(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "有关主管部门",
        "各省、自治区、直辖市人民政府",
        "有关部门和单位",
        "司法机关依法处理",
        "县级以上人民政府",
        "银行业金融机构",
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert read(text) == []
