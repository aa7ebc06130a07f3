"""Which of the characters that a font draws alike was printed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QRawFont

from policyviewer.importers.pages.radicals import without_radicals

_SIZE = 16


class Meaning:
    """Tells of a character that stands for a glyph the one that was printed."""

    def __init__(self, printed: Iterable[str], families: Iterable[str]) -> None:
        self._printed = frozenset(printed)
        self._fonts = [_raw(name) for name in families]
        self._glyphs = [self._drawn(font) for font in self._fonts]

    def of(self, told: str) -> str:
        """Give the character that was printed; ``told`` itself where there is no other."""
        if told in self._printed:
            return told
        for font, drawn in zip(self._fonts, self._glyphs, strict=True):
            glyph = _glyph(font, told)
            if glyph and glyph in drawn:
                return drawn[glyph]
        meant = without_radicals(told)
        return meant if meant in self._printed else told

    def _drawn(self, font: QRawFont) -> dict[int, str]:
        """Give the printed characters by their glyphs in a font."""
        return {_glyph(font, one): one for one in self._printed}


def _raw(family: str) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(_SIZE)
    return QRawFont.fromFont(font)


def _glyph(font: QRawFont, sign: str) -> int:
    """Give the number of a character's glyph, 0 where the font has none."""
    found = font.glyphIndexesForString(sign)
    return found[0] if found else 0
