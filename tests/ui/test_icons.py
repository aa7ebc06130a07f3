from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QColor, QIcon

from policyviewer.ui.icons import Icons
from policyviewer.ui.theme import DARK, LIGHT, Theme
from policyviewer.ui.top_bar import _ICONS
from policyviewer.ui.widgets.rail import PANELS


def inked(icon: QIcon, size: int, theme: Theme) -> int:
    image = icon.pixmap(size, size).toImage()
    wanted = QColor(theme.soft)
    return sum(
        image.pixelColor(x, y).rgb() == wanted.rgb()
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("name", [*_ICONS.values(), *(glyph for *_, glyph in PANELS)])
def test_every_icon_of_the_window_is_drawn(qapp, name: str):
    assert inked(Icons().icon(name, LIGHT), 20, LIGHT) > 10


def test_icons_take_the_themes_colour(qapp):
    assert inked(Icons().icon("search-line", DARK), 20, DARK) > 10


def test_an_unknown_name_is_told(qapp):
    with pytest.raises(KeyError):
        Icons().icon("no-such-icon", LIGHT)


def test_qtawesome_itself_is_not_imported(qapp):
    Icons()
    assert "qtawesome" not in sys.modules
