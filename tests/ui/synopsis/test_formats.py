from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from policyviewer.app.synopsis_cells import Mark
from policyviewer.ui.synopsis.formats import SynopsisFormats
from policyviewer.ui.theme import THEMES, contrast


@pytest.mark.parametrize("theme", THEMES.values())
def test_changes_are_told_without_colour_and_can_be_read(qapp, theme):
    formats = SynopsisFormats(theme, 1.0, ["Noto Serif CJK SC"])
    removed, added = formats.marks[Mark.REMOVED], formats.marks[Mark.ADDED]
    assert removed.fontStrikeOut()
    assert added.fontUnderline()
    assert added.fontWeight() > removed.fontWeight()
    for made in (removed, added):
        assert contrast(made.foreground().color().name(), made.background().color().name()) >= 4.5


def test_type_grows_with_the_zoom(qapp):
    theme = next(iter(THEMES.values()))
    small, large = (SynopsisFormats(theme, zoom, []) for zoom in (1.0, 2.0))
    assert large.em == 2 * small.em


def test_the_ground_of_a_row_tells_what_became_of_it(make, qapp):
    formats = SynopsisFormats(next(iter(THEMES.values())), 1.0, [])
    grounds = {row.change: formats.ground(row) for row in make().synopsis.rows}
    assert len({QColor(ground).name() for ground in grounds.values()}) == len(grounds)
