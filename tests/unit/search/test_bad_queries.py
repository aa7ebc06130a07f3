"""Whatever is typed gets an answer or a hint, and no more work than a sensible query."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis.strategies import (
    builds,
    characters,
    integers,
    lists,
    none,
    one_of,
    sampled_from,
    text,
    tuples,
)

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import (
    Facet,
    FacetName,
    IndexedProvision,
    Order,
    SearchFilter,
    SearchPage,
    SearchQuery,
)
from policyviewer.domain.tasks import JobContext
from policyviewer.search import matching, scan, writer
from policyviewer.search.answers import MOST_TEXTS
from policyviewer.search.leaves import _PAIRS
from policyviewer.search.reader import IndexReader
from policyviewer.search.spelling import MOST

FRAGMENTS = (
    *"()（）[]{}〔〕\"“”「」『』|｜-－*＊?？%_^$.+\\/:：;；,，。、！!'`~#&=<>",  # noqa: RUF001
    *" \u3000\n\t\0\x07\x1b\x7f",
    *("的", "一", "人民", "政府", "粮食", "农业", "第12条", "第十二条", "二○二○年", "１００"),
    *("😀", "👨‍👩‍👧", "\ud800", "\udfff", "\ufeff", "\u202e", "e\u0301", "𠮷"),
    *(" OR ", " 或 ", " AND ", " NOT ", " NEAR ", " NEAR/999 ", " NEAR/999999999999 ", " 近/0 "),
    *("标题:", "机关:", "文号:", "年份:", "文种:", "效力:", "年份:9999..0000", "年份:-1..99999"),
    *("'; DROP TABLE x;--", "(a+)+$", "[^x]{1,9999}", "\\d+", "(?=", "%s", "{0}", "${x}"),
    *("*的*", "?*?", "的*的", "*一*", "人民*府", "****", "????", "吗", "什么"),
)
TYPED = lists(sampled_from(FRAGMENTS), max_size=40).map("".join) | text(
    characters(exclude_categories=[]), max_size=80
)
LONG = builds(lambda part, times: part * times, TYPED, integers(1, 400))
WORDS = one_of(TYPED, LONG).filter(lambda typed: len(typed) <= 10_000)
YEAR = one_of(none(), integers(-(10**30), 10**30))
FILTERS = builds(
    SearchFilter,
    issuers=lists(TYPED, max_size=2).map(tuple),
    kinds=lists(TYPED, max_size=2).map(tuple),
    statuses=lists(one_of(TYPED, sampled_from(["in_force"])), max_size=2).map(tuple),
    day=one_of(none(), TYPED),
    years=one_of(none(), tuples(YEAR, YEAR)),
    levels=lists(one_of(TYPED, sampled_from(["province"])), max_size=2).map(tuple),
    documents=lists(one_of(TYPED, sampled_from(["alpha"])), max_size=2).map(tuple),
)
QUERIES = builds(
    SearchQuery,
    WORDS,
    limit=one_of(none(), integers(-5, 10**20)),
    order=sampled_from(Order),
    wanted=one_of(sampled_from([SearchFilter()]), FILTERS),
    offset=integers(-(10**20), 10**20),
    within=lists(sampled_from(["的 | 一", "“人民”", "", "((", "人" * 2000]), max_size=2).map(tuple),
    literal=lists(TYPED, max_size=2).map(tuple),
    facets=sampled_from([False, True]),
)
_THOROUGH = settings(suppress_health_check=[*HealthCheck], deadline=None)
TEXTS = (
    "关于加快发展现代农业的实施意见：第12条、第十三条的规定。",
    "各级人民*府要把粮食安全放在首位，建设高标准农田１００万亩的一切工作",
    "（一）强化科技支撑。支持“数字乡村”建设 (a+)+$ 100%_ [x] \\\\d+ 'DROP TABLE'",
    "财*部门的一般资金的统一管理的人员（国发〔2020〕7号）。😀𠮷",
    "二○二○年底前完成的一批的的的，人民政府负总责；NEAR OR AND NOT",
)
CHARACTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯巳午天地玄黄宇宙洪荒日月盈昃辰宿列张寒"
NUMBERS = "|".join(f"第{n}条第{n}年第{n}号" for n in range(11, 26))


def _provision(text: str, number: int) -> IndexedProvision:
    return IndexedProvision(
        document=DocumentId("alpha"),
        title="关于现代农业的意见",
        source="a.txt",
        provision=f"p{number}",
        marker="",
        path=(),
        citation="",
        start=0,
        text=text,
        restored=text.replace("*", "政"),
        ordinal=number,
        issuers=("贵州省人民政府",),
        kind="意见",
        written="2020-07-30",
    )


PROVISIONS = [_provision(text, number) for number, text in enumerate(TEXTS)]


def found(page: SearchPage) -> list[str]:
    return sorted(hit.provision for hit in page.hits)


def counts(facet: Facet) -> dict[str, int]:
    return {one.value: one.count for one in facet.values}


@pytest.fixture(scope="module")
def drilled(tmp_path_factory: pytest.TempPathFactory) -> IndexReader:
    folder: Path = tmp_path_factory.mktemp("index")
    writer.build(folder, PROVISIONS[:3], JobContext())
    writer.update(folder, [], PROVISIONS[3:], JobContext())
    return IndexReader([folder])


@_THOROUGH
@given(WORDS)
@example("(" * 10_000)
@example("（人 " * 200 + "民）" * 100)
@example("的*" * 400)
@example(f"({NUMBERS}) NEAR/10 ({NUMBERS})")
def test_any_words_get_hits_or_a_hint_and_what_a_scan_gives(drilled, typed: str) -> None:
    query = SearchQuery(typed, limit=None)
    page, scanned = drilled.search(query), scan.search(PROVISIONS, query)
    assert page.hits or page.hint
    if not scanned.complete and scanned.total and not page.total:
        return  # a scan takes one character in common for near, the index only two
    assert (page.complete, page.hint) == (scanned.complete, scanned.hint)
    if page.complete:
        assert page.total == scanned.total
        assert found(page) == found(scanned)


@_THOROUGH
@given(QUERIES)
@example(SearchQuery("((((((农业", limit=None, within=("“人民”",)))
def test_any_query_gets_the_counts_of_a_scan(drilled, query: SearchQuery) -> None:
    page, scanned = drilled.search(query), scan.search(PROVISIONS, query)
    assert len(page.facets) == len(scanned.facets) == (len(FacetName) if query.facets else 0)
    if scanned.complete and page.complete:  # what only comes near is counted by neither alike
        assert (page.total, len(page.hits)) == (scanned.total, len(scanned.hits))
        assert [*map(counts, page.facets)] == [*map(counts, scanned.facets)]


@_THOROUGH
@given(TYPED)
@example(f"({NUMBERS}) NEAR/10 ({NUMBERS})")
@example("的|" * 499)
def test_no_query_looks_for_more_candidates_than_its_words_can_be_spelled(
    drilled, typed: str
) -> None:
    asked = 0
    looked = matching._with_grams

    def counted(*rest):
        nonlocal asked
        asked += 1
        return looked(*rest)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(matching, "_with_grams", counted)
        drilled.search(SearchQuery(typed))
    segments, turns = 2, 3 * MOST_TEXTS  # words that are left out are tried one by one
    assert asked <= segments * turns * MOST_TEXTS * max(MOST, _PAIRS)


@pytest.mark.parametrize(
    "typed",
    [
        "的*" * 400,
        "的?" * 400,
        f"{'的*' * 20}的 {'人*' * 20}人",
        f"({'|'.join(CHARACTERS[:16])}) NEAR/9 ({'|'.join(CHARACTERS[16:])})",
        " ".join(CHARACTERS),
    ],
)
def test_too_many_texts_are_told_however_they_are_joined(drilled, typed: str) -> None:
    page = drilled.search(SearchQuery(typed))
    assert (page.total, page.complete) == (0, False)
    assert str(MOST_TEXTS) in page.hint


def test_a_word_that_is_said_again_is_looked_for_once(drilled, monkeypatch) -> None:
    looked: list[str] = []
    plain = matching._with_text
    monkeypatch.setattr(
        matching, "_with_text", lambda *rest: looked.append(rest[1]) or plain(*rest)
    )
    assert drilled.search(SearchQuery("人 " * 400)).total
    assert drilled.search(SearchQuery("人|" * 400 + "人")).total
    assert len(looked) == 2 * 2  # in each of two segments
