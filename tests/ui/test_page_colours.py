from __future__ import annotations

import pytest

from policyviewer.app.settings import ThemeName
from policyviewer.ui.page_colours import page_colours
from policyviewer.ui.theme import THEMES


@pytest.mark.parametrize("name", ThemeName)
def test_the_page_takes_the_themes_colours(name: ThemeName):
    theme = THEMES[name]
    colours = page_colours(theme)
    assert (colours.page, colours.ink, colours.hit) == (theme.page, theme.ink, theme.hit)
    assert colours.highlights == theme.highlights
