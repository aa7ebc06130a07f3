"""The colours that the page needs; a theme gives them, light is the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policyviewer.domain.annotations import Colour

_HIGHLIGHTS = {
    Colour.YELLOW: "#ffe58a",
    Colour.GREEN: "#c9e8c9",
    Colour.BLUE: "#c8e1f5",
    Colour.PINK: "#fad3d6",
    Colour.PURPLE: "#e3d5f2",
}


@dataclass(frozen=True, slots=True)
class PageColours:
    """Colours as ``#rrggbb``; ``ink`` is readable on the page, highlights and hits."""

    window: str = "#f4f2ee"
    panel: str = "#faf9f7"
    page: str = "#fffdf9"
    ink: str = "#1f2328"
    soft: str = "#6b6f76"
    line: str = "#e2ded6"
    accent: str = "#b3261e"
    link: str = "#3f83c4"
    """The fine line under words that lead somewhere."""
    accent_soft: str = "#f8e4e1"
    hover: str = "#efece6"
    selection: str = "#cfe0f5"
    hit: str = "#ffe9a8"
    hit_current: str = "#ffb55e"
    highlights: Mapping[Colour, str] = field(default_factory=lambda: dict(_HIGHLIGHTS))
