from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from policyviewer.ui.widgets.rail import PANELS, Rail


def test_a_click_chooses_a_panel(qtbot):
    rail = Rail()
    qtbot.addWidget(rail)
    with qtbot.waitSignal(rail.panel_chosen) as caught:
        qtbot.mouseClick(rail.findChild(QToolButton, "notes"), Qt.MouseButton.LeftButton)
    assert caught.args == ["notes"]


def test_one_button_is_on_at_a_time(qtbot):
    rail = Rail()
    qtbot.addWidget(rail)
    rail.choose("outline")
    states = {name: rail.findChild(QToolButton, name).isChecked() for name, *_ in PANELS}
    assert [name for name, on in states.items() if on] == ["outline"]


def test_every_button_says_what_it_is_for(qtbot):
    rail = Rail()
    qtbot.addWidget(rail)
    assert all(rail.findChild(QToolButton, name).accessibleName() for name, *_ in PANELS)
