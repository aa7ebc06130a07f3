"""The look in tokens: colours, radii, spacing and type sizes; nothing else names a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policyviewer.app.settings import ThemeName
from policyviewer.domain.annotations import Colour

RADIUS, RADIUS_LARGE = 6, 8
SMALL, BODY, LARGE = 12, 13, 14
"""Type sizes of the interface in device-independent pixels."""
LARGE_PRINT = 1.3
"""By what the type of the interface grows in large print."""
RAIL = 48


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, each ``#rrggbb``; text colours keep 4.5:1 on what they stand on."""

    dark: bool
    window: str
    panel: str
    page: str
    field: str
    ink: str
    soft: str
    """Second text: captions, dates, counts."""
    line: str
    hover: str
    accent: str
    """The red of a red-headed document; only for what is active."""
    accent_soft: str
    on_accent: str
    selection: str
    hit: str
    hit_current: str
    highlights: Mapping[Colour, str]
    edges: Mapping[Colour, str]
    """The highlights' colours for thin bars, where a pale ground would not be seen: 3:1."""


LIGHT = Theme(
    dark=False,
    window="#f4f2ee",
    panel="#faf9f7",
    page="#fffdf9",
    field="#ffffff",
    ink="#1f2328",
    soft="#5f646b",
    line="#ddd8cf",
    hover="#eeebe5",
    accent="#b3261e",
    accent_soft="#f8e4e1",
    on_accent="#ffffff",
    selection="#cfe0f5",
    hit="#ffe9a8",
    hit_current="#ffb55e",
    highlights={
        Colour.YELLOW: "#fff0a6",
        Colour.GREEN: "#cdebc8",
        Colour.BLUE: "#cfe3f8",
        Colour.PINK: "#f9d5dc",
        Colour.PURPLE: "#e4d8f5",
    },
    edges={
        Colour.YELLOW: "#a87f00",
        Colour.GREEN: "#4c9152",
        Colour.BLUE: "#3f83c4",
        Colour.PINK: "#cc5a76",
        Colour.PURPLE: "#8a63c9",
    },
)
DARK = Theme(
    dark=True,
    window="#17181a",
    panel="#1d1f22",
    page="#202226",
    field="#26282c",
    ink="#e6e4df",
    soft="#a3a6ab",
    line="#34373c",
    hover="#2a2d31",
    accent="#ee8a80",
    accent_soft="#43292a",
    on_accent="#2a0f0c",
    selection="#2f4a6b",
    hit="#5c4a12",
    hit_current="#8a5410",
    highlights={
        Colour.YELLOW: "#574b17",
        Colour.GREEN: "#28482f",
        Colour.BLUE: "#27435f",
        Colour.PINK: "#5a2f3a",
        Colour.PURPLE: "#45365f",
    },
    edges={
        Colour.YELLOW: "#c9ad3c",
        Colour.GREEN: "#6fb07a",
        Colour.BLUE: "#6fa3dc",
        Colour.PINK: "#d9788c",
        Colour.PURPLE: "#a98ae0",
    },
)
PAPER = Theme(
    dark=False,
    window="#e9e1d0",
    panel="#f1eadb",
    page="#f8f1e1",
    field="#fbf6ea",
    ink="#352c20",
    soft="#66583f",
    line="#d3c8b1",
    hover="#e5dcc8",
    accent="#9c2f1f",
    accent_soft="#eed6c6",
    on_accent="#ffffff",
    selection="#d6dcc4",
    hit="#f2d78a",
    hit_current="#eba650",
    highlights={
        Colour.YELLOW: "#f3df8e",
        Colour.GREEN: "#cfdfb4",
        Colour.BLUE: "#c8d9dc",
        Colour.PINK: "#efcdc2",
        Colour.PURPLE: "#dccfdd",
    },
    edges={
        Colour.YELLOW: "#96700a",
        Colour.GREEN: "#56802f",
        Colour.BLUE: "#3a7688",
        Colour.PINK: "#b55443",
        Colour.PURPLE: "#866094",
    },
)
HIGH_CONTRAST = Theme(
    dark=True,
    window="#000000",
    panel="#000000",
    page="#000000",
    field="#000000",
    ink="#ffffff",
    soft="#e0e0e0",
    line="#8a8a8a",
    hover="#2b2b2b",
    accent="#ffd400",
    accent_soft="#3a3000",
    on_accent="#000000",
    selection="#004f9e",
    hit="#5e4b00",
    hit_current="#8f4a00",
    highlights={
        Colour.YELLOW: "#5a5000",
        Colour.GREEN: "#005a1c",
        Colour.BLUE: "#003f7f",
        Colour.PINK: "#7a0038",
        Colour.PURPLE: "#4b1d80",
    },
    edges={
        Colour.YELLOW: "#ffe14d",
        Colour.GREEN: "#5cd67f",
        Colour.BLUE: "#66b3ff",
        Colour.PINK: "#ff6fa8",
        Colour.PURPLE: "#b98cff",
    },
)
THEMES: Mapping[ThemeName, Theme] = {
    ThemeName.LIGHT: LIGHT,
    ThemeName.DARK: DARK,
    ThemeName.PAPER: PAPER,
    ThemeName.HIGH_CONTRAST: HIGH_CONTRAST,
}


def text_pairs(theme: Theme) -> list[tuple[str, str]]:
    """Give every pair of a text colour and what it stands on."""
    grounds = (theme.window, theme.panel, theme.page, theme.field, theme.hover, theme.accent_soft)
    pairs = [(theme.ink, ground) for ground in (*grounds, theme.selection, theme.hit)]
    pairs += [(theme.ink, theme.hit_current), (theme.on_accent, theme.accent)]
    pairs += [(theme.soft, ground) for ground in grounds]
    pairs += [(theme.accent, ground) for ground in (*grounds[:4], theme.accent_soft)]
    pairs += [(theme.ink, ground) for ground in theme.highlights.values()]
    return pairs


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
