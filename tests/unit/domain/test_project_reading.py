from __future__ import annotations

import pytest
from tests.unit.atlas import ATLAS, words

from policyviewer.domain.place_reading import places_of
from policyviewer.domain.project_reading import projects_of


def read(text: str) -> list[str]:
    return words(text, projects_of(text, places_of(text, ATLAS), ATLAS.ordinary))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推动泸州—遵义铁路、遵义—古蔺大村货运铁路", ["泸州—遵义铁路", "遵义—古蔺大村货运铁路"]),
        ("打造贵广高铁和黔桂铁路沿线", ["贵广高铁", "黔桂铁路"]),
        ("积极申建中国(贵州)自由贸易试验区", ["中国(贵州)自由贸易试验区"]),
        ("毕节·广州产业园、贵州香港(独山)合作园区", ["毕节·广州产业园", "贵州香港(独山)合作园区"]),
        ("浙江自贸试验区、福建自贸试验区", ["浙江自贸试验区", "福建自贸试验区"]),
        ("建设国家自主创新示范区", ["国家自主创新示范区"]),
        ("纳入“万企帮万村”精准扶贫行动", ["“万企帮万村”精准扶贫行动"]),
        ("实施“双十工程”", ["“双十工程”"]),
        ("融入“一带一路”建设", ["“一带一路”"]),
        ("关于亭子口水利枢纽工程问题", ["亭子口水利枢纽工程"]),
        ("加快巴朗山隧道建设", ["巴朗山隧道"]),
        ("深入实施快递下乡工程，完善网络", ["快递下乡工程"]),
        ("政府上网工程实施以来", ["政府上网工程"]),
        ("巩固退耕还林工程", ["退耕还林工程"]),
        ("推动长征国家文化公园建设", ["长征国家文化公园"]),
    ],
)
def test_projects_are_read(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "合理配置水库",
        "打开机场",
        "加快铁路、公路建设",
        "大型水库",
        "国家重点项目",
        "全国土地利用计划",
        "贵州省计划生育",
        "湖泊水库周围",
        "提高国际铁路联运水平",
        "福建省重点工程",
    ],
)
def test_what_tells_no_project_from_others_is_none(text: str) -> None:
    assert read(text) == []
