from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from policyviewer.app.name_list import NameList
from policyviewer.domain.name_counts import FormCount, NameCount
from policyviewer.domain.named import NameKind
from policyviewer.ui.panes.names_page import NamesPage

CITY = NameCount(NameKind.PLACE, "重庆", (FormCount("重庆", 4), FormCount("重庆市", 2)), 5, 1)
NAMES = [
    CITY,
    NameCount(NameKind.PLACE, "贵州", (FormCount("贵州", 3),), 3, 2),
    NameCount(NameKind.BODY, "财政部", (FormCount("财政部", 1),), 1, 1),
]


@pytest.fixture
def page(qtbot) -> NamesPage:
    made = NamesPage()
    qtbot.addWidget(made)
    made.show()
    made.show_names(NameList(NAMES))
    return made


def words(page: NamesPage) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def rows(page: NamesPage) -> int:
    return page.findChild(QTableView).model().rowCount()


def test_names_are_listed_by_kind(page: NamesPage):
    assert (rows(page), page.kind) == (2, NameKind.PLACE)
    assert "2 个地名" in words(page)
    page.show_kind(NameKind.BODY)
    assert rows(page) == 1
    page.show_kind(NameKind.PROJECT)
    assert "没有读出这一类名称" in words(page)


def test_typing_narrows_down_and_enter_takes_the_only_one(qtbot, page: NamesPage):
    page.narrow_to("cq")
    assert (rows(page), "1 个地名，共 2 个" in words(page)) == (1, True)
    with qtbot.waitSignal(page.name_chosen) as caught:
        qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert caught.args == [CITY]
    page.narrow_to("没有")
    assert "没有符合的名称" in words(page)


def test_enter_goes_into_a_longer_list_and_takes_a_row_there(qtbot, page: NamesPage):
    qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    table = page.findChild(QTableView)
    with qtbot.waitSignal(page.name_chosen) as caught:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == [CITY]


def test_a_click_takes_a_name(qtbot, page: NamesPage):
    table = page.findChild(QTableView)
    place = table.visualRect(table.model().index(1, 0)).center()
    with qtbot.waitSignal(page.name_chosen) as caught:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args[0].text == "贵州"


def test_reading_and_a_stop_are_told(qtbot, page: NamesPage):
    page.show_reading()
    assert "正在从文件里读出" in words(page)
    page.show_stopped()
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "接着读")
    assert (button.isVisible(), "没有读完" in words(page)) == (True, True)
    with qtbot.waitSignal(page.go_on_wanted):
        button.click()
    page.show_names(NameList(NAMES))
    assert not button.isVisible()


def test_the_scope_is_the_library_or_a_document(qtbot, page: NamesPage):
    page.show_scopes("d", "意见", chosen=False)
    assert page.document == ""
    with qtbot.waitSignal(page.scope_chosen) as caught:
        page.findChild(QComboBox).setCurrentIndex(1)
    assert (caught.args, page.document) == (["d"], "d")
    page.show_scopes("", "", chosen=True)
    assert page.findChild(QComboBox).count() == 1
