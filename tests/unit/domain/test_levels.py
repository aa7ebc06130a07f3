"""Levels are read from the names of issuers."""

import pytest

from policyviewer.domain.levels import Level, level_of


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("国务院", Level.STATE),
        ("全国人民代表大会常务委员会", Level.STATE),
        ("中共中央办公厅", Level.STATE),
        ("财政部", Level.MINISTRY),
        ("国家发展和改革委员会", Level.MINISTRY),
        ("国务院国有资产监督管理委员会", Level.MINISTRY),
        ("中国人民银行", Level.MINISTRY),
        ("贵州省人民政府", Level.PROVINCE),
        ("中共贵州省委", Level.PROVINCE),
        ("重庆市人民政府", Level.PROVINCE),
        ("广西壮族自治区人民政府办公厅", Level.PROVINCE),
        ("贵阳市人民政府", Level.CITY),
        ("黔东南苗族侗族自治州人民政府", Level.CITY),
        ("大兴安岭地区行政公署", Level.CITY),
        ("贵州省遵义市播州区人民政府", Level.COUNTY),
        ("上海市浦东新区人民政府", Level.COUNTY),
        ("玉屏侗族自治县人民政府", Level.COUNTY),
        ("鄂托克前旗人民政府", Level.COUNTY),
        ("湄潭县永兴镇人民政府", Level.TOWNSHIP),
    ],
)
def test_level(issuer: str, level: Level) -> None:
    assert level_of([issuer]) is level


def test_first_issuer_that_tells_a_level_counts() -> None:
    assert level_of(["", "贵州省人民政府", "国务院"]) is Level.PROVINCE
    assert level_of([]) is None
