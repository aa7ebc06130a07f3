from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.selection_bar import SelectionBar
from policyviewer.ui.reader.view import ReaderView

Show = Callable[..., None]


def view_of(pane: ReaderPane) -> ReaderView:
    view = pane.findChild(ReaderView)
    assert view is not None
    return view


def bar_of(pane: ReaderPane) -> SelectionBar:
    bar = pane.findChild(SelectionBar)
    assert bar is not None
    return bar


def settle(pane: ReaderPane) -> None:
    pane.select(TextRange(20, 26))
    view_of(pane).selection_settled.emit()


def menu_of(pane: ReaderPane, qtbot: QtBot) -> QMenu:
    view_of(pane).menu_requested.emit(QPoint(50, 50))
    menu = next(one for one in pane.findChildren(QMenu) if one.isVisible())
    qtbot.addWidget(menu)
    return menu


def test_the_bar_goes_with_the_selection(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    settle(pane)
    view_of(pane).drop_selection()
    assert not bar_of(pane).isVisible()


def test_the_bar_goes_when_the_page_moves(pane: ReaderPane, show: Show, seed: Document):
    show(seed)
    settle(pane)
    bar = view_of(pane).verticalScrollBar()
    bar.setValue(bar.value() + 40)
    assert not bar_of(pane).isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_offers_a_bookmark_without_a_selection(
    pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot
):
    show(seed, 144)
    menu = menu_of(pane, qtbot)
    bookmark = next(one for one in menu.actions() if one.text() == "书签")
    with qtbot.waitSignal(pane.bookmark_requested) as told:
        bookmark.trigger()
    assert told.args == [TextRange(144, 144)]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_forbids_what_needs_words(
    pane: ReaderPane, show: Show, seed: Document, qtbot: QtBot
):
    show(seed)
    enabled = [one.text() for one in menu_of(pane, qtbot).actions() if one.isEnabled()]
    assert "复制" not in enabled
    assert "全选" in enabled


def test_a_mark_that_is_made_leaves_the_page_where_it_is(
    pane: ReaderPane, show: Show, seed: Document
):
    show(seed, 2008)
    pane.select(TextRange(2024, 2030))
    height = view_of(pane).verticalScrollBar().value()
    view_of(pane).drop_selection()
    assert view_of(pane).verticalScrollBar().value() == height
