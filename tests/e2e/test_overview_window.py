"""The overview of the library, in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from policyviewer.app.groupings import Grouping
from policyviewer.ui.actions import Do
from policyviewer.ui.models.rows import Role
from policyviewer.ui.panes.recent_list import RecentList


def test_the_overview_comes_and_goes(start, settled):
    session = start()
    window = session.window
    assert not window.overview_shown
    window.action(Do.OVERVIEW).trigger()
    assert window.overview_shown
    window.action(Do.OVERVIEW).trigger()
    assert not window.overview_shown
    window.action(Do.OVERVIEW).trigger()
    window.tabs.tabBarClicked.emit(window.tabs.currentIndex())
    assert not window.overview_shown
    window.tabs.close_others("")
    settled(session)
    assert window.overview_shown
    window.action(Do.OVERVIEW).trigger()
    assert window.overview_shown


def test_what_is_chosen_narrows_the_tree_until_it_is_cleared(start, settled):
    session = start()
    window = session.window
    everything = window.library._model.arrangement.count
    window.overview._choose(Grouping.KIND, "意见")
    settled(session)
    assert window.library._model.arrangement.count == 1 < everything
    (chip,) = [
        one for one in window.library.findChildren(QPushButton) if one.text().startswith("意见")
    ]
    chip.click()
    settled(session)
    assert window.library._model.arrangement.count == everything
    assert window.overview.chosen == {}


def test_what_was_read_and_imported_last_is_opened_again(qtbot, start, settled, tmp_path: Path):
    session = start()
    window, reading = session.window, session.desk.reading
    recent, first = session.desk._services.recent, reading.document.id
    qtbot.waitUntil(lambda: [one.document for one in recent.read(1)] == [first])
    reading.open("manual")
    qtbot.waitUntil(lambda: [one.document for one in recent.read(1)] == ["manual"])
    new = tmp_path / "修路.txt"
    new.write_text("青山县人民政府关于修路的通知\n一、修路。全县修路。\n", encoding="utf-8")
    window.action(Do.OVERVIEW).trigger()
    settled(session)
    assert documents(window, "最近阅读") == ["manual", first]
    assert documents(window, "最近导入") == []
    session.desk.importing.import_paths([new])
    qtbot.waitUntil(lambda: len(documents(window, "最近导入")) == 1)
    (imported,) = documents(window, "最近导入")
    qtbot.keyClick(listed(window, "最近导入"), Qt.Key.Key_Down)
    qtbot.keyClick(listed(window, "最近导入"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reading.document.id == imported and not window.overview_shown)


def test_the_document_on_the_page_comes_back_from_the_list(qtbot, start, settled):
    session = start()
    window, here = session.window, session.desk.reading.document.id
    recent = session.desk._services.recent
    qtbot.waitUntil(lambda: [one.document for one in recent.read(1)] == [here])
    window.action(Do.OVERVIEW).trigger()
    settled(session)
    read = listed(window, "最近阅读")
    read.itemClicked.emit(read.item(0))
    qtbot.waitUntil(lambda: not window.overview_shown)


def listed(window, name: str) -> RecentList:
    lists = window.overview.findChildren(RecentList)
    return next(one for one in lists if one.accessibleName() == name)


def documents(window, name: str) -> list[str]:
    shown = listed(window, name)
    return [shown.item(row).data(Role.KEY) for row in range(shown.count())]
