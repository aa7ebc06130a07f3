from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from policyviewer.ui.commands import Command
from policyviewer.ui.widgets.command_palette import CommandPalette

COMMANDS = [
    Command("open", "导入文件", "文件", "Ctrl+O"),
    Command("note", "写批注", "批注"),
    Command("undo", "恢复批注", "批注", enabled=False),
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def palette(window: QWidget) -> CommandPalette:
    palette = CommandPalette(window)
    palette.open_palette(COMMANDS)
    return palette


def line_of(palette: CommandPalette) -> QLineEdit:
    return palette.findChild(QLineEdit)


def shown(palette: CommandPalette) -> list[str]:
    return [palette.offers.item(row).text() for row in range(palette.offers.count())]


def test_all_commands_are_listed_and_found_by_words(palette: CommandPalette):
    assert shown(palette) == ["导入文件", "写批注", "恢复批注"]
    line_of(palette).setText("pz")
    assert shown(palette) == ["写批注", "恢复批注"]


def test_enter_runs_and_the_next_time_it_is_first(qtbot: QtBot, palette: CommandPalette):
    qtbot.keyClick(line_of(palette), Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as caught:
        qtbot.keyClick(line_of(palette), Qt.Key.Key_Return)
    assert caught.args == ["note"]
    assert palette.isHidden()
    palette.open_palette(COMMANDS)
    assert shown(palette)[0] == "写批注"


def test_what_cannot_be_used_now_is_not_run(qtbot: QtBot, palette: CommandPalette):
    line_of(palette).setText("恢复")
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(line_of(palette), Qt.Key.Key_Return)


def test_escape_gives_the_keyboard_back(qtbot: QtBot, window: QWidget):
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    palette = CommandPalette(window)
    palette.open_palette(COMMANDS)
    qtbot.keyClick(line_of(palette), Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert palette.offers.isHidden()
    qtbot.waitUntil(field.hasFocus)
