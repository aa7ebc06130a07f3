from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis.strategies import characters, lists, sampled_from, text
from tests.cost import assert_in_proportion

from policyviewer.domain.queries import Expansion, SearchQuery
from policyviewer.domain.syntax import FORMS, Form
from policyviewer.search import scan
from policyviewer.search.expression import All, Either, Expression, Fact, Not
from policyviewer.search.leaves import Gap, Near, Pattern, Text
from policyviewer.search.parsing import parse

TYPED = text(characters(exclude_categories=[])) | text(
    '"“”「」-－|\uff5cOR()（）*?？:：NEAR/近或 人民\n\0\ud800%_[]^$\\', max_size=60
)
_PIECES = (
    '人民~标题:~年份:~机关：~“~”~"~(~（~)~）~ ~|~-~OR~或~ NEAR/3 ~ 近 ~*~?~？~第十二条~2018~..~'
    "'; DROP TABLE--~.*(a+)+$~😀"
)


_MEANT: dict[str, set[str]] = {
    "渝 环保": {"6"},
    "粮食 安全": {"0", "1", "4"},
    "“粮食安全”": {"0"},
    "粮食 -进口": {"0", "4"},
    "粮食 | 农业": {"0", "1", "2", "4"},
    "(粮食 | 农业) 安全": {"0", "1", "4"},
    "人民*府": {"3"},
    "粮食 近/10 安全": {"0", "1", "4"},
    "标题:农业 机关:贵州省": set("0123456"),
    "年份:2018..2020 效力:有效": set("0123456"),
    "酒后驾车怎么处罚？": {"5"},
    "立法法 65 二": set(),
}


def of(*words: str) -> tuple[Text, ...]:
    return tuple(Text((word,)) for word in words)


AGRICULTURE, GRAIN, SAFETY = of("农业", "粮食", "安全")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("人民政府", of("人民政府")),
        ("人民　政府", of("人民", "政府")),
        ('"人民 政府"', of("人民 政府")),
        ("“一带一路” 「建设」", of("一带一路", "建设")),
        ("农业 -粮食 －“安全”", (AGRICULTURE, Not(GRAIN), Not(SAFETY))),
        ("农业 NOT 粮食", (AGRICULTURE, Not(GRAIN))),
        ("农业 OR 粮食 安全", (Either((AGRICULTURE, GRAIN)), SAFETY)),
        ("农业 或 粮食", (Either((AGRICULTURE, GRAIN)),)),
        ("农业|粮食\uff5c安全", (Either((AGRICULTURE, GRAIN, SAFETY)),)),
        ("农业 AND 粮食 且 安全", (AGRICULTURE, GRAIN, SAFETY)),
        ("（农业 粮食） | 安全", (Either((All((AGRICULTURE, GRAIN)), SAFETY)),)),
        ("（农业 粮食） 安全", (AGRICULTURE, GRAIN, SAFETY)),
        ("-(农业 粮食)", (Not(All((AGRICULTURE, GRAIN))),)),
        ("农业 NEAR/3 粮食", (Near((AGRICULTURE,), (GRAIN,), 3),)),
        ("农业 近 粮食", (Near((AGRICULTURE,), (GRAIN,), 10),)),
        ("农业 近/5 (粮食|安全)", (Near((AGRICULTURE,), (GRAIN, SAFETY), 5),)),
        ("标题:农业 粮食", (Fact(title="农业"), GRAIN)),
        ("农业 OR -粮食", (Either((AGRICULTURE, Not(GRAIN))),)),
        ("ORACLE", of("oracle")),
        ("或", of("或")),
        ("近", of("近")),
        ("农业 或", of("农业", "或")),
        ("OR", ()),
        ("|", ()),
        ("农业 OR", of("农业")),
        ("效力:甲", of("效力:甲")),
        ("第12条", (Text(("第12条", "第十二条")),)),
        ('"第12条"', of("第12条")),
    ],
)
def test_operators(typed: str, parts: tuple[object, ...]) -> None:
    assert parse(typed).root == All(parts)


def test_nearness_goes_on() -> None:
    near = (Near((AGRICULTURE,), (GRAIN,), 2), Near((GRAIN,), (SAFETY,), 3))
    assert parse("农业 NEAR/2 粮食 NEAR/3 安全").root == All(near)


@pytest.mark.parametrize(
    "typed", ["农业 NEAR (粮食 | -安全)", "标题:农业 近 粮食", "农业 近 -粮食"]
)
def test_what_cannot_be_near_must_be_there(typed: str) -> None:
    assert not any(isinstance(one, Near) for one in parse(typed).root.parts)
    assert len(parse(typed).root.parts) == 2


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("黔党发〔2020〕15号", 1),
        ("黔党发[2020]15号", 1),
        ("黔党发15号", 1),
        ("黔党发〔2020〕115号", 0),
    ],
)
def test_a_document_number_needs_no_year(make_provision, printed: str, found: int) -> None:
    provisions = [make_provision(f"按照（{printed}）执行。")]
    assert scan.search(provisions, SearchQuery("黔党发15号")).total == found
    assert scan.search(provisions, SearchQuery("黔党发第15号")).total == found


def test_wildcards() -> None:
    none, some, one = Gap(0, 0), Gap(0, 10), Gap(1, 1)
    assert parse("人民*府").root.parts == (Pattern(("人民", "府"), (none, some, none), "人民*府"),)
    assert parse("人?＊府?").root.parts[0] == Pattern(
        ("人", "府"), (none, Gap(1, 11), one), "人?*府?"
    )
    assert parse("人民*").root.parts == of("人民")
    assert parse("“人民*府”").root.parts == of("人民*府")


