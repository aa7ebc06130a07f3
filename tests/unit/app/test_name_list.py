from __future__ import annotations

import pytest

from policyviewer.app.name_list import NameList, NameOrder
from policyviewer.domain.name_counts import FormCount, NameCount
from policyviewer.domain.named import NameKind

PLACE = NameKind.PLACE


def count(provisions: int, documents: int, *forms: str, kind: NameKind = PLACE) -> NameCount:
    shown = tuple(FormCount(form, 1) for form in forms)
    return NameCount(kind, forms[0], shown, provisions, documents)


NAMES = NameList(
    [
        count(5, 1, "重庆", "重庆市"),
        count(3, 3, "北京"),
        count(5, 2, "长江"),
        count(9, 9, "财政部", kind=NameKind.BODY),
    ]
)


def found(words: str = "", order: NameOrder = NameOrder.PROVISIONS, **more: bool) -> list[str]:
    return [one.text for one in NAMES.select(PLACE, words, order, **more)]


def test_each_kind_is_for_itself() -> None:
    assert (NAMES.total(PLACE), NAMES.total(NameKind.BODY)) == (3, 1)
    assert NAMES.total(NameKind.PROJECT) == 0
    assert NAMES.select(NameKind.PROJECT) == []


@pytest.mark.parametrize(
    ("order", "backwards", "names"),
    [
        (NameOrder.PROVISIONS, False, ["长江", "重庆", "北京"]),
        (NameOrder.PROVISIONS, True, ["北京", "重庆", "长江"]),
        (NameOrder.DOCUMENTS, False, ["北京", "长江", "重庆"]),
        (NameOrder.NAME, False, ["北京", "长江", "重庆"]),
        (NameOrder.NAME, True, ["重庆", "长江", "北京"]),
    ],
)
def test_names_are_sorted(order: NameOrder, backwards: bool, names: list[str]) -> None:
    assert found(order=order, backwards=backwards) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("庆市", ["重庆"]),
        ("cq", ["重庆"]),
        ("CJ", ["长江"]),
        ("bj", ["北京"]),
        ("江 长", ["长江"]),
        ("江 京", []),
        ("[", []),
        ("  ", ["长江", "重庆", "北京"]),
    ],
)
def test_words_and_initials_narrow_down(words: str, names: list[str]) -> None:
    assert found(words) == names


def test_the_pinyin_is_looked_up_before_it_is_needed() -> None:
    NAMES.prepare()
    assert found("zq") == ["重庆"]  # read in either way
