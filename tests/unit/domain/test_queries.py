from __future__ import annotations

from policyviewer.domain.queries import Order, SearchFilter, SearchQuery


def test_a_query_asks_for_the_best_twenty_of_all() -> None:
    query = SearchQuery("粮食")
    assert (query.limit, query.order, query.wanted) == (20, Order.RELEVANCE, SearchFilter())


def test_orders_have_the_names_of_the_command_line() -> None:
    assert [order.value for order in Order] == ["relevance", "date", "document"]


def test_queries_are_values() -> None:
    assert len({SearchQuery("粮食"), SearchQuery("粮食"), SearchQuery("粮食", limit=None)}) == 2