@pytest.mark.parametrize(
    "typed", ["怎么办理?", "能办吗?怎么办", "怎么办理？", "粮食安全责任制的考核?"]
)
def test_the_mark_of_a_question_is_no_wildcard(typed: str) -> None:
    assert not parse(typed).exact
    assert isinstance(parse(typed).root.parts[0], Text)


@pytest.mark.parametrize("typed", ["*", "?? **", "-*"])
def test_what_is_all_wildcards_is_left_out(typed: str) -> None:
    expression = parse(typed)
    assert (expression.is_empty, expression.boundless) == (True, True)


@pytest.mark.parametrize("typed", ['"人民政府', '人民政府"', "人民政府\uff02", '""人民政府'])
def test_a_quotation_mark_without_its_other_is_dropped(typed: str) -> None:
    assert parse(typed).wanted[-1].endswith("人民政府")


def test_quotation_marks_within_words_are_looked_for() -> None:
    assert parse("建设“一带一路”倡议").wanted == ('建设"一带一路"倡议',)


def test_quotation_marks_can_be_looked_for_in_quotation_marks() -> None:
    assert parse('"“一带一路”倡议"').wanted == ('"一带一路"倡议',)


@pytest.mark.parametrize("typed", ["", "   ", "\0\n", '"', '""', '" "', "“ ”"])
def test_nothing_to_look_for(typed: str) -> None:
    assert parse(typed) == Expression()


@pytest.mark.parametrize(("typed", "exact"), [("甲 乙", False), ("“甲”", True), ("甲|乙", True)])
def test_who_uses_operators_is_exact(typed: str, exact: bool) -> None:
    assert parse(typed).exact is exact


@given(text("甲乙丙丁，。（）：《》", min_size=1))
def test_a_text_without_operators_is_looked_for_as_it_is(typed: str) -> None:
    assert len(parse(typed).wanted) == 1
    assert parse(typed).root == parse(f'"{typed}"').root


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED | lists(sampled_from(_PIECES.split("~")), max_size=40).map("".join))
@example(typed="-" * 50)
@example(typed="(" * 300 + "甲 乙" + ")" * 300)
def test_anything_typed_gets_an_answer(provisions, typed: str) -> None:
    expression = parse(typed)
    assert all(one and not one.isspace() for one in expression.wanted)
    page = scan.search(provisions, SearchQuery(typed))
    assert page.hits or page.hint


@pytest.mark.parametrize(
    "piece",
    ["人民", "(", "(甲 ", "“", '"', "-", "|", "* ", "标题:", "甲 OR ", "甲 近 ", "第12条 ", "?"],
)
def test_ten_thousand_characters_are_refused(provisions, piece: str) -> None:
    def typed(signs: int) -> str:
        return (piece * signs)[:signs]

    assert scan.search(provisions, SearchQuery(typed(10_000))).hint
    assert_in_proportion(parse, typed, 10_000)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_what_the_help_shows_is_understood(make_provision, form: Form) -> None:
    texts = [
        "粮食安全",
        "粮食 安全，进口",
        "农业",
        "各级人民政府",
        "粮食的生产安全",
        "酒后驾车处罚",
        "重庆的环保",
    ]
    asked = {"title": "农业法", "issuers": ("贵州省",), "expires": "", "written": "2019-01-01"}
    provisions = [make_provision(text, n, **asked) for n, text in enumerate(texts)]
    page = scan.search(provisions, SearchQuery(form.example))
    found = {hit.provision[-1] for hit in page.hits}
    assert found == _MEANT[form.example]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("渝", ("渝", "重庆")),
        ("沪", ("沪", "上海")),
        ("渝府发〔2020〕1号", None),
        ("“渝”", ("渝",)),
    ],
)
def test_a_short_name_stands_for_the_province(typed: str, texts: tuple[str, ...] | None) -> None:
    expression = parse(typed)
    assert bool(expression.expansions) is (texts is not None and len(texts) > 1)
    if texts is not None:
        assert expression.root.parts == (Text(texts),)


def test_an_expansion_can_be_taken_back() -> None:
    assert parse("渝", literal=("渝",)).root.parts == (Text(("渝",)),)
    assert parse("渝", literal=("渝",)).expansions == ()


def test_what_is_excluded_is_not_expanded() -> None:
    assert parse("环保 -渝").root.parts[1] == Not(Text(("渝",)))


def test_issuers_are_expanded() -> None:
    (told,) = parse("机关:渝").facts
    assert told.wanted.issuers == ("渝", "重庆")


@pytest.mark.parametrize(
    "typed",
    [
        *("渝府发〔2020〕1号", "川渝 环保", "“渝” 环保", '"渝"', "-渝 环保", "环保 -(渝 川)"),
        *("渝*", "贵", "文号:渝", '机关:"渝"', "-机关:渝 环保", "重庆"),
    ],
)
def test_a_short_name_is_taken_as_it_is_within_words_and_exact_phrases(typed: str) -> None:
    assert parse(typed).expansions == ()


def test_what_is_literal_is_so_in_any_script() -> None:
    assert parse("滬", ("滬",)).expansions == ()


def test_a_widened_word_finds_the_others_too() -> None:
    expression = parse("重庆 -重庆", widened=[Expansion("重庆", ("渝", "成渝"))])
    first, excluded = expression.root.parts
    assert first == Text(("重庆", "渝", "成渝"))
    assert excluded == Not(Text(("重庆",)))
