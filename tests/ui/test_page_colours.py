from __future__ import annotations

from dataclasses import fields

import pytest

from policyviewer.app.settings import ThemeName
from policyviewer.ui.page_colours import page_colours
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.theme import THEMES


@pytest.mark.parametrize("name", ThemeName)
def test_the_page_takes_the_themes_colours(name: ThemeName):
    theme = THEMES[name]
    colours = page_colours(theme)
    for field in fields(PageColours):
        assert getattr(colours, field.name) == getattr(theme, field.name)
