"""Characters of symbol fonts, which Word stores by their place in the font."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyviewer.importers.docx.names import attribute

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

UNKNOWN = "\ufffd"
_PRIVATE = range(0xF000, 0xF100)
_LARGEST = 0x10FFFF
_FONTS = {
    "wingdings": {0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0xA8: "□", 0xD8: "➢", 0xFB: "✗"}
    | {0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x6C: "●", 0xE0: "→", 0x76: "❖"},
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"},
    "symbol": {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷"}
    | {0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xA5: "∞", 0xD6: "√", 0x62: "β", 0x6D: "μ", 0x44: "Δ"},
}


def symbol(element: Element) -> str:
    """Give the character that a ``sym`` element means; UNKNOWN for what no other font has."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return UNKNOWN
    known = _FONTS.get((attribute(element, "font") or "").lower())
    place = code - _PRIVATE.start if code in _PRIVATE else code
    if known is not None:
        return known.get(place, UNKNOWN)
    readable = 0x20 <= code <= _LARGEST and not 0xD800 <= code < 0xF900
    return chr(code) if readable else UNKNOWN
