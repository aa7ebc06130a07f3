"""The lines of an excerpt, with its hits marked: laid out once for each width."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from policyviewer.domain.queries import SearchHit
from policyviewer.ui.reader.positions import Utf16
from policyviewer.ui.theme import Theme

_LEADING = 1.5
"""Height of a line, in sizes of the type."""


class ExcerptLayouts:
    """Keeps the layouts of the listed hits: rows are measured and painted many times."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._width = 0
        self._made: dict[tuple[str, str], tuple[QTextLayout, float]] = {}

    def forget(self) -> None:
        """Lay out anew from now on: there are other hits."""
        self._made.clear()

    def set_theme(self, theme: Theme) -> None:
        """Mark hits in the colours of a theme."""
        self._theme = theme
        self.forget()

    def height(self, hit: SearchHit, font: QFont, width: int) -> float:
        """Give the height of an excerpt, in pixels."""
        return self._laid_out(hit, font, width)[1]

    def draw(self, painter: QPainter, at: QPointF, hit: SearchHit, font: QFont, width: int) -> None:
        """Draw an excerpt with its upper left corner at a place."""
        painter.setPen(QColor(self._theme.ink))
        self._laid_out(hit, font, width)[0].draw(painter, at)

    def _laid_out(self, hit: SearchHit, font: QFont, width: int) -> tuple[QTextLayout, float]:
        if width != self._width:
            self._width = width
            self.forget()
        key = (hit.document, hit.provision)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = _lines(hit, font, width, self._theme)
        return found


def _lines(hit: SearchHit, font: QFont, width: int, theme: Theme) -> tuple[QTextLayout, float]:
    layout = QTextLayout(hit.excerpt, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(hit, theme))
    line_height = round(QFontInfo(font).pixelSize() * _LEADING)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
        top += line_height
    layout.endLayout()
    return layout, top


def _formats(hit: SearchHit, theme: Theme) -> list[QTextLayout.FormatRange]:
    made = []
    places = Utf16(hit.excerpt)
    for span in hit.highlights:
        one = QTextLayout.FormatRange()
        one.start = places.units(span.start)
        one.length = places.units(span.end) - one.start
        one.format = QTextCharFormat()
        one.format.setBackground(QColor(theme.hit))
        one.format.setForeground(QColor(theme.ink))
        made.append(one)
    return made
