"""The page's colours from those of the window."""

from __future__ import annotations

from policyviewer.domain.annotations import Colour
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.theme import Theme


def page_colours(theme: Theme) -> PageColours:
    """Give what the page takes of a theme."""
    return PageColours(
        window=theme.window,
        panel=theme.panel,
        page=theme.page,
        ink=theme.ink,
        soft=theme.soft,
        line=theme.line,
        accent=theme.accent,
        link=theme.edges[Colour.BLUE],
        accent_soft=theme.accent_soft,
        hover=theme.hover,
        selection=theme.selection,
        hit=theme.hit,
        hit_current=theme.hit_current,
        highlights=theme.highlights,
    )
