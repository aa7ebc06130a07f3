from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Outline
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.paper.job import PrintWish, laid_out
from policyviewer.ui.paper.page_view import PageView


@pytest.fixture
def view(qtbot: QtBot, seed: Outline) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.show_print(laid_out(PrintWish(seed, "来源：测试"), JobContext()))
    return made


def ink(view: PageView) -> int:
    picture = view.viewport().grab().toImage()
    dark = QColor("#606060").lightness()
    across, down = range(0, picture.width(), 3), range(0, picture.height(), 3)
    return sum(picture.pixelColor(x, y).lightness() < dark for x in across for y in down)


def test_pages_are_painted(view: PageView):
    assert view.count == 10
    assert ink(view) > 200


def test_keys_turn_pages(view: PageView, qtbot: QtBot):
    pages = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
        pages.append(view.page)
    assert pages == [2, 10, 9, 1]


def test_the_page_in_view_is_told_to_those_who_do_not_see_it(view: PageView):
    view.go_to(3)
    assert view.accessibleDescription() == "第 3 页，共 10 页"


def test_zooming_stays_on_the_page_and_comes_back(view: PageView):
    view.go_to(4)
    view.zoom(3)
    assert view.page == 4
    assert view.horizontalScrollBar().maximum() > 0
    view.zoom(0)
    assert view.horizontalScrollBar().maximum() == 0


def test_a_shorter_print_shows_its_last_page(view: PageView, notice: Outline):
    view.go_to(10)
    view.show_print(laid_out(PrintWish(notice, "来源：测试"), JobContext()))
    assert view.page == view.count
