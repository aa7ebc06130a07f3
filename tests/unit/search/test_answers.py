from __future__ import annotations

import pytest

from policyviewer.domain.queries import Order, SearchFilter, SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import hints, scan, writer
from policyviewer.search.answers import MOST_CHARACTERS, MOST_TEXTS, NEAREST
from policyviewer.search.reader import IndexReader


@pytest.fixture
def dated(make_provision):
    dates = ("2019-01-01", "????-05-06", "2021-03-04", "", "2019-01-01")
    return [make_provision("粮食", number, written=date) for number, date in enumerate(dates)]


def order(provisions, **more) -> list[str]:
    page = scan.search(provisions, SearchQuery("粮食", **more))
    return [hit.provision[-1] for hit in page.hits]


def test_the_newest_come_first_and_the_undated_last(dated) -> None:
    assert order(dated, order=Order.DATE) == ["2", "0", "4", "1", "3"]


def test_equal_scores_stand_in_order_of_the_documents(dated) -> None:
    assert order(dated) == order(dated, order=Order.DOCUMENT) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(("limit", "shown"), [(2, 2), (0, 0), (-1, 0), (None, 5), (99, 5)])
def test_the_limit_cuts_the_page_and_not_the_total(dated, limit, shown: int) -> None:
    page = scan.search(dated, SearchQuery("粮食", limit=limit))
    assert (len(page.hits), page.total, page.complete) == (shown, 5, True)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("", hints.EMPTY),
        (" \n　", hints.EMPTY),
        ("-粮食", hints.ONLY_EXCLUDED),
        ("粮" * (MOST_CHARACTERS + 1), hints.too_long(MOST_CHARACTERS + 1, MOST_CHARACTERS)),
        ("粮 " * (MOST_TEXTS + 1), ""),
        (" ".join(map(str, range(MOST_TEXTS + 1))), hints.too_many(MOST_TEXTS)),
    ],
)
def test_what_cannot_be_answered_gets_a_hint(provisions, typed: str, hint: str) -> None:
    page = scan.search(provisions, SearchQuery(typed))
    assert page.hint == hint
    assert page.complete is (not hint)


def test_a_short_text_is_no_question(provisions) -> None:
    page = scan.search(provisions, SearchQuery("粮食区块链"))
    assert (page.total, page.complete) == (0, True)


@pytest.mark.parametrize(
    "typed",
    ["怎样才能保障粮食安全呢 -农业", "“怎样才能保障粮食安全呢”", "怎样才能保障粮食安全呢|无"],
)
def test_who_uses_operators_asks_no_question(provisions, typed: str) -> None:
    page = scan.search(provisions, SearchQuery(typed))
    assert (page.total, page.complete) == (0, True)


def test_a_question_about_nothing_is_not_found(provisions) -> None:
    page = scan.search(provisions, SearchQuery("zyxw vuts rqpo nmlk"))
    assert page.hint.startswith("没有找到")


@pytest.mark.parametrize(
    ("typed", "kept", "left_out"),
    [
        ("河长制 办法", [1], ["办法"]),
        ("办法 河长制 考核", [1], ["办法"]),
        ("河长制 考核 区块链 办法", [1], ["区块链", "办法"]),
        ("评价 河长制 办法", [1], ["评价", "办法"]),
        ("评价 办法 区块链 -指标", [2], ["区块链"]),
    ],
)
def test_when_nothing_has_all_words_the_rarest_is_kept(
    make_provision, tmp_path, typed: str, kept: list[int], left_out: list[str]
) -> None:
    texts = ["考核办法", "河长制考核", "评价办法", "评价办法指标", "办法另行制定"]
    records = [make_provision(text, number) for number, text in enumerate(texts)]
    writer.build(tmp_path / "index", records, JobContext())
    query = SearchQuery(typed)
    for page in (scan.search(records, query), IndexReader([tmp_path / "index"]).search(query)):
        assert [hit.provision for hit in page.hits] == [records[at].provision for at in kept]
        assert (page.complete, page.hint) == (False, hints.left_out(left_out))


def test_only_so_many_come_near(make_provision) -> None:
    provisions = [make_provision("粮食安全", number) for number in range(NEAREST + 5)]
    page = scan.search(provisions, SearchQuery("怎样才能保障粮食的安全呢", limit=None))
    assert page.total == len(page.hits) == NEAREST


