from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from tests.unit.laws import BODIES

from policyviewer.ui.synopsis.page import SynopsisPage
from policyviewer.ui.synopsis.plan import Layout


@pytest.fixture
def page(qtbot) -> SynopsisPage:
    page = SynopsisPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    return page


def button(page: SynopsisPage, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == words)


def labels(page: SynopsisPage) -> str:
    return " ".join(one.text() for one in page.findChildren(object) if hasattr(one, "setBuddy"))


def test_it_says_what_is_compared_and_how_much_changed(page: SynopsisPage, make):
    page.show_compared(make())
    told = labels(page)
    assert "青山县道路条例" in told
    assert "未修改 5 条，修改 1 条，新增 1 条，删去 1 条" in told


def test_two_that_are_the_same_have_a_clear_answer(page: SynopsisPage, make):
    page.show_compared(make(BODIES, BODIES))
    assert "完全相同" in labels(page)
    assert not page.view.step(1)


def test_the_last_change_says_so(qtbot, page: SynopsisPage, make):
    page.show_compared(make())
    for _ in range(3):
        page.step(1)
    with qtbot.waitSignal(page.step_failed):
        page.step(1)


def test_how_rows_are_shown_is_chosen(page: SynopsisPage, make):
    page.show_compared(make())
    page.choose(layout=Layout.JOINED, only_changes=True)
    text = page.view.toPlainText()
    assert "方便便利" in text
    assert "第二条至第四条" in text


def test_the_choice_holds_for_what_is_exported(qtbot, page: SynopsisPage, make):
    page.show_compared(make())
    page.choose(only_changes=True)
    with qtbot.waitSignal(page.export_wanted) as caught:
        button(page, "导出…").click()
    assert caught.args == [True]


def test_a_row_of_a_local_document_can_be_tied_and_untied(qtbot, page: SynopsisPage, make):
    made = make(superior=True)
    page.show_compared(made)
    number = next(at for at, row in enumerate(made.synopsis.rows) if row.old and row.new)
    actions = {one.text(): one for one in page.menu_of(number).actions()}
    assert not actions["恢复自动判断"].isEnabled()
    with qtbot.waitSignal(page.untie_wanted) as caught:
        actions["解除对应，算作新增"].trigger()
    assert caught.args == [made.synopsis.rows[number]]


def test_a_row_leads_to_both_places_by_its_menu(qtbot, page: SynopsisPage, make):
    page.show_compared(make())
    with qtbot.waitSignal(page.place_chosen) as caught:
        page.menu_of(1).actions()[1].trigger()
    assert caught.args[0] == 1
    assert page.menu_of(99 % 9) is not None


def test_closing_leaves_nothing_behind(page: SynopsisPage, make):
    page.show_compared(make())
    page.clear()
    assert page.compared is None
    assert page.view.row_count() == 0


def test_words_that_are_not_there_are_told(qtbot, page: SynopsisPage, make):
    page.show_compared(make())
    page.begin_find()
    edit = page.findChild(QLineEdit)
    edit.setText("此处没有")
    with qtbot.waitSignal(page.not_found):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
