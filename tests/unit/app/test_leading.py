from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.app.destinations import Destination
from policyviewer.app.leading import led, widened
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import IndexedProvision, Order, SearchPage, SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.search import scan

NONE: tuple[str, ...] = ()


def unit(number: int, text: str) -> IndexedProvision:
    about = (DocumentId("d"), "某法", "某法.txt", f"art_{number}", f"第{number}条", NONE)
    return IndexedProvision(*about, f"《某法》第{number}条", 100 * number, text, text, number)


UNITS = [unit(1, "造林，造林。"), unit(2, "应当造林。"), unit(3, "其他\n事项。\n")]


def ask(text: str, **more: object) -> SearchPage:
    return scan.search(UNITS, SearchQuery(text, **more))  # type: ignore[arg-type]


def place(number: int, *, outright: bool = True) -> Destination:
    one = UNITS[number - 1]
    span = TextRange(one.start, one.start + len(one.text))
    return Destination(one, span, f"{one.citation}第一款", outright)


def order(page: SearchPage) -> list[str]:
    return [hit.provision for hit in page.hits]


def test_without_places_the_page_is_as_it_was() -> None:
    page = ask("造林")
    assert led(page, []) is page


@pytest.mark.parametrize("outright", [True, False])
def test_a_hit_that_is_named_moves_to_the_front(outright: bool) -> None:
    page = led(ask("造林"), [place(2, outright=outright)])
    assert (order(page), page.total) == (["art_2", "art_1"], 2)


def test_a_place_without_the_words_is_added_when_it_is_named_outright() -> None:
    page = led(ask("造林"), [place(3)])
    assert (order(page), page.total) == (["art_3", "art_1", "art_2"], 3)


def test_a_title_is_not_added_to_provisions_with_the_words() -> None:
    page = led(ask("造林"), [place(3, outright=False)])
    assert (order(page), page.total) == (["art_1", "art_2"], 2)


@pytest.mark.parametrize("typed", ["某法 3 1", "造林 某法", "某法第三条怎么规定的"])
def test_a_place_stands_for_what_only_comes_near(typed: str) -> None:
    page = led(ask(typed), [place(3, outright=False)])
    assert (order(page), page.total, page.complete, page.hint) == (["art_3"], 1, True, "")


def test_what_is_meant_is_marked_to_its_last_character() -> None:
    (hit,) = led(ask("无"), [place(3)]).hits
    assert hit.citation == "《某法》第3条第一款"
    assert hit.matches == (TextRange(300, 306),)
    assert [one.of(hit.excerpt) for one in hit.highlights] == ["其他 事项。"]


def test_the_limit_holds() -> None:
    page = led(ask("造林", limit=1), [place(3)])
    assert (order(page), page.total) == (["art_3"], 3)


def test_another_order_is_kept() -> None:
    page = ask("造林", order=Order.DATE)
    assert led(page, [place(2)]) == page
    assert order(led(replace(page, total=0, hits=()), [place(2)])) == ["art_2"]


def test_pages_after_the_first_go_on_behind_the_places() -> None:
    """The page is asked for from the first hit on, and cut when the places stand before it."""
    query = SearchQuery("造林", offset=1, limit=1)
    assert (widened(query).offset, widened(query).limit) == (0, 2)
    pages = []
    for offset in range(4):
        query = replace(query, offset=offset)
        page = replace(scan.search(UNITS, widened(query)), query=query)
        pages.append(order(led(page, [place(3)])))
    assert pages == [["art_3"], ["art_1"], ["art_2"], []]


def test_all_that_follows_is_asked_for_without_a_limit() -> None:
    assert widened(SearchQuery("造林", offset=3, limit=None)).limit is None
