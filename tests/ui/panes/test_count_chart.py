from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from policyviewer.ui.panes.count_chart import Bar, CountChart
from policyviewer.ui.theme import LIGHT

BARS = [Bar("2020", "2020年", 40, 40), Bar("2019", "2019年", 10, 40)]


@pytest.fixture
def chart(qtbot: QtBot) -> CountChart:
    chart = CountChart("年份")
    qtbot.addWidget(chart)
    chart.resize(320, 80)
    chart.show_bars(BARS)
    chart.show()
    return chart


def pixels(chart: CountChart, colour: str) -> int:
    picture = chart.grab().toImage()
    wanted = QColor(colour)
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y) == wanted for x, y in places)


def test_a_click_and_a_key_choose_once(qtbot: QtBot, chart: CountChart):
    told: list[str] = []
    chart.chosen.connect(told.append)
    place = chart.visualItemRect(chart.item(1)).center()
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert told == ["2019", "2019", "2020"]


def test_a_row_tells_its_name_and_count(chart: CountChart):
    words = chart.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "2020年，40 份文件"


def test_the_chosen_bar_has_the_accent_and_new_counts_keep_the_row(chart: CountChart):
    assert pixels(chart, LIGHT.accent) == 0
    chart.setCurrentRow(1)
    chart.show_bars([BARS[0], Bar("2019", "2019年", 10, 40, chosen=True)])
    assert chart.currentRow() == 1
    assert pixels(chart, LIGHT.accent) > 100


def test_no_bars(chart: CountChart):
    chart.show_bars([])
    assert chart.count() == 0


def test_all_rows_are_in_view_in_large_print_too(chart: CountChart):
    font = chart.font()
    font.setPixelSize(26)
    chart.setFont(font)
    assert chart.visualItemRect(chart.item(1)).bottom() < chart.viewport().height()