def test_time_is_told_in_milliseconds(provisions) -> None:
    assert scan.search(provisions, SearchQuery("粮食")).elapsed_ms > 0


def test_matches_count_from_the_start_of_the_document(make_provision) -> None:
    (hit,) = scan.search([make_provision("前文粮食", 3)], SearchQuery("粮食")).hits
    assert [(one.start, one.end) for one in hit.matches] == [(3002, 3004)]


@pytest.mark.parametrize(
    ("offset", "limit", "shown"),
    [(0, 2, "20"), (2, 2, "41"), (4, 2, "3"), (5, 2, ""), (3, None, "13"), (-1, 1, "2")],
)
def test_a_page_begins_where_it_is_asked_to(dated, offset: int, limit, shown: str) -> None:
    found = order(dated, order=Order.DATE, offset=offset, limit=limit)
    assert "".join(found) == shown


@pytest.mark.parametrize(
    ("typed", "within", "shown"),
    [
        ("安全", (), [1, 2]),
        ("安全", ("粮食",), [1]),
        ("安全", ("粮食", "生产"), []),
        ("生产", ("安全", "安全 生产"), [2]),
    ],
)
def test_a_search_within_results_finds_what_answers_both(
    make_provision, tmp_path, typed: str, within: tuple[str, ...], shown: list[int]
) -> None:
    texts = ["粮食", "粮食安全", "安全生产", "生产"]
    records = [make_provision(text, number) for number, text in enumerate(texts)]
    writer.build(tmp_path / "index", records, JobContext(), len(records))
    query = SearchQuery(typed, within=within)
    for page in (scan.search(records, query), IndexReader([tmp_path / "index"]).search(query)):
        assert sorted(hit.provision for hit in page.hits) == [f"main/p{at}" for at in shown]
        assert page.total == len(shown)


def test_what_was_sought_before_is_marked_too(provisions) -> None:
    (hit,) = scan.search(provisions, SearchQuery("农田", within=("粮食",))).hits
    assert {span.of(hit.excerpt) for span in hit.highlights} == {"农田", "粮食"}


def test_a_question_within_results_gets_the_nearest_of_them(make_provision, tmp_path) -> None:
    texts = ["粮食安全由谁负责", "粮食安全由县长负责", "安全生产由谁来负责监督"]
    records = [make_provision(text, number) for number, text in enumerate(texts)]
    writer.build(tmp_path / "index", records, JobContext(), len(records))
    query = SearchQuery("安全工作应当由谁负责呢", within=("县长",))
    page = IndexReader([tmp_path / "index"]).search(query)
    assert [hit.provision for hit in page.hits] == ["main/p1"]


def test_who_filters_all_hits_out_is_told_how_many_there_are(provisions) -> None:
    page = scan.search(provisions, SearchQuery("粮食", wanted=SearchFilter(kinds=("令",))))
    assert (page.total, page.hint) == (0, hints.kept_out("粮食", 1))


def test_within_the_nearest_hits_of_a_question_nothing_is_complete(provisions) -> None:
    asked = "怎样才能保障粮食的安全呢"
    page = scan.search(provisions, SearchQuery("农田", within=(asked,)))
    assert (page.total, page.complete) == (1, False)


@pytest.mark.parametrize(
    ("typed", "shown", "hint"),
    [
        ("地方债务", [0], hints.parted("地方债务", ["地方", "债务"])),
        ("河长制考核", [1], hints.parted("河长制考核", ["河长制", "考核"])),
        ("“地方债务”", [], hints.not_found("“地方债务”")),
        ("地方森林", [], hints.not_found("地方森林")),
        ("地方 债务", [0], ""),
        ("地债", [], hints.not_found("地债")),
    ],
)
def test_a_compound_that_nowhere_stands_is_looked_for_in_two(
    make_provision, tmp_path, typed: str, shown: list[int], hint: str
) -> None:
    texts = ["地方政府的债务", "河长制由考核办考核", "债务人", "河长", "森林"]
    records = [make_provision(text, n, title="", path=()) for n, text in enumerate(texts)]
    writer.build(tmp_path / "index", records, JobContext(), len(records))
    for page in (
        scan.search(records, SearchQuery(typed)),
        IndexReader([tmp_path / "index"]).search(SearchQuery(typed)),
    ):
        assert [hit.provision for hit in page.hits] == [f"main/p{at}" for at in shown]
        assert page.hint == hint
