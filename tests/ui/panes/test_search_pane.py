from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import SearchHit, SearchPage, SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.panes.hit_delegate import HitView
from policyviewer.ui.panes.search_pane import SearchPane, state_text

HIT = SearchHit(
    DocumentId("d"), "题", "x.txt", "main/l1_1", "一、", (), "《题》", 1.0, "建设<基地>。",
    (TextRange(0, 2),), (TextRange(5, 7),),
)  # fmt: skip


def page(hits: int, total: int, hint: str = "") -> SearchPage:
    return SearchPage(SearchQuery("建设"), total, True, 2.6, (HIT,) * hits, hint)


@pytest.fixture
def pane(qtbot) -> SearchPane:
    pane = SearchPane()
    qtbot.addWidget(pane)
    pane.resize(280, 600)
    pane.show()
    return pane


def test_the_first_hit_opens(qtbot, pane: SearchPane):
    pane.show_page(page(2, 2))
    with qtbot.waitSignal(pane.hit_chosen) as caught:
        pane.open_first()
    assert caught.args == [HIT]


def test_nothing_found_shows_the_hint(pane: SearchPane):
    pane.show_page(page(0, 0, "没有找到“建设”。"))
    assert pane.findChild(HitView).isHidden()
    pane.open_first()  # nothing to open


def test_rows_are_as_high_as_their_excerpt(pane: SearchPane):
    pane.show_page(page(1, 1))
    tree = pane.findChild(HitView)
    group = tree.model().index(0, 0)
    assert tree.rowHeight(tree.model().index(0, 0, group)) > tree.rowHeight(group)


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (page(2, 2), "2 条结果 · 3 毫秒"),
        (page(2, 300), "300 条结果 · 3 毫秒"),
        (page(1, 1, "只找了三个字。"), "1 条结果 · 3 毫秒\n只找了三个字。"),
    ],
)
def test_the_state_counts(answer: SearchPage, text: str):
    assert state_text(answer) == text


def test_the_heading_stays_at_the_top_without_results(qtbot, pane: SearchPane):
    pane.show_page(page(0, 0, "没有找到。"))
    heading, empty = (
        next(label for label in pane.findChildren(QLabel) if label.property("role") == role)
        for role in ("heading", "empty")
    )
    qtbot.waitUntil(lambda: heading.height() <= 2 * heading.fontMetrics().height() + 16)
    assert empty.y() < pane.height() / 4
