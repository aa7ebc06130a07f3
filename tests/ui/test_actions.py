from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QMenu, QWidget

from policyviewer.ui.actions import ACTIONS, Do, fill_menu, make_actions, tool_tip


def test_every_deed_has_one_row():
    assert Counter(spec.do for spec in ACTIONS) == Counter(Do)


def test_no_key_does_two_things():
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert set(keys.values()) == {1}


def test_every_action_is_in_the_menu(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    actions = make_actions(window)
    menu = QMenu(window)
    fill_menu(menu, actions)
    listed = {action for section in menu.actions() for action in section.menu().actions()}
    assert listed == set(actions.values())


def test_a_tool_tip_names_the_key():
    tips = {spec.do: tool_tip(spec) for spec in ACTIONS}
    assert tips[Do.IMPORT] == "导入文件（Ctrl+O）"
    assert tips[Do.ABOUT] == "关于"
