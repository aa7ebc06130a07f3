from __future__ import annotations

import pytest

from policyviewer.search.expression import (
    All,
    Either,
    Expression,
    Fact,
    Not,
    decide,
    every,
    fact,
    shown,
)
from policyviewer.search.leaves import Text
from policyviewer.search.parsing import parse


def test_every_group_must_be_met_and_nothing_excluded(make_provision) -> None:
    expression = every(["甲", "乙"], ["丙"], excluded=["丁"])
    assert expression.matches(make_provision("乙，丙"))
    assert not expression.matches(make_provision("甲乙"))
    assert not expression.matches(make_provision("甲丙丁"))


def test_a_text_may_stand_in_any_key(make_provision) -> None:
    assert every(["人民*府"], ["人民政府"]).matches(make_provision("人民*府"))


def test_what_excludes_may_be_an_alternative(make_provision) -> None:
    rule = decide(Either((Text(("甲",)), Not(Text(("乙",))))))
    assert rule(make_provision(""), ["甲乙"])
    assert rule(make_provision(""), ["丙"])
    assert not rule(make_provision(""), ["乙"])


def test_without_parts_everything_is_met(make_provision) -> None:
    assert Expression().is_empty
    assert Expression().matches(make_provision("甲"))


@pytest.mark.parametrize(
    ("typed", "is_so"),
    [
        ("标题:现代农业", True),
        ("标题：现代农業", True),
        ("标题:现代渔业", False),
        ("机关:贵州省", True),
        ("机关:贵州省人民政府、四川省", True),
        ("机关:四川省", False),
        ("年份:2020", True),
        ("年份:2018..2020 文种:意见", True),
        ("年份:2021..", False),
        ("文种:通知", False),
        ("文号:黔农发7号", True),
        ("文号:黔农发8号", False),
        ("-文号:黔农发8号", True),
    ],
)
def test_facts_are_asked_of_the_document(make_provision, typed: str, is_so: bool) -> None:
    provision = make_provision("粮食", document_number="黔农发〔2020〕7号")
    assert parse(typed).matches(provision) is is_so


def test_a_document_without_a_number_has_none(make_provision) -> None:
    assert not fact(Fact(number="黔农发7号"))(make_provision(""))


def test_what_is_excluded_is_not_wanted() -> None:
    expression = parse("甲 -乙 （丙 | 甲） 标题:丁")
    assert expression.wanted == ("甲", "丙")
    assert [leaf.shown for leaf in expression.leaves] == ["甲", "丙"]
    assert [shown(one) for one in expression.words] == ["甲", "丙|甲"]
    assert expression.facts == (Fact(title="丁"),)
    assert expression.size == 4


def test_words_can_be_left_out() -> None:
    expression = parse("甲 乙 -丙")
    kept = expression.without([Text(("甲",))])
    assert kept.root == All((Text(("乙",)), Not(Text(("丙",)))))


@pytest.mark.parametrize(("typed", "only"), [("-甲 -乙", True), ("甲 -乙", False), ("", False)])
def test_who_only_excludes(typed: str, only: bool) -> None:
    assert parse(typed).only_excludes is only


def test_a_word_can_be_put_in_the_place_of_another() -> None:
    expression = parse("重庆 (合作 | 重庆) -重庆")
    assert expression.with_word("重庆", "渝").root == All(
        (Text(("渝",)), Either((Text(("合作",)), Text(("渝",)))), Not(Text(("重庆",))))
    )
