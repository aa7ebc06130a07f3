from __future__ import annotations

import pytest

from policyviewer.app.settings import ThemeName
from policyviewer.domain.annotations import Colour
from policyviewer.ui.theme import THEMES, contrast, text_pairs


@pytest.mark.parametrize("name", ThemeName)
def test_every_text_can_be_read(name: ThemeName):
    poor = [pair for pair in text_pairs(THEMES[name]) if contrast(*pair) < 4.5]
    assert poor == []


@pytest.mark.parametrize("name", ThemeName)
def test_every_highlight_has_its_own_shade(name: ThemeName):
    assert len({THEMES[name].highlights[colour] for colour in Colour}) == len(Colour)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ThemeName)
def test_every_edge_can_be_seen_beside_a_quotation(name: ThemeName):
    theme = THEMES[name]
    pale = [colour for colour in Colour if contrast(theme.edges[colour], theme.page) < 3]
    assert pale == []
