from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from policyviewer.ui.reader.gestures import SelectionActions
from policyviewer.ui.reader.selection_bar import SelectionBar, place_for
from policyviewer.ui.voice import can_speak

AREA = QRect(0, 0, 700, 600)
BAR = QSize(400, 40)


@given(st.integers(-50, 750), st.integers(-50, 650), st.integers(1, 700), st.integers(1, 900))
def test_the_bar_stays_inside_the_page(left: int, top: int, width: int, height: int):
    place = place_for(QRect(left, top, width, height), BAR, AREA)
    assert AREA.contains(QRect(place, BAR))


def test_the_bar_stands_above_the_words():
    selected = QRect(300, 300, 100, 30)
    assert QRect(place_for(selected, BAR, AREA), BAR).bottom() < selected.top()


def test_the_bar_stands_below_where_there_is_no_room_above():
    selected = QRect(300, 5, 100, 30)
    assert place_for(selected, BAR, AREA).y() > selected.bottom()


def test_nothing_in_the_bar_takes_the_focus(qtbot: QtBot):
    page = QWidget()
    qtbot.addWidget(page)
    bar = SelectionBar(SelectionActions(page), page)
    parts = [bar, *bar.findChildren(QToolButton)]
    assert {part.focusPolicy() for part in parts} == {Qt.FocusPolicy.NoFocus}


@pytest.mark.parametrize(("width", "rows"), [(900, 1), (260, 2)])
def test_a_narrow_page_gets_two_rows(qtbot: QtBot, width: int, rows: int):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    bar = SelectionBar(SelectionActions(page), page)
    bar.show_at(QRect(40, 300, 60, 30))
    assert len({button.y() for button in bar.findChildren(QToolButton)}) == rows


def test_every_button_has_a_name(qtbot: QtBot):
    page = QWidget()
    qtbot.addWidget(page)
    bar = SelectionBar(SelectionActions(page), page)
    names = [button.accessibleName() for button in bar.findChildren(QToolButton)]
    assert len(set(names)) == len(names) == 11 + can_speak()
