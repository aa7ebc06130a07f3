"""The command palette, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from policyviewer.ui.actions import Do


def test_a_command_is_found_by_initials_and_run(qtbot, start, settled):
    session = start()
    window = session.window
    window.action(Do.PALETTE).trigger()
    line = window.commands.findChild(QLineEdit)
    qtbot.keyClicks(line, "wjbp")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled(session)
    assert window.reader.is_split
    assert window.commands.isHidden()
