from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QWidget

from policyviewer.ui.actions import (
    ACTIONS,
    LETTERS,
    Do,
    Group,
    make_actions,
    menus,
    titled,
    tool_tip,
)


def test_every_deed_has_one_row():
    assert Counter(spec.do for spec in ACTIONS) == Counter(Do)


def test_no_key_does_two_things():
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert set(keys.values()) == {1}


def test_every_action_is_in_one_menu(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    actions = make_actions(window)
    made = menus(actions, window)
    listed = [one for menu in made.values() for one in menu.actions() if not one.isSeparator()]
    assert Counter(listed) == Counter(actions.values())
    assert made[Group.FILE].title() == "文件(&F)"


def test_every_menu_has_a_letter_of_its_own():
    assert LETTERS.keys() == set(Group)
    assert len(set(LETTERS.values())) == len(Group)


@pytest.mark.parametrize(
    ("name", "title"), [("文件", "文件(&F)"), ("File", "&File"), ("Leaf", "Lea&f")]
)
def test_the_letter_stands_in_the_name_or_behind_it(name: str, title: str):
    assert titled(name, "F") == title


def test_a_tool_tip_names_the_key():
    tips = {spec.do: tool_tip(spec) for spec in ACTIONS}
    assert tips[Do.IMPORT] == "导入文件（Ctrl+O）"
    assert tips[Do.ABOUT] == "关于"
