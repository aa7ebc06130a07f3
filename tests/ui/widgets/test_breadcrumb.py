from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from policyviewer.ui.widgets.breadcrumb import Breadcrumb, Crumb, fitting

CRUMBS = (
    Crumb("Part III: long words", 10),
    Crumb("Chapter 2: more words", 20),
    Crumb("Section 1", 30),
    Crumb("Article 54", 40),
)


@pytest.fixture
def bar(qtbot: QtBot) -> Breadcrumb:
    bar = Breadcrumb()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def shown(bar: Breadcrumb) -> list[str]:
    return [one.text() for one in bar.findChildren(QPushButton) if one.isVisible()]


@pytest.mark.parametrize(
    ("room", "kept"),
    [(400, [0, 1, 2, 3]), (330, [0, 2, 3]), (220, [0, 3]), (150, [3]), (20, [3])],
)
def test_both_ends_stay_the_longest(room: int, kept: list[int]):
    assert fitting([90, 90, 90, 90], room, 10) == kept


def test_without_headings_there_is_nothing(bar: Breadcrumb):
    bar.show_crumbs(CRUMBS)
    bar.show_crumbs(())
    assert fitting([], 100, 10) == []
    assert shown(bar) == []


def test_all_show_where_there_is_room(bar: Breadcrumb):
    bar.resize(2000, 24)
    bar.show_crumbs(CRUMBS)
    assert shown(bar) == [one.text for one in CRUMBS]
    signs = [one.text() for one in bar.findChildren(QLabel) if one.isVisible()]
    assert signs == ["›", "›", "›"]


def test_what_is_left_out_is_in_the_tool_tip(bar: Breadcrumb):
    bar.show_crumbs(CRUMBS)
    bar.resize(bar.fontMetrics().horizontalAdvance(CRUMBS[0].text) * 2, 24)
    assert len(shown(bar)) < len(CRUMBS)
    assert all(one.text in bar.toolTip() for one in CRUMBS)


def test_a_click_says_where(qtbot: QtBot, bar: Breadcrumb):
    bar.resize(2000, 24)
    bar.show_crumbs(CRUMBS)
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar.findChildren(QPushButton)[2].click()
    assert chosen.args == [30]
