from __future__ import annotations

import pytest

from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import scan, writer
from policyviewer.search.misspellings import Sounds, mended
from policyviewer.search.reader import IndexReader

TEXT = "保护环境，环境保护由各级人民政府负责；粮食安全；宅基地；融资"


@pytest.fixture
def sounds() -> Sounds:
    return Sounds({one: TEXT.count(one) for one in TEXT})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("环镜保护", "环境保护"),
        ("环境保户", "环境保护"),
        ("粮食按全", "粮食安全"),
        ("粮西安全", None),
        ("宅基弟", "宅基地"),
        ("荣资", "融资"),
        ("融姿", "融资"),
        ("环保境护", "环境保护"),
        ("环境护保", "环境保护"),
        ("宅基基地", "宅基地"),
        ("x", None),
        ("abc", None),
        ("环境保护" * 4, None),
    ],
)
def test_a_word_is_mended_to_one_that_occurs(sounds, typed: str, meant: str | None) -> None:
    found = mended(typed, sounds, TEXT.count)
    assert next(iter(found), None) == meant
    assert all(one in TEXT or len(one) > 2 for one in found)


def test_a_word_that_is_right_is_not_among_them(sounds) -> None:
    assert "环境保护" not in mended("环境保护", sounds, TEXT.count)


def test_the_query_is_suggested_with_one_word_mended(make_provision, tmp_path) -> None:
    records = [make_provision(TEXT)]
    writer.build(tmp_path / "index", records, JobContext(), 1)
    query = SearchQuery("粮食 环镜保护", suggest=True)
    for page in (IndexReader([tmp_path / "index"]).search(query), scan.search(records, query)):
        assert page.suggestions[0] == "粮食 环境保护"


@pytest.mark.parametrize("typed", ["环境保护", "火箭大炮", "环*镜", "环镜 按全"])
def test_nothing_is_suggested_without_need_or_sense(make_provision, typed: str) -> None:
    page = scan.search([make_provision(TEXT)], SearchQuery(typed, suggest=True))
    assert page.suggestions == ()


def test_who_did_not_ask_gets_none(make_provision) -> None:
    assert scan.search([make_provision(TEXT)], SearchQuery("环镜保护")).suggestions == ()
