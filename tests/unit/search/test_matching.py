"""The proof by test: what the index finds is what stands in the texts."""

# ruff: noqa: RUF001  # characters of every width are looked for

from __future__ import annotations

import random
from pathlib import Path

import pytest

from policyviewer.domain.queries import IndexedProvision, SearchFilter, SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import scan, writer
from policyviewer.search.expression import All, Expression, decide, every
from policyviewer.search.folding import fold
from policyviewer.search.leaves import Gap, Near, Pattern, Text
from policyviewer.search.matching import admitted, answering
from policyviewer.search.parsing import parse
from policyviewer.search.reader import IndexReader
from policyviewer.search.rows import keys
from policyviewer.search.segments import Segment, open_segments

LETTERS = "人民政府财税农业粮食安全建设发展第条款一二三（）〔〕，。“”—*ＧＤＰ１２ab\n　 "
ALL = SearchFilter()


@pytest.fixture(scope="module")
def corpus() -> list[str]:
    """Give texts from few characters, so that short parts of them stand in many places."""
    dice = random.Random(11)
    return ["".join(dice.choices(LETTERS, k=dice.randrange(1, 120))) for _ in range(160)]


@pytest.fixture(scope="module")
def segments(corpus, tmp_path_factory) -> tuple[Segment, ...]:
    folder: Path = tmp_path_factory.mktemp("index")
    records = [_record(text, number) for number, text in enumerate(corpus)]
    writer.build(folder, records[:100], JobContext())
    writer.update(folder, [], records[100:], JobContext())
    return open_segments(folder)


def _record(text: str, number: int) -> IndexedProvision:
    restored = text.replace("*", "政")
    owner = number // 10
    names = (f"d{owner}", f"题{owner}", "来源", str(number), "", ("人民政府",), "", number, text)
    more = {"issuers": (f"机关{owner % 3}",), "written": f"{2010 + owner}-01-01"}
    told = {"document_number": f"机发〔{2010 + owner}〕{owner}号", **more}
    return IndexedProvision(*names, restored, number, **told)  # type: ignore[arg-type]


def found(segments: tuple[Segment, ...], expression: Expression) -> set[str]:
    return {
        segment.record(row).provision
        for segment in segments
        for row in answering(segment, expression, ALL)
    }


def standing(corpus: list[str], wanted: str) -> set[str]:
    """Look for a folded text in every text, as printed and as restored."""
    return {
        str(number)
        for number, text in enumerate(corpus)
        if wanted in fold(text) or wanted in fold(text.replace("*", "政"))
    }


def part(corpus: list[str], dice: random.Random) -> str:
    text = dice.choice(corpus)
    start = dice.randrange(len(text))
    return fold(text[start : start + dice.randrange(1, 21)])


def test_two_thousand_random_parts_are_found_wherever_they_stand(segments, corpus) -> None:
    dice = random.Random(1)
    for _ in range(2000):
        wanted = part(corpus, dice)
        assert found(segments, every([wanted])) == standing(corpus, wanted), wanted


def test_five_hundred_random_expressions_are_met(segments, corpus) -> None:
    dice = random.Random(2)
    for _ in range(500):
        a, b, c, d = (part(corpus, dice)[:3] for _ in range(4))
        expression = every([a, b], [c], excluded=[d])
        either = standing(corpus, a) | standing(corpus, b)
        expected = (either & standing(corpus, c)) - standing(corpus, d)
        assert found(segments, expression) == expected, expression


QUERIES = (
    "人*府",
    "人?府",
    "?人 *财?",
    "财*-政",
    "人 NEAR/3 民",
    "人民 近/20 （政 | 财）",
    "-人 -民",
    "（人民 政）| （财 -税）",
    "第二 | 第2",
    "标题:题3 人",
    "机关:机关1 年份:2012..2020",
    "文号:机发7号",
    "-标题:题3 -机关:机关2",
    "标题:题3 | 标题:题4 | 人民",
    "(标题:题1 人) | -(一 | 二)",
    "“*”",
)


@pytest.mark.parametrize("typed", QUERIES)
def test_what_is_typed_is_met_as_the_rule_says(segments, corpus, typed: str) -> None:
    expression = parse(typed)
    rule = decide(expression.root)
    records = [_record(text, number) for number, text in enumerate(corpus)]
    expected = {one.provision for one in records if rule(one, keys(one))}
    assert expected
    assert found(segments, expression) == expected


def test_random_leaves_are_met_as_the_rule_says(segments, corpus) -> None:
    dice = random.Random(4)
    records = [_record(text, number) for number, text in enumerate(corpus)]
    folded = [(one.provision, keys(one)) for one in records]
    for _ in range(300):
        a, b = (part(corpus, dice)[:2] for _ in range(2))
        least = dice.randrange(3)
        gaps = (Gap(dice.randrange(2), 9), Gap(least, least + dice.randrange(12)), Gap(0, 0))
        near = Near((Text((a,)),), (Text((b, "政")),), dice.randrange(30))
        for leaf in (Pattern((a, b), gaps, ""), near):
            expected = {name for name, texts in folded if any(map(leaf.stands, texts))}
            assert found(segments, Expression(All((leaf,)))) == expected, leaf


def test_a_heading_above_is_no_match(segments, corpus) -> None:
    assert len(segments) == 2
    assert found(segments, parse("人民政府")) == standing(corpus, "人民政府")


def test_without_words_every_row_answers(segments) -> None:
    assert len(found(segments, Expression())) == 160


def test_a_filter_keeps_rows_of_the_document(index: Path) -> None:
    (segment,) = open_segments(index)
    assert admitted(segment, SearchFilter(documents=("alpha",))).tolist() == [True] * 6
    assert not admitted(segment, SearchFilter(documents=("beta",))).any()
    assert admitted(segment, SearchFilter()) is None


def test_deleted_rows_do_not_answer(index: Path) -> None:
    writer.update(index, ["alpha"], [], JobContext())
    assert not any(len(answering(one, parse("粮食"), ALL)) for one in open_segments(index))


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("的*的", ["的是的", "的", "是的", "的人民政府的"]),
        ("某*某", ["某人和某", "某", "人某"]),
        ("政*政", ["政和*", "政", "*和*"]),
    ],
)
def test_grams_that_a_pattern_names_twice_must_occur_twice(
    tmp_path, make_provision, typed: str, texts: list[str]
) -> None:
    """Masked ones count as restored, and as printed."""
    records = [make_provision(text, number, path=()) for number, text in enumerate(texts)]
    writer.build(tmp_path / "index", records, JobContext())
    query = SearchQuery(typed, limit=None)
    found = {hit.provision for hit in IndexReader([tmp_path / "index"]).search(query).hits}
    assert found == {hit.provision for hit in scan.search(records, query).hits}
    assert found
