"""The real window for those who do not see it, or do not use a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QWidget,
)

from policyviewer.ui.actions import ACTIONS, Do
from policyviewer.ui.application import Session
from policyviewer.ui.reader.view import ReaderView

_SPOKEN = (
    QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QSlider, QTabBar,
)  # fmt: skip
_QTS_OWN = {
    "qt_tabwidget_tabbar", "qt_toolbar_ext_button", "qt_menubar_ext_button", "ScrollLeftButton",
    "ScrollRightButton", "qt_spinbox_lineedit", "qt_tableview_cornerbutton",
}  # fmt: skip


def spoken(window: QWidget) -> list[QWidget]:
    """Give the parts that a screen reader tells of."""
    found = [one for kind in _SPOKEN for one in window.findChildren(kind)]
    return [one for one in found if not inner(one)]


def inner(one: QWidget) -> bool:
    """Say whether a part is Qt's own, inside another that has a name."""
    if isinstance(one, QHeaderView) or one.objectName() in _QTS_OWN:
        return True
    above = one.parentWidget()
    while above is not None and not isinstance(above, QTabBar | QLineEdit | QComboBox):
        above = above.parentWidget()
    return above is not None


def name_of(one: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(one)
    return told.text(QAccessible.Text.Name) if told is not None else ""


def test_everything_that_is_used_has_a_name(start):
    window = start().window
    window.messages.show_message("已删除。", "撤销", bool)  # its button has a name when it shows
    nameless = [repr(one) for one in spoken(window) if not name_of(one)]
    assert nameless == []


def test_every_button_without_words_says_what_it_does(start):
    window = start().window
    buttons = [one for one in window.findChildren(QAbstractButton) if not inner(one)]
    window.messages.show_message("已删除。", "撤销", bool)
    silent = [repr(one) for one in buttons if not one.text() and not one.toolTip()]
    assert silent == []


def test_every_deed_is_in_the_menu_with_its_key(start):
    window = start().window
    listed = {
        action
        for section in window.bar.menu_bar.actions()
        for action in section.menu().actions()
        if not action.isSeparator() and action.menu() is None
    }
    assert {window.action(do) for do in Do} == listed
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_the_reader_tells_its_text(start):
    view = start().window.reader.active.findChild(ReaderView)
    told = QAccessible.queryAccessibleInterface(view)
    assert told.text(QAccessible.Text.Name) == "正文"
    assert "区域协调发展新机制" in told.text(QAccessible.Text.Value)
    assert "区域协调发展新机制" in view.accessibleDescription()


def walked(qtbot, session: Session) -> set[QWidget]:
    """Give what the keyboard comes to when Tab is pressed again and again."""
    window = session.window
    window.activateWindow()
    window.search_box.setFocus()
    qtbot.waitUntil(window.search_box.hasFocus)
    seen: list[QWidget] = []
    for _ in range(80):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    return set(seen)


@pytest.mark.parametrize("panel", ["library", "outline"])
def test_tab_leads_through_the_whole_window_and_back(qtbot, start, panel: str):
    session = start()
    window = session.window
    window.resize(1366, 768)  # room for all columns
    window.show_panel(panel)
    seen = walked(qtbot, session)
    assert QApplication.focusWidget() in seen  # it came round
    parts = (window.search_box, window.rail, getattr(window, panel), window.reader, window.tabs)
    for part in (*parts, window._aside, window.status):
        assert any(one is part or part.isAncestorOf(one) for one in seen), part
