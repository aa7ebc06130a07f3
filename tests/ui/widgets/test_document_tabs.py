from __future__ import annotations

import pytest

from policyviewer.ui.widgets.document_tabs import DocumentTabs, tab_title


@pytest.fixture
def tabs(qtbot) -> DocumentTabs:
    tabs = DocumentTabs()
    qtbot.addWidget(tabs)
    for name in "abc":
        tabs.add_document(name, f"关于{name}的意见")
    return tabs


def test_a_document_has_one_tab(tabs: DocumentTabs):
    tabs.show_document("b", "关于b的意见")
    assert tabs.count() == 3
    assert tabs.documents() == ["b", "a", "c"]


def test_adding_and_showing_choose_nothing(qtbot, tabs: DocumentTabs):
    with qtbot.assertNotEmitted(tabs.document_chosen):
        tabs.show_document("c", "关于c的意见")


def test_a_click_chooses(qtbot, tabs: DocumentTabs):
    tabs.show_document("a", "关于a的意见")
    with qtbot.waitSignal(tabs.document_chosen) as caught:
        tabs.setCurrentIndex(2)
    assert caught.args == ["c"]


def test_closing_tells_which(qtbot, tabs: DocumentTabs):
    tabs.show_document("b", "关于b的意见")
    with qtbot.waitSignal(tabs.document_closed) as caught:
        tabs.close_current()
    assert caught.args == ["b"]
    assert tabs.count() == 2


def test_a_tab_shows_what_tells_titles_apart():
    assert tab_title("青山县人民政府关于加快蔬菜产业发展的意见") == "加快蔬菜产业发展的意见"
    assert tab_title("使用手册") == "使用手册"
    assert len(tab_title("关于" + "长" * 60)) == 14


def test_the_menu_of_a_tab(qtbot, tabs: DocumentTabs):
    tabs.show_document("a", "关于a的意见")
    menu = tabs.menu_of(1)
    beside, _line, _close, others = menu.actions()
    with qtbot.waitSignal(tabs.beside_wanted) as caught:
        beside.trigger()
    assert caught.args == ["b"]
    with qtbot.waitSignals([tabs.document_closed] * 2):
        others.trigger()
    assert tabs.documents() == ["b"]
    assert not tabs.menu_of(0).actions()[-1].isEnabled()


def test_a_page_has_a_tab_that_is_no_document(qtbot, tabs: DocumentTabs):
    tabs.show_page("compare", "对照：意见", "意见 → 意见")
    assert tabs.page_is_current
    assert tabs.documents() == ["a", "b", "c"]
    with qtbot.waitSignal(tabs.document_chosen):
        tabs.setCurrentIndex(0)
    with qtbot.waitSignal(tabs.page_chosen) as caught:
        tabs.setCurrentIndex(3)
    assert caught.args == ["compare"]


def test_a_page_is_shown_in_one_tab_and_closed_by_its_name(qtbot, tabs: DocumentTabs):
    for _ in range(2):
        tabs.show_page("compare", "对照：意见", "")
    assert tabs.count() == 4
    with qtbot.waitSignal(tabs.page_closed) as caught:
        tabs.close_current()
    assert caught.args == ["compare"]
    assert not tabs.page_is_current


def test_a_page_is_not_opened_beside(tabs: DocumentTabs):
    tabs.show_page("compare", "对照：意见", "")
    assert [one.text() for one in tabs.menu_of(3).actions()] == ["关闭", "关闭其他文件"]


def test_a_tab_stays_readable_however_many_there_are(tabs: DocumentTabs):
    for number in range(20):
        tabs.add_document(f"x{number}", f"关于农村公路养护管理工作第{number}号的意见")
    tabs.resize(600, 40)
    tabs.show()
    readable = tabs.fontMetrics().horizontalAdvance("农村公路")
    assert all(tabs.tabRect(at).width() > readable for at in range(3, tabs.count()))


def test_a_title_keeps_its_ampersand(tabs: DocumentTabs):
    at = tabs.add_document("d", "关于R&D投入的意见")
    assert tabs.tabText(at) == "R&&D投入的意见"
