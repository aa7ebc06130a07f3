from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from policyviewer.app.recent import Recent
from policyviewer.domain.documents import DocumentId
from policyviewer.ui.models.annotation_rows import day
from policyviewer.ui.panes.recent_list import RecentList, short_time

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
READ = [
    Recent(DocumentId("a"), "青山县人民政府关于修路的意见", NOON),
    Recent(DocumentId("b"), "使用手册", NOON - timedelta(days=1)),
]


@pytest.fixture
def shown(qtbot: QtBot) -> RecentList:
    shown = RecentList("最近阅读")
    qtbot.addWidget(shown)
    shown.resize(320, 80)
    shown.show_documents(READ)
    shown.show()
    return shown


def test_a_click_and_enter_open_once(qtbot: QtBot, shown: RecentList):
    told: list[str] = []
    shown.document_chosen.connect(told.append)
    place = shown.visualItemRect(shown.item(1)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told == ["b", "a"]


def test_a_row_tells_title_and_time(shown: RecentList):
    words = shown.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == f"青山县人民政府关于修路的意见，{day(NOON)}"


def test_the_time_is_told_for_today_and_the_date_for_other_days():
    noon = datetime(2026, 5, 1, 12, 5).astimezone()
    assert short_time(noon, noon.replace(hour=23)) == "今天 12:05"
    assert short_time(noon, noon + timedelta(days=1)) == "2026-05-01"


def test_other_documents_keep_the_row_and_all_have_room(shown: RecentList):
    shown.setCurrentRow(1)
    shown.show_documents([*READ, *READ])
    assert shown.currentRow() == 1
    last = shown.visualItemRect(shown.item(3))
    assert shown.viewport().rect().contains(last)
    shown.show_documents([])
    assert shown.count() == 0


def test_all_rows_are_in_view_in_large_print_too(shown: RecentList):
    font = shown.font()
    font.setPixelSize(26)
    shown.setFont(font)
    last = shown.visualItemRect(shown.item(shown.count() - 1))
    assert last.bottom() < shown.viewport().height()
