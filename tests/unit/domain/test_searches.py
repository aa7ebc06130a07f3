from __future__ import annotations

from policyviewer.domain.queries import Order, SearchFilter, SearchQuery
from policyviewer.domain.searches import lasting


def test_the_page_that_was_shown_is_not_kept() -> None:
    shown = SearchQuery(
        " 粮食 ", 50, Order.DATE, SearchFilter(kinds=("通知",), day="2026-01-01"), offset=100,
        within=("甲",), literal=("渝",), facets=True, suggest=True,
    )  # fmt: skip
    assert lasting(shown) == SearchQuery(
        "粮食", order=Order.DATE, wanted=SearchFilter(kinds=("通知",)), within=("甲",),
        literal=("渝",),
    )  # fmt: skip
