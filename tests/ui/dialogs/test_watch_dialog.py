from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeView

from policyviewer.ui.dialogs.watch_dialog import WatchDialog


@pytest.fixture
def dialog(qtbot) -> WatchDialog:
    made = WatchDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog: WatchDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def test_folders_are_shown_and_missing_ones_told(dialog: WatchDialog):
    here, gone = Path("/来文"), Path("/U盘")
    dialog.show_folders([here, gone], [gone])
    model = dialog.findChild(QTreeView).model()
    assert [model.index(row, 0).data() for row in range(2)] == ["/来文", "/U盘　现在找不到"]


def test_the_selected_folder_is_taken_away(dialog: WatchDialog):
    removed: list[Path] = []
    dialog.remove_wanted.connect(removed.append)
    dialog.show_folders([Path("/来文"), Path("/U盘")], [])
    assert not button(dialog, "不再关注").isEnabled()
    tree = dialog.findChild(QTreeView)
    tree.setCurrentIndex(tree.model().index(1, 0))
    button(dialog, "不再关注").click()
    assert removed == [Path("/U盘")]


def test_a_folder_is_asked_for(qtbot, dialog: WatchDialog):
    with qtbot.waitSignal(dialog.add_wanted):
        button(dialog, "添加文件夹…").click()
