from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from policyviewer.ui.panes.badges import badge_width, draw_badge
from policyviewer.ui.theme import LIGHT


def test_no_words_take_no_room(qtbot: QtBot):
    assert badge_width("", QFont()) == 0
    assert badge_width("ab", QFont()) > badge_width("a", QFont()) > 0


def test_a_badge_ends_where_it_is_told(qtbot: QtBot):
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    draw_badge(painter, QPoint(150, 20), "ab", QFont(), LIGHT)
    painter.end()
    painted = [
        x for x in range(200) for y in range(40) if picture.pixelColor(x, y).name() != "#ffffff"
    ]
    width = badge_width("ab", QFont())
    assert 150 - width - 2 <= min(painted) <= max(painted) <= 152
