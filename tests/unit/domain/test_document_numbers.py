from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text

from policyviewer.domain.document_numbers import is_number, names

NUMBER = "黔党发〔2018〕15号"


@pytest.mark.parametrize(
    "typed",
    [
        "黔党发15号",
        "黔党发15",
        "黔党发〔2018〕15号",
        "黔党发[2018]15号",
        "黔党发(2018)15",
        "黔党发【2018】第１５号",
        "黔党发 2018年15号",
        "黔党发",
        "黔党发〔2018",
    ],
)
def test_a_number_is_typed_in_many_ways(typed: str) -> None:
    assert names(typed, NUMBER)


@pytest.mark.parametrize(
    "typed",
    ["黔党发1号", "黔党发150号", "黔党发〔2019〕15号", "党发15号", "", "〔", "15号", "发改"],
)
def test_another_number_is_not_meant(typed: str) -> None:
    assert not names(typed, NUMBER)


def test_an_order_is_named_by_its_issuer() -> None:
    assert names("国务院令第588号", "国令第588号")
    assert not names("国务院令第58号", "国令第588号")


@pytest.mark.parametrize("typed", ["黔党发15号", "国发[2014]21号", "国务院令第588号"])
def test_a_number_has_a_form(typed: str) -> None:
    assert is_number(typed)


@pytest.mark.parametrize("typed", ["人民政府", "15号", "第十五号", "黔党发〔2018", ""])
def test_other_words_have_another(typed: str) -> None:
    assert not is_number(typed)


@given(text(characters(exclude_categories=[])), text())
def test_anything_may_be_typed(typed: str, number: str) -> None:
    assert names(typed, number) in (True, False)
    assert is_number(typed) in (True, False)
