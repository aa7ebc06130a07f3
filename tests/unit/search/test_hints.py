from __future__ import annotations

from policyviewer.search import hints


def test_the_query_is_repeated() -> None:
    assert hints.not_found("区块链") == "没有找到“区块链”。换个词，或去掉筛选。"


def test_a_long_query_is_cut() -> None:
    assert "“" + "长" * 30 + "…”" in hints.nearest("长" * 100)


def test_what_cannot_be_printed_is_not_repeated() -> None:
    assert hints.not_found("\ud800甲\0乙\n").encode("utf-8").decode().startswith("没有找到“甲 乙”")


def test_what_has_nothing_to_be_printed_is_told_so() -> None:
    assert "无法显示的字符" in hints.not_found("\0\x07")


def test_limits_are_told() -> None:
    assert "10000" in hints.too_long(10000, 1000)
    assert "32" in hints.too_many(32)
