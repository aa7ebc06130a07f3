from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QUrl
from tests.unit.laws import BODIES

from policyviewer.ui.synopsis.plan import Layout, SynopsisPlan
from policyviewer.ui.synopsis.view import SynopsisView
from policyviewer.ui.theme import DARK

LONG = tuple(f"第{number}项任务：{BODIES[number % 7]}" for number in range(60))


@pytest.fixture
def view(qtbot) -> SynopsisView:
    view = SynopsisView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    return view


def fill(qtbot, view: SynopsisView, plan: SynopsisPlan) -> None:
    view.show_plan(plan)
    qtbot.waitUntil(lambda: not view.filling)


def test_all_rows_come_and_only_the_first_ones_at_once(qtbot, view: SynopsisView, make):
    view.show_plan(SynopsisPlan(make(LONG, LONG[1:]), Layout.BESIDE, only_changes=False))
    assert 0 < view.row_count() < 61
    qtbot.waitUntil(lambda: not view.filling)
    assert view.row_count() == 61


def test_the_first_row_is_in_view_and_the_keyboard_changes_nothing(qtbot, view: SynopsisView, make):
    fill(qtbot, view, SynopsisPlan(make(LONG, LONG), Layout.BESIDE, only_changes=False))
    view.setFocus()
    assert view.row_at_top() == 0


def test_words_of_both_sides_can_be_read_and_copied(qtbot, view: SynopsisView, make):
    fill(qtbot, view, SynopsisPlan(make(), Layout.BESIDE, only_changes=False))
    text = view.toPlainText()
    assert BODIES[0] in text
    assert BODIES[0].replace("方便", "便利") in text
    assert "第四条 → 第四条" in text


def test_steps_lead_from_change_to_change_and_back(qtbot, view: SynopsisView, make):
    fill(qtbot, view, SynopsisPlan(make(), Layout.JOINED, only_changes=False))
    found = [view.current for _ in range(3) if view.step(1)]
    assert found == [1, 5, 8]
    assert not view.step(1)
    assert view.step(-1)
    assert view.current == 5


def test_a_row_that_is_not_there_yet_is_shown_when_it_is(qtbot, view: SynopsisView, make):
    view.show_plan(SynopsisPlan(make(LONG, LONG), Layout.BESIDE, only_changes=False))
    view.show_row(40)
    qtbot.waitUntil(lambda: not view.filling)
    assert view.current == 40
    assert view.row_at_top() == 40


def test_a_link_leads_to_a_place(qtbot, view: SynopsisView):
    with qtbot.waitSignal(view.place_chosen) as caught:
        view.anchorClicked.emit(QUrl("place:1:42"))
    assert caught.args == [1, 42]


def test_another_theme_and_zoom_keep_the_row(qtbot, view: SynopsisView, make):
    fill(qtbot, view, SynopsisPlan(make(LONG, LONG), Layout.BESIDE, only_changes=False))
    view.show_row(30)
    view.set_theme(DARK)
    view.set_zoom(1.5)
    qtbot.waitUntil(lambda: not view.filling)
    assert view.row_at_top() == 30


def test_the_menu_is_asked_for_the_row_under_the_mouse(qtbot, view: SynopsisView, make):
    fill(qtbot, view, SynopsisPlan(make(), Layout.BESIDE, only_changes=False))
    row = view._row_at(QPoint(60, 30))
    assert row == 0


def test_nothing_can_be_shown(qtbot, view: SynopsisView):
    view.show_plan(None)
    assert not view.step(1)
    assert view.row_count() == 0


def test_words_are_found_and_the_search_goes_round(qtbot, view: SynopsisView, make):
    fill(qtbot, view, SynopsisPlan(make(LONG, LONG), Layout.JOINED, only_changes=False))
    assert view.find_words("第59项任务")
    assert view.find_words("第3项任务")
    assert view.textCursor().selectedText() == "第3项任务"
    assert not view.find_words("此处没有")
    assert view.textCursor().selectedText() == "第3项任务"
