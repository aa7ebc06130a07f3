"""The small framed words behind a title: what is to be known before one relies on a document."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from policyviewer.ui.theme import RADIUS, Theme

_AIR = 5


def badge_width(words: str, font: QFont) -> int:
    """Give the width of a badge in pixels; nothing for no words."""
    return QFontMetrics(font).horizontalAdvance(words) + 2 * _AIR if words else 0


def draw_badge(painter: QPainter, right: QPoint, words: str, font: QFont, theme: Theme) -> None:
    """Draw a badge that ends, in the middle of its height, at a point."""
    width, height = badge_width(words, font), QFontMetrics(font).height()
    place = QRect(right.x() - width, right.y() - height // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QColor(theme.accent))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, RADIUS / 2, RADIUS / 2)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
