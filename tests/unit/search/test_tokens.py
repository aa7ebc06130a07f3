from __future__ import annotations

import pytest

from policyviewer.search.tokens import FIELDS, Kind, Token, tokens


def words(typed: str) -> list[str]:
    return [token.text or token.kind.name for token in tokens(typed)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("农业 粮食", ["农业", "粮食"]),
        ("农业　粮食\n安全\x00", ["农业", "粮食", "安全"]),
        ("农业|粮食\uff5c安全", ["农业", "EITHER", "粮食", "EITHER", "安全"]),
        ("-农业 －“粮食”", ["MINUS", "农业", "MINUS", "粮食"]),
        ("(农业 粮食)", ["OPEN", "农业", "粮食", "CLOSE"]),
        (
            "（（农业 粮食）|安全）",
            ["OPEN", "OPEN", "农业", "粮食", "CLOSE", "EITHER", "安全", "CLOSE"],
        ),
        ("-(农业 粮食)", ["MINUS", "OPEN", "农业", "粮食", "CLOSE"]),
        ("（“农业”|“粮食”）", ["OPEN", "农业", "EITHER", "粮食", "CLOSE"]),
    ],
)
def test_signs_at_the_edges_of_words_are_signs(typed: str, found: list[str]) -> None:
    assert words(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "（一）强化",
        "国发(2014)21号",
        "（2018）",
        "建设“一带一路”倡议",
        "）国家",
        "（一",
        "2018-2020",
        "-",
        "—",
        "发文机关说明",
        "时间：上午",
        "“甲”）乙",
    ],
)
def test_signs_within_words_are_characters(typed: str) -> None:
    assert tokens(typed) == [Token(Kind.WORD, typed)]


def test_a_field_has_a_value() -> None:
    assert tokens("标题:农业") == [Token(Kind.FIELD, "农业", "标题")]
    assert tokens("机关：“贵州 省”") == [Token(Kind.FIELD, "贵州 省", "机关", quoted=True)]
    assert tokens("標題：農業") == [Token(Kind.FIELD, "農業", "标题")]
    assert tokens("-文种:通知")[1] == Token(Kind.FIELD, "通知", "文种")
    assert words("（标题:甲 | 机关:乙）") == ["OPEN", "甲", "EITHER", "乙", "CLOSE"]
    assert tokens("机关: 贵州") == [Token(Kind.WORD, "机关:"), Token(Kind.WORD, "贵州")]


@pytest.mark.parametrize("name", [name for names in FIELDS.values() for name in names])
def test_every_name_of_a_field_is_known(name: str) -> None:
    assert tokens(f"{name}:甲")[0].kind is Kind.FIELD


def test_brackets_too_deep_are_characters() -> None:
    assert Kind.OPEN not in {one.kind for one in tokens("(" * 40 + "甲 乙" + ")" * 40)[17:-17]}
