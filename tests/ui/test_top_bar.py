from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from policyviewer.ui.actions import make_actions
from policyviewer.ui.top_bar import TopBar


@pytest.fixture
def bar(qtbot) -> Iterator[TopBar]:
    window = QWidget()
    qtbot.addWidget(window)
    yield TopBar(make_actions(window), QLineEdit(), window)
    window.close()  # it lives until here


def test_menus_stand_side_by_side_or_behind_one_button(bar: TopBar):
    more = next(one for one in bar.findChildren(QToolButton) if one.accessibleName() == "菜单")
    for width, fits in ((3000, True), (600, False)):
        bar.fit(width)
        assert bar.menu_bar.isHidden() is not fits
        assert more.isHidden() is fits


def test_both_hold_the_same_menus(bar: TopBar):
    names = [action.text() for action in bar.menu_bar.actions()]
    assert names
    assert [action.text() for action in bar.menu.actions()] == names
