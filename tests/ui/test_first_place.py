from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from policyviewer.ui.first_place import first_place
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.window_state import WindowState


@pytest.mark.parametrize(
    ("free", "size"),
    [
        (QRect(0, 0, 1366, 728), QSize(1257, 626)),
        (QRect(0, 0, 2560, 1400), QSize(1440, 1000)),
        (QRect(1366, 0, 1280, 984), QSize(1178, 846)),
    ],
)
def test_most_of_the_screen_is_taken(free: QRect, size: QSize):
    place = first_place(free)
    assert place.size() == size
    assert free.contains(place)
    assert (place.center() - free.center()).manhattanLength() <= 1


def test_a_title_fits_above_on_a_small_screen():
    assert first_place(QRect(0, 0, 1366, 728)).top() > 40


def test_the_first_window_takes_it_and_the_next_the_place_it_was_left_at(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.restore_state(WindowState())
    assert window.geometry() == first_place(window.screen().availableGeometry())
    window.resize(730, 500)
    again = MainWindow()
    qtbot.addWidget(again)
    again.restore_state(window.state())
    assert again.size() == QSize(730, 500)
