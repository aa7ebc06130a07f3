from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from policyviewer.domain.gazetteer import PROVINCES
from policyviewer.domain.short_places import SHORT, candidates, is_clear, is_compound, province

PAIRS = {
    "北京": "京津", "天津": "津冀", "河北": "冀鲁", "山西": "晋陕", "内蒙古": "蒙晋",
    "辽宁": "辽吉", "吉林": "吉黑", "黑龙江": "黑吉", "上海": "沪苏", "江苏": "苏皖",
    "浙江": "浙闽", "安徽": "皖赣", "福建": "闽台", "江西": "湘赣", "山东": "鲁豫",
    "河南": "豫皖", "湖北": "湘鄂", "湖南": "湘粤", "广东": "粤港", "广西": "桂琼",
    "海南": "粤琼", "重庆": "成渝", "四川": "川渝", "贵州": "川黔", "云南": "川滇",
    "西藏": "川藏", "陕西": "陕甘", "甘肃": "甘青", "青海": "青甘", "宁夏": "甘宁",
    "新疆": "甘新", "香港": "深港", "澳门": "粤澳", "台湾": "闽台",
}  # fmt: skip
TWO = ("上海沪申", "四川川蜀", "贵州贵黔", "云南云滇", "陕西陕秦", "甘肃甘陇")


def offered(word: str, *standing: str) -> list[str]:
    pairs = Counter(a + b for text in standing for a, b in pairwise(text))
    after = {a: {p[1]: n for p, n in pairs.items() if p[0] == a} for a in "".join(standing)}
    before = {b: {p[0]: n for p, n in pairs.items() if p[1] == b} for b in "".join(standing)}
    return candidates(word, lambda c: after.get(c, {}), lambda c: before.get(c, {}))


def test_every_province_has_its_short_names() -> None:
    assert set(SHORT) == set(PROVINCES) == set(PAIRS)
    assert all(SHORT[one[:2]] == one[2:] for one in TWO)


@pytest.mark.parametrize(("full", "pair"), PAIRS.items())
def test_every_province_offers_a_compound_that_stands(full: str, pair: str) -> None:
    assert pair in offered(full, pair)
    assert pair not in offered(full, "无关文字")


@pytest.mark.parametrize("full", SHORT)
def test_every_short_name_is_offered_those_that_are_clear_first(full: str) -> None:
    singles = [one for one in offered(full) if len(one) == 1]
    assert sorted(singles) == sorted(SHORT[full])
    assert singles == sorted(singles, key=lambda one: not is_clear(one))


@pytest.mark.parametrize("form", ["沪", "蜀", "黔", "滇", "秦", "陇", "云贵", "京津"])
def test_what_means_a_place_anywhere_is_clear(form: str) -> None:
    assert is_clear(form)
    assert not any(is_clear(one) for one in "申云新青港贵川京")


def test_compounds_of_three_are_offered() -> None:
    assert offered("湖北", "湘鄂赣") == ["鄂", "湘鄂", "鄂赣", "湘鄂赣"]


def test_letters_that_are_other_words_are_none() -> None:
    assert offered("青海", "青川县新青年云青") == ["青"]
    assert offered("广西", "贵桂") == ["桂", "贵桂"]


@pytest.mark.parametrize(
    ("word", "full"),
    [
        ("重庆市", "重庆"),
        ("广西壮族自治区", "广西"),
        ("香港特别行政区", "香港"),
        ("台湾地区", "台湾"),
        ("内蒙古自治区", "内蒙古"),
        ("重庆路", ""),
        ("市", ""),
        ("", ""),
    ],
)
def test_a_province_is_known_by_its_names(word: str, full: str) -> None:
    assert province(word) == full


def test_a_pair_offers_its_reverse_and_what_is_longer() -> None:
    assert is_compound("渝黔")
    assert not is_compound("重庆")
    assert offered("渝黔", "黔渝", "川渝黔") == ["黔渝", "川渝黔"]
