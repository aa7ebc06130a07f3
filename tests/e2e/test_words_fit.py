"""No words of the window are cut off, in any state of the gallery, on the smallest screen."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QToolButton,
    QWidget,
)

from gallery import STATES, State, furnish
from policyviewer.app.paths import AppPaths
from policyviewer.ui.fonts import has_chinese_font
from policyviewer.ui.screenshots import Stage
from policyviewer.ui.widgets.document_tabs import DocumentTabs
from policyviewer.ui.widgets.elided_label import ElidedLabel

SIZES = {"100": (1366, 768), "125": (1093, 614)}
"""What a screen of 1366×768 pixels holds at 100 % and at 125 %, device-independent.

What fits at 125 % has had room at 100 % as well so far: the larger is drilled with the slow tests.
"""
MAY_ELIDE = {
    ElidedLabel: "it elides by design and tells all in its tool tip",
    DocumentTabs: "titles are longer than any tab; the tool tip has all of it",
}
"""What may be shorter than its words; rows of trees and lists are painted, not widgets."""


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[AppPaths, list[Path]]:
    return furnish(tmp_path_factory.mktemp("furnished"), None)


@pytest.fixture
def plain(qapp) -> Iterator[QApplication]:
    """Leave the application as it was: a stage puts a theme on it."""
    if not has_chinese_font():
        pytest.skip("no Chinese font is installed: every character is as wide as a box")
    yield qapp
    qapp.setStyleSheet("")


@pytest.mark.parametrize("percent", [pytest.param("100", marks=pytest.mark.slow), "125"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_all_words_have_room(plain, furnished, tmp_path, caplog, state: State, percent: str):
    paths, files = furnished
    nobody = AppPaths.under(tmp_path / "nobody").with_library(tmp_path / "nobody" / "library")
    stage = Stage(nobody if state.empty else paths, state.settings, SIZES[percent], 1.0)
    with caplog.at_level(logging.ERROR), stage:  # one state is that of a bug
        stage.settle()
        state.reach(stage, files)
        stage.settle()
        found = sorted({one for top in tops(stage) for one in cut(top)})
        for top in tops(stage):
            top.close()
    assert not found


def tops(stage: Stage) -> list[QWidget]:
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.parent()]
    return [*others, stage.window]


def cut(top: QWidget) -> Iterator[str]:
    """Give the words that are cut off, each with its widget."""
    for one in top.findChildren(QWidget):
        if one.window() is not top or not one.isVisible() or isinstance(one, tuple(MAY_ELIDE)):
            continue
        if any(isinstance(one.parent(), kind) for kind in MAY_ELIDE):
            continue
        for words, needed, given in measured(one):
            if needed[0] > given[0] or needed[1] > given[1]:
                yield f"{type(one).__name__} “{words}” needs {needed}, has {given}"


def measured(one: QWidget) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Give the words of a widget with the width and height that they need and have."""
    if isinstance(one, QLabel) and one.text():
        yield one.text(), needed_by_label(one), seen(one)
    elif isinstance(one, QAbstractButton) and one.text() and not shows_icon_only(one):
        words = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
        icon = 0 if one.icon().isNull() else one.iconSize().width()
        yield one.text(), (words + icon, one.fontMetrics().height()), seen(one)
    elif isinstance(one, QTabBar):
        for at in range(one.count()):
            words = one.fontMetrics().horizontalAdvance(one.tabText(at))
            yield one.tabText(at), (words, 0), (one.tabRect(at).width(), 0)
    elif isinstance(one, QLineEdit) and one.placeholderText() and not one.text():
        words = one.fontMetrics().horizontalAdvance(one.placeholderText())
        yield one.placeholderText(), (words, 0), (room_in(one), 0)


def shows_icon_only(one: QAbstractButton) -> bool:
    if not isinstance(one, QToolButton) or one.icon().isNull():
        return False
    return one.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def needed_by_label(one: QLabel) -> tuple[int, int]:
    if one.wordWrap():
        return 0, one.heightForWidth(one.width())
    hint = one.sizeHint()
    return hint.width(), hint.height()


def seen(one: QWidget) -> tuple[int, int]:
    """Give the part of a widget that its parents leave to be seen; what scrolls is whole."""
    rect, inner = one.rect(), one
    while not inner.isWindow():
        parent = inner.parentWidget()
        if isinstance(parent.parentWidget(), QScrollArea):
            return rect.width(), rect.height()
        rect = rect.translated(inner.pos()).intersected(parent.rect())
        inner = parent
    return rect.width(), rect.height()


def room_in(one: QLineEdit) -> int:
    option = QStyleOptionFrame()
    one.initStyleOption(option)
    element = QStyle.SubElement.SE_LineEditContents
    margins = one.textMargins()
    inside = one.style().subElementRect(element, option, one).width()
    return inside - margins.left() - margins.right() - 4
