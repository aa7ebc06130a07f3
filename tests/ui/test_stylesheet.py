from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from policyviewer.app.settings import ThemeName
from policyviewer.ui.stylesheet import enlarged, stylesheet
from policyviewer.ui.theme import THEMES
from policyviewer.ui.widgets.rail import PANELS, Rail


@pytest.mark.parametrize("name", ThemeName)
def test_every_colour_comes_from_the_theme(name: ThemeName):
    theme = THEMES[name]
    known = {
        value
        for value in (getattr(theme, field) for field in theme.__slots__)
        if isinstance(value, str)
    }
    used = set(re.findall(r"#[0-9a-f]{6}\b", stylesheet(theme, "/icons")))
    assert used <= known
    assert {theme.window, theme.ink, theme.accent} <= used


@pytest.fixture(params=ThemeName)
def dressed(request, qtbot) -> QWidget:
    """A window in a theme; an unparsable sheet makes Qt warn, and a warning fails the test."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet(THEMES[request.param], "/icons"))
    window.setProperty("theme", request.param.value)
    return window


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_placeholder_is_as_legible_as_other_second_text(dressed: QWidget, kind: type[QWidget]):
    field = kind(dressed)
    field.ensurePolished()
    theme = THEMES[ThemeName(dressed.property("theme"))]
    assert field.palette().placeholderText().color().name() == theme.soft
    assert field.palette().placeholderText().color().alpha() == 255


def test_a_button_that_looks_like_a_link_shows_the_focus(qtbot, dressed: QWidget):
    other, link = QPushButton("甲", dressed), QPushButton("乙", dressed)
    link.setProperty("role", "link")
    link.move(0, 60)
    dressed.show()
    dressed.activateWindow()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(other.hasFocus)
    before = link.grab().toImage()
    link.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(link.hasFocus)
    assert link.grab().toImage() != before


def test_the_buttons_of_the_rail_are_dressed_alike(dressed: QWidget):
    rail = Rail(dressed)
    hints = {rail.findChild(QWidget, name).sizeHint().toTuple() for name, *_ in PANELS}
    assert len(hints) == 1


def test_large_print_enlarges_type_and_the_rows_that_hold_it():
    sheet = "a { font-size: 13px; min-height: 28px; padding: 5px; }"
    assert enlarged(sheet, 1.3) == "a { font-size: 17px; min-height: 36px; padding: 5px; }"
    assert enlarged(sheet, 1.0) == sheet
