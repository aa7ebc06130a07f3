from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from policyviewer.app.groupings import Grouping
from policyviewer.app.recent import Recent
from policyviewer.domain.documents import DocumentId
from policyviewer.ui.panes.count_chart import CountChart
from policyviewer.ui.panes.overview_page import OverviewPage
from policyviewer.ui.panes.recent_list import RecentList

COUNTS = {Grouping.YEAR: [("2020", 40), ("", 2)], Grouping.LEVEL: [("province", 42)]}


@pytest.fixture
def page(qtbot: QtBot) -> OverviewPage:
    page = OverviewPage()
    qtbot.addWidget(page)
    page.resize(760, 600)
    page.show()
    page.show_library(42, "2020-05-06")
    page.show_counts(COUNTS)
    return page


def chart_of(page: OverviewPage, name: str) -> CountChart:
    return next(one for one in page.findChildren(CountChart) if one.accessibleName() == name)


def texts(page: OverviewPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_figures_are_told(page: OverviewPage):
    assert "42 份文件  ·  资料截至 2020-05-06" in texts(page)
    years = chart_of(page, "年份")
    tips = [years.item(row).toolTip() for row in range(years.count())]
    assert [tip for tip in tips if tip] == ["2020年，40 份文件", "年份不详，2 份文件"]


def test_bars_are_chosen_and_let_go_of(qtbot: QtBot, page: OverviewPage):
    with qtbot.waitSignal(page.chosen_changed) as caught:
        chart_of(page, "年份").chosen.emit("2020")
    assert caught.args == [{Grouping.YEAR: "2020"}]
    page.show_counts(COUNTS)
    assert "只看：2020年" in texts(page)
    with qtbot.waitSignal(page.chosen_changed) as caught:
        chart_of(page, "机关层级").chosen.emit("province")
    assert caught.args == [{Grouping.YEAR: "2020", Grouping.LEVEL: "province"}]
    with qtbot.waitSignal(page.chosen_changed) as caught:
        chart_of(page, "年份").chosen.emit("2020")
    assert caught.args == [{Grouping.LEVEL: "province"}]
    with qtbot.waitSignal(page.chosen_changed) as caught:
        page.clear_choice()
    assert caught.args == [{}]
    with qtbot.assertNotEmitted(page.chosen_changed):
        page.clear_choice()


def test_a_small_library_is_welcomed_instead_of_counted(qtbot: QtBot, page: OverviewPage):
    page.show_library(2, "")
    assert any("Ctrl+O" in text for text in texts(page))
    assert not chart_of(page, "年份").isVisible()
    button = next(one for one in page.findChildren(QPushButton) if "导入" in one.text())
    with qtbot.waitSignal(page.import_wanted):
        button.click()


def test_documents_in_hand_last_are_listed_and_opened(qtbot: QtBot, page: OverviewPage):
    assert "最近阅读" not in texts(page)
    one = Recent(DocumentId("a"), "使用手册", datetime(2026, 5, 1, tzinfo=UTC))
    page.show_recent([one], [])
    assert "最近阅读" in texts(page)
    assert "最近导入" not in texts(page)
    read = next(one for one in page.findChildren(RecentList) if one.accessibleName() == "最近阅读")
    with qtbot.waitSignal(page.document_chosen) as caught:
        read.itemClicked.emit(read.item(0))
    assert caught.args == ["a"]


def test_the_page_tells_when_it_is_seen_again(qtbot: QtBot, page: OverviewPage):
    page.hide()
    with qtbot.waitSignal(page.seen):
        page.show()
