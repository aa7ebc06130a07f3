# ruff: noqa: RUF001  # characters that look alike are what is tested

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text

from policyviewer.search.expression import Expression, parse, stands

TYPED = text(characters(exclude_categories=[])) | text('"“”「」-－|｜OR 人民\n\0', max_size=40)


@pytest.mark.parametrize(
    ("typed", "groups", "excluded"),
    [
        ("人民政府", [["人民政府"]], []),
        ("人民　政府", [["人民"], ["政府"]], []),
        ('"人民 政府"', [["人民 政府"]], []),
        ("“一带一路” 「建设」", [["一带一路"], ["建设"]], []),
        ("农业 -财政 －“粮食 安全”", [["农业"]], ["财政", "粮食 安全"]),
        ("农业 OR 粮食 安全", [["农业", "粮食"], ["安全"]], []),
        ("农业|粮食｜安全", [["农业", "粮食", "安全"]], []),
        ('"a|b"', [["a|b"]], []),
        ("ORACLE", [["oracle"]], []),
        ("OR", [], []),
        ("|", [], []),
        ("农业 OR", [["农业"]], []),
        ("-农业", [], ["农业"]),
        ("2018-2020", [["2018-2020"]], []),
    ],
)
def test_operators(typed: str, groups: list[list[str]], excluded: list[str]) -> None:
    assert parse(typed) == Expression(tuple(map(tuple, groups)), tuple(excluded))


@pytest.mark.parametrize("typed", ['"人民政府', '人民政府"', "人民政府＂", '""人民政府'])
def test_a_quotation_mark_without_its_other_is_dropped(typed: str) -> None:
    assert parse(typed).wanted[-1].endswith("人民政府")


def test_quotation_marks_within_words_are_looked_for() -> None:
    assert parse("建设“一带一路”倡议").wanted == ('建设"一带一路"倡议',)


def test_quotation_marks_can_be_looked_for_in_quotation_marks() -> None:
    assert parse('"“一带一路”倡议"').wanted == ('"一带一路"倡议',)


@pytest.mark.parametrize("typed", ["", "   ", "\0\n", '"', '""', '" "', "“ ”"])
def test_nothing_to_look_for(typed: str) -> None:
    assert parse(typed) == Expression()


@given(TYPED)
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    expression = parse(typed)
    assert all(one and not one.isspace() for one in expression.wanted + expression.excluded)


@given(text("甲乙丙丁，。（）：《》", min_size=1))
def test_a_text_without_operators_is_looked_for_as_it_is(typed: str) -> None:
    assert len(parse(typed).wanted) == 1
    assert parse(typed) == parse(f'"{typed}"')


def test_every_group_must_be_met_and_nothing_excluded() -> None:
    expression = parse("甲|乙 丙 -丁")
    assert expression.matches(["乙，丙"])
    assert not expression.matches(["甲乙"])
    assert not expression.matches(["甲丙丁"])


def test_a_text_may_stand_in_any_key() -> None:
    assert stands(["人民政府"], ["人民*府", "人民政府"])
    assert not stands([], ["人民"])
