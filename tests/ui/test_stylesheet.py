from __future__ import annotations

import re

import pytest

from policyviewer.app.settings import ThemeName
from policyviewer.ui.stylesheet import stylesheet
from policyviewer.ui.theme import THEMES


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


def test_qt_understands_it(qtbot, qapp):
    # an unparsable sheet makes Qt warn, and a warning fails the test
    qapp.setStyleSheet(stylesheet(THEMES[ThemeName.LIGHT], "/icons"))
    qapp.setStyleSheet("")
