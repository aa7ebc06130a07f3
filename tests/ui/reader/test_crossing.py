from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document, Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.view import ReaderView
from policyviewer.ui.reader.visible import line_top

Make = Callable[[str], Document]
Show = Callable[..., None]


@pytest.fixture
def view(pane: ReaderPane) -> ReaderView:
    found = pane.findChild(ReaderView)
    assert found is not None
    return found


@pytest.fixture
def table(duties: Outline, make_document: Make, show: Show) -> str:
    """Give the text of the table on the page."""
    show(make_document(duties.text))
    return duties.text


def span(text: str, first: str, last: str) -> TextRange:
    return TextRange(text.index(first), text.index(last) + len(last))


def place_of(view: ReaderView, at: int) -> QPoint:
    """Give the place of a code point in the viewport, a little inside its character."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.position_of(at))
    return view.cursorRect(cursor).center() + QPoint(1, 0)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("加快", "水质"),
        ("水厂", "水务"),
        ("务", "老旧"),
        ("区人民", "水厂"),
        ("管网", "落实"),
        ("印发", "落实"),
        ("1", "市住"),
    ],
    ids=["cell", "cells", "rows", "into", "out of", "over", "whole cells"],
)
def test_what_is_selected_is_what_was_meant(pane: ReaderPane, table: str, first: str, last: str):
    wanted = span(table, first, last)
    pane.select(wanted)
    assert pane.selection() == wanted


def test_dragging_over_cells_takes_the_words_between(
    pane: ReaderPane, view: ReaderView, table: str
):
    wanted = span(table, "水厂", "市水")
    start, end = place_of(view, wanted.start), place_of(view, wanted.end)
    seen: list[TextRange | None] = []
    pane.selection_changed.connect(seen.append)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 11):
        QTest.mouseMove(port, start + (end - start) * part / 10)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert pane.selection() == wanted
    assert seen[-1] == wanted


def test_dragging_beyond_the_edge_takes_what_comes_into_view(
    pane: ReaderPane,
    view: ReaderView,
    show: Show,
    make_document: Make,
    long_table: Callable[[int], str],
    qtbot: QtBot,
):
    text = long_table(200)
    show(make_document(text))
    port, begin = view.viewport(), text.index("第2号")
    start = place_of(view, begin)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(5, 60))
    beyond = QPoint(start.x(), port.height() + 40)
    QCursor.setPos(port.mapToGlobal(beyond))
    QTest.mouseMove(port, beyond)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 300)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(start.x(), port.height() - 5))
    selected = pane.selection()
    assert selected is not None
    assert selected.start == begin
    assert view.verticalScrollBar().value() < 600
    top = view.top_code_point()
    assert top < selected.end
    assert selected.end - top < 2_000


def test_shift_and_arrows_go_from_cell_to_cell(pane: ReaderPane, view: ReaderView, table: str):
    begin = table.index("水质")
    pane.select(TextRange(begin, begin + 1))
    pane.set_focus_on_text()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection() == TextRange(begin, table.index("市水务局") + 1)


def test_keys_bring_the_end_of_the_selection_into_view(
    pane: ReaderPane,
    view: ReaderView,
    show: Show,
    make_document: Make,
    long_table: Callable[[int], str],
):
    text = long_table(200)
    at = text.index("第24号")
    show(make_document(text), at)
    pane.select(TextRange(at, at + 1))
    seen = view.verticalScrollBar().value()
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    selected = pane.selection()
    assert selected is not None
    assert selected.start == at
    assert 20 < selected.length < 60
    assert abs(view.verticalScrollBar().value() - seen) < 40
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.verticalScrollBar().value() > seen


def test_a_new_selection_forgets_the_old_end(pane: ReaderPane, table: str):
    pane.select(span(table, "水厂", "市水务局"))
    pane.select(span(table, "各区", "政府"))
    assert pane.selection() == span(table, "各区", "政府")


def test_everything_is_selected(pane: ReaderPane, view: ReaderView, table: str):
    pane.select(span(table, "水厂", "市水务局"))
    view.selectAll()
    assert pane.selection() == TextRange(0, len(table))


def test_a_selection_over_two_grids_keeps_its_ends(
    pane: ReaderPane, show: Show, make_document: Make, long_table: Callable[[int], str]
):
    text = long_table(300)
    show(make_document(text))
    wanted = span(text, "第20号", "第120号")
    pane.select(wanted)
    assert pane.selection() == wanted


def test_a_selection_survives_a_new_size_of_type(pane: ReaderPane, table: str, qtbot: QtBot):
    wanted = span(table, "水厂", "更新")
    pane.select(wanted)
    pane.set_zoom(1.5)
    qtbot.waitUntil(lambda: not pane.filling)
    assert pane.selection() == wanted


def test_a_row_is_placed_with_its_upper_line(view: ReaderView, table: str):
    tops = {
        line_top(view.document(), view.position_of(table.index(words)))
        for words in ("1\t", "加快", "市水务局")
    }
    assert len(tops) == 1


def test_a_hit_test_in_a_cell_finds_its_code_point(view: ReaderView, table: str):
    for words in ("任务\t", "更新", "住建局", "落实"):
        at = table.index(words)
        point = QPointF(place_of(view, at)) + QPointF(2, 0)
        layout = view.document().documentLayout()
        there = layout.hitTest(
            point + QPointF(0, view.verticalScrollBar().value()), Qt.HitTestAccuracy.ExactHit
        )
        assert view.position_of(at) == there
