"""The line icons: glyphs of the Remix Icon font that QtAwesome carries, tinted by the theme.

Importing qtawesome costs more start-up time than the whole window needs for its icons, and
loads eleven fonts; the one font is loaded directly instead.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from policyviewer.ui.theme import Theme

_FONT = "remixicon-2.5.0.ttf"
_CHARACTERS = "remixicon-charmap-2.5.0.json"
_SHARE = 0.92
"""Of an icon's side that its glyph takes."""


class _GlyphEngine(QIconEngine):
    """Draws one character of the icon font, crisp at any size."""

    def __init__(self, family: str, glyph: str, normal: QColor, active: QColor) -> None:
        super().__init__()
        self._family = family
        self._glyph = glyph
        self._normal = normal
        self._active = active

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        font = QFont(self._family)
        font.setPixelSize(max(1, round(min(rect.width(), rect.height()) * _SHARE)))
        colour = QColor(self._active if state is QIcon.State.On else self._normal)
        if mode is QIcon.Mode.Disabled:
            colour.setAlphaF(0.4)
        painter.save()
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._family, self._glyph, self._normal, self._active)


class Icons:
    """The icons in the colours of a theme; raises KeyError for a name the font lacks."""

    def __init__(self) -> None:
        folder = _font_folder()
        number = QFontDatabase.addApplicationFont(str(folder / _FONT))
        self._family = QFontDatabase.applicationFontFamilies(number)[0]
        text = (folder / _CHARACTERS).read_text(encoding="utf-8")
        self._characters: dict[str, str] = json.loads(text)

    def icon(self, name: str, theme: Theme) -> QIcon:
        """Give an icon by its Remix name (``search-line``): soft, and in the accent when on."""
        glyph = chr(int(self._characters[name], 16))
        return QIcon(_GlyphEngine(self._family, glyph, QColor(theme.soft), QColor(theme.accent)))


def _font_folder() -> Path:
    """Give the folder of qtawesome's fonts without importing it."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("qtawesome is not installed")
    return Path(spec.origin).parent / "fonts"
