from __future__ import annotations

from policyviewer.domain.queries import SearchFilter, SearchQuery
from policyviewer.search import scan


def found(provisions, typed: str, **more) -> list[str]:
    return [hit.provision for hit in scan.search(provisions, SearchQuery(typed, **more)).hits]


def test_restored_text_is_found(provisions) -> None:
    assert found(provisions, "财政部门") == ["main/p3"]


def test_filters_are_asked(provisions) -> None:
    assert found(provisions, "粮食", wanted=SearchFilter(documents=("alpha",)))
    assert not found(provisions, "粮食", wanted=SearchFilter(documents=("beta",)))
    assert not found(provisions, "粮食", wanted=SearchFilter(kinds=("通知",)))


def test_who_says_it_more_comes_first(make_provision) -> None:
    texts = ["粮食和其他许多事情", "粮食", "粮食粮食和其他"]
    provisions = [make_provision(text, number) for number, text in enumerate(texts)]
    assert found(provisions, "粮食") == ["main/p1", "main/p2", "main/p0"]


def test_records_may_come_one_by_one(provisions) -> None:
    assert scan.search(iter(provisions), SearchQuery("粮食")).total == 1


def test_a_question_gets_what_comes_near(provisions) -> None:
    page = scan.search(provisions, SearchQuery("怎样才能保障粮食的安全呢"))
    assert page.hits[0].provision == "main/p1"
    assert not page.complete
