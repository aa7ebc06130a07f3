from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.queries import Expansion, SearchFilter, SearchQuery, ShortForm, ShortForms
from policyviewer.domain.tasks import JobContext
from policyviewer.search import scan, writer
from policyviewer.search.reader import IndexReader

TEXTS = (
    "重庆要先行。",
    "渝黔合作，渝贵铁路。",
    "成渝地区双城经济圈。",
    "川渝黔三地，渝黔高速。",
    "申请新建云平台。",
)


@pytest.fixture
def texts(make_provision):
    return [make_provision(text, number) for number, text in enumerate(TEXTS)]


def forms(texts, typed: str, **more: object) -> list[tuple[str, int]]:
    page = scan.search(texts, replace(SearchQuery(typed, suggest=True), **more))
    return [(one.text, one.count) for each in page.short_forms for one in each.forms]


def test_what_stands_is_offered_the_frequent_first(texts) -> None:
    assert forms(texts, "重庆") == [
        ("渝", 3), ("渝黔", 2), ("川渝", 1), ("成渝", 1), ("渝贵", 1), ("川渝黔", 1),
    ]  # fmt: skip


def test_an_index_offers_the_same(texts, tmp_path) -> None:
    writer.build(tmp_path / "index", texts, JobContext(), len(texts))
    reader = IndexReader([tmp_path / "index"])
    page = reader.search(SearchQuery("重庆市", suggest=True))
    reader.close()
    assert page.short_forms[0].forms[0] == ShortForm("渝", 3)
    assert [(one.text, one.count) for one in page.short_forms[0].forms] == forms(texts, "重庆")


def test_other_words_of_the_query_are_counted_with(texts) -> None:
    assert forms(texts, "重庆 合作") == [("渝", 1), ("渝贵", 1), ("渝黔", 1)]
    assert forms(texts, "重庆", wanted=SearchFilter(kinds=("通知",))) == []


def test_nothing_is_offered_for_other_words_nor_for_excluded_ones(texts) -> None:
    assert forms(texts, "高速") == forms(texts, "-重庆 高速") == forms(texts, '"重庆"') == []
    assert forms(texts, "海南") == forms(texts, "福建省") == []


def test_a_letter_that_mostly_means_something_else_comes_last(texts) -> None:
    assert forms(texts, "四川") == [("川渝", 1), ("川渝黔", 1), ("川", 1)]
    page = scan.search(texts, SearchQuery("上海", suggest=True))
    assert page.short_forms == (ShortForms("上海", (ShortForm("申", 1, clear=False),)),)


def test_the_word_is_told_as_it_is_typed(texts) -> None:
    page = scan.search(texts, SearchQuery("重慶市", suggest=True))
    assert page.short_forms[0].written == "重慶市"
    wide = SearchQuery("重慶市", widened=(Expansion("重慶市", ("渝黔",)),))
    assert scan.search(texts, wide).total == 2


def test_nothing_is_offered_for_what_is_excluded_in_brackets(texts) -> None:
    assert forms(texts, "高速 -(重庆 合作)") == forms(texts, "高速 NOT 重庆") == []


def test_what_the_search_has_already_is_not_offered_again(texts) -> None:
    widened = (Expansion("重庆", ("渝黔",)),)
    assert ("渝黔", 2) not in forms(texts, "重庆", widened=widened)
    assert forms(texts, "重庆", widened=(Expansion("重庆", ("渝",)),)) == []


def test_a_widened_search_finds_both(texts) -> None:
    query = SearchQuery("重庆", widened=(Expansion("重庆", ("渝黔",)),))
    page = scan.search(texts, query)
    assert page.total == 3
    assert page.short_forms == ()  # nobody asked


def test_only_who_asks_is_told(texts) -> None:
    assert scan.search(texts, SearchQuery("重庆")).short_forms == ()
