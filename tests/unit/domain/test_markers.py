from __future__ import annotations

import pytest

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.markers import decimal_of, marker_of


@pytest.mark.parametrize(
    ("line", "cls", "number"),
    [
        ("一、总体要求", NodeClass.L1, 1),
        ("十二．保障", NodeClass.L1, 12),
        ("(三)深化合作", NodeClass.L2, 3),
        ("（一)刻划；", NodeClass.L2, 1),
        ("㈡原则", NodeClass.L2, 2),
        ("3.材料", NodeClass.L3, 3),
        ("⒈材料", NodeClass.L3, 1),
        ("（4）检查", NodeClass.L4, 4),
        ("⑤检查", NodeClass.L5, 5),
        ("第三章 附则", NodeClass.CHAPTER, 3),
        ("第一分编 通则", NodeClass.SUBPART, 1),
        ("第 12 条 本办法", NodeClass.ARTICLE, 12),
        ("——生态优先。", NodeClass.DASH, None),
    ],
)
def test_a_marker_has_its_level_and_number(line, cls, number):
    marker = marker_of(line)
    assert marker is not None
    assert (marker.cls, marker.number) == (cls, number)


@pytest.mark.parametrize(
    "line",
    ["一、二、三产业", "3.5米以上", "2024.5.1前", "第一章至第三章的规定", "第一款规定", "总则", ""],
)
def test_running_text_has_no_marker(line):
    assert marker_of(line) is None


def test_an_inserted_article_has_a_branch():
    marker = marker_of("第十七条之一 已满七十五周岁的人")
    assert marker is not None
    assert (marker.number, marker.branch) == (17, 1)


def test_a_mentioned_article_is_doubtful():
    marker = marker_of("第十条规定的情形除外。")
    assert marker is not None
    assert marker.doubtful


def test_a_decimal_number_is_told_from_an_amount():
    assert decimal_of("3.5万元以上的项目") is None
    found = decimal_of("2.1.3 职责")
    assert found is not None
    assert found.decimals == (2, 1, 3)
