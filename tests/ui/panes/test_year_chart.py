from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from policyviewer.ui.panes.count_chart import Bar
from policyviewer.ui.panes.year_chart import YearChart, step_of_labels, timeline
from policyviewer.ui.theme import LIGHT


def year(value: str, count: int, *, chosen: bool = False) -> Bar:
    return Bar(value, f"{value}年" if value else "年份不详", count, 40, chosen)


BARS = [year("2020", 40), year("2018", 10), year("2017", 20), year("", 5)]


@pytest.fixture
def chart(qtbot: QtBot) -> YearChart:
    chart = YearChart("年份")
    qtbot.addWidget(chart)
    chart.resize(400, 140)
    chart.show_bars(BARS)
    chart.show()
    return chart


def test_time_goes_from_left_to_right_with_its_empty_years():
    told = [(one.value, one.count) for one in timeline(BARS)]
    assert told == [("2017", 20), ("2018", 10), ("2019", 0), ("2020", 40), ("", 0), ("", 5)]


def test_a_long_time_without_documents_shrinks():
    told = [(one.value, one.name) for one in timeline([year("1999", 1), year("1950", 1)])]
    assert told == [("1950", "1950年"), ("", "…"), ("1999", "1999年")]


def test_without_years_there_is_no_time():
    assert timeline([]) == []
    assert timeline([BARS[-1]]) == [BARS[-1]]


@pytest.mark.parametrize(("column", "step"), [(56, 1), (20, 2), (9, 5), (5, 10), (0.1, 100)])
def test_years_are_written_where_they_do_not_touch(column: float, step: int):
    assert step_of_labels(column, 28) == step


def test_columns_stand_side_by_side_and_all_in_view(chart: YearChart):
    places = [chart.visualItemRect(chart.item(row)) for row in range(chart.count())]
    assert all(one.right() < other.left() for one, other in pairwise(places))
    assert all(chart.viewport().rect().contains(one) for one in places)
    chart.resize(200, 140)
    assert chart.viewport().rect().contains(chart.visualItemRect(chart.item(chart.count() - 1)))


def test_more_years_than_fit_are_scrolled_to(chart: YearChart):
    chart.show_bars([year(str(1800 + number), 1) for number in range(200)])
    assert chart.visualItemRect(chart.item(199)).right() > chart.viewport().width()
    chart.setCurrentRow(199)
    assert chart.viewport().rect().contains(chart.visualItemRect(chart.item(199)).center())


def test_the_largest_count_is_the_highest_column(chart: YearChart):
    axis = height(chart, 2)  # a year without documents
    assert height(chart, 3) > height(chart, 0) > height(chart, 1) > axis == 1


def test_a_click_and_a_key_choose_once_and_empty_years_are_passed(qtbot: QtBot, chart: YearChart):
    told: list[str] = []
    chart.chosen.connect(told.append)
    for row in (1, 2):  # the second has no documents
        place = chart.visualItemRect(chart.item(row)).center()
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["2018"]
    chart.setCurrentRow(1)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert told == ["2018", "2020", ""]


def test_a_year_is_told_under_the_mouse_by_keyboard_or_when_chosen(qtbot: QtBot, chart: YearChart):
    qtbot.waitUntil(chart.hasFocus)
    chart.clearFocus()
    assert chart.told is None
    chart.show_bars([year("2020", 40), year("2018", 10, chosen=True)])
    assert chart.told is not None
    assert chart.told.value == "2018"
    chart.setCurrentRow(2)
    chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(lambda: chart.told is not None and chart.told.value == "2020")
    qtbot.mouseMove(chart.viewport(), chart.visualItemRect(chart.item(0)).center())
    qtbot.waitUntil(lambda: chart.told is not None and chart.told.value == "2018")
    chart.clearFocus()
    qtbot.mouseMove(chart.viewport(), chart.visualItemRect(chart.item(1)).center())
    qtbot.waitUntil(lambda: chart._under is None)


def test_other_counts_leave_the_keyboard_on_its_year(chart: YearChart):
    chart.setCurrentRow(3)
    chart.show_bars([year("2020", 3), year("1990", 1)])
    item = chart.currentItem()
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "2020年，3 份文件"
    chart.show_bars([year("1990", 1)])
    assert chart.currentRow() == -1
    chart.show_bars([])
    assert chart.count() == 0


def test_the_chosen_column_has_the_accent(chart: YearChart):
    assert column_pixels(chart, 0, LIGHT.accent) == 0
    chart.show_bars([year("2020", 40, chosen=True)])
    assert column_pixels(chart, 0, LIGHT.accent) > 20


def height(chart: YearChart, row: int) -> int:
    return column_pixels(chart, row, LIGHT.soft)


def column_pixels(chart: YearChart, row: int, colour: str) -> int:
    """Give how many pixels of a colour stand upon one another in the middle of a column."""
    picture = chart.viewport().grab().toImage()
    middle: QPoint = chart.visualItemRect(chart.item(row)).center()
    wanted = QColor(colour)
    return sum(picture.pixelColor(middle.x(), y) == wanted for y in range(picture.height()))
