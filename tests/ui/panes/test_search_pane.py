from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QTreeView

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import (
    Facet,
    FacetName,
    FacetValue,
    SearchHit,
    SearchPage,
    SearchQuery,
)
from policyviewer.domain.ranges import TextRange
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
    with qtbot.waitSignal(pane.hit_entered) as caught:
        pane.open_first()
    assert caught.args == [HIT]


def test_nothing_found_shows_the_hint(pane: SearchPane):
    pane.show_page(page(0, 0, "没有找到“建设”。"))
    assert pane.findChild(QTreeView).isHidden()
    pane.open_first()  # nothing to open


def test_rows_are_as_high_as_their_excerpt(pane: SearchPane):
    pane.show_page(page(1, 1))
    tree = pane.findChild(QTreeView)
    group = tree.model().index(0, 0)
    assert tree.rowHeight(tree.model().index(0, 0, group)) > tree.rowHeight(group)


def counted(answer: SearchPage, documents: int) -> SearchPage:
    values = tuple(FacetValue(str(at), f"题{at}", 1) for at in range(documents))
    return replace(answer, facets=(Facet(FacetName.DOCUMENT, values),))


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (page(2, 2), "共 2 条 · 3 毫秒"),
        (counted(page(2, 300), 7), "共 300 条 · 7 份文件 · 3 毫秒"),
        (counted(page(2, 9000), 200), "共 9000 条 · 3 毫秒"),
        (replace(page(1, 1), complete=False), "最接近的 1 条 · 3 毫秒"),
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
