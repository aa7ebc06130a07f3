from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.strip import MarkStrip, chosen, tick_top


def strip_of(qtbot: QtBot) -> MarkStrip:
    strip = MarkStrip(PageColours())
    qtbot.addWidget(strip)
    strip.resize(12, 400)
    strip.set_length(1000)
    strip.show()
    return strip


def test_the_ends_of_the_text_are_the_ends_of_the_strip():
    assert tick_top(0, 1000, 400) == 0
    assert tick_top(1000, 1000, 400) == 397


def test_a_click_near_a_tick_means_it():
    assert chosen(202.0, [500], 1000, 400) == 500


def test_a_click_elsewhere_means_the_place():
    assert chosen(100.0, [500], 1000, 400) == 250


def test_a_click_below_the_end_is_the_end():
    assert chosen(999.0, [], 1000, 400) == 1000


def test_a_click_is_told(qtbot: QtBot):
    strip = strip_of(qtbot)
    strip.set_hits([TextRange(500, 502)], None)
    with qtbot.waitSignal(strip.place_chosen) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(6, 201))
    assert told.args == [500]


def test_the_current_hit_is_painted_in_the_accent(qtbot: QtBot):
    strip = strip_of(qtbot)
    hit = TextRange(500, 502)
    strip.set_hits([hit], hit)
    assert strip.grab().toImage().pixelColor(6, 200) == QColor(PageColours().accent)
