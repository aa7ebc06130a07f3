from __future__ import annotations

from dataclasses import fields

import pytest

from policyviewer.app.settings import ThemeName
from policyviewer.domain.annotations import Colour
from policyviewer.ui.page_colours import page_colours
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.theme import THEMES


@pytest.mark.parametrize("name", ThemeName)
def test_the_page_takes_the_themes_colours(name: ThemeName):
    theme = THEMES[name]
    colours = page_colours(theme)
    own = {"link": theme.edges[Colour.BLUE]}
    for field in fields(PageColours):
        name = field.name
        assert getattr(colours, name) == own.get(name, getattr(theme, name, None))
