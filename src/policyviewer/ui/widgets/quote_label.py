"""Quoted words with a bar beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

_BAR, _AIR = 4, 8


class QuoteLabel(QLabel):
    """Wrapped words beside a coloured bar.

    The bar is painted: a style sheet of its own costs each label 2 ms to be polished anew.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quote")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(_BAR + _AIR, 0, 0, 0)
        self._colour = ""

    def set_bar(self, colour: str) -> None:
        """Draw the bar in a colour, as #rrggbb."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, _BAR, self.height(), QColor(self._colour))
        painter.end()
