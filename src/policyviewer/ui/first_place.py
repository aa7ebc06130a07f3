"""Where the window lies when nothing is known of the time before."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

_LARGEST = QSize(1440, 1000)
_WIDTH, _HEIGHT = 0.92, 0.86
"""Parts of the screen: what is left above is enough for the window's title."""


def first_place(free: QRect) -> QRect:
    """Give most of what a screen has free, in its middle; in device-independent pixels."""
    most = QSize(round(free.width() * _WIDTH), round(free.height() * _HEIGHT))
    place = QRect(QPoint(), most.boundedTo(_LARGEST))
    place.moveCenter(free.center())
    return place
