from __future__ import annotations

from PySide6.QtCore import Qt

from policyviewer.ui.widgets.zoom_slider import ZoomSlider


def made(qtbot):
    slider = ZoomSlider(0.5, 4.0)
    qtbot.addWidget(slider)
    asked = []
    slider.zoom_chosen.connect(asked.append)
    return slider, asked


def test_what_is_shown_is_not_asked_for(qtbot):
    slider, asked = made(qtbot)
    slider.show_zoom(1.21)
    assert (slider.value(), asked) == (121, [])


def test_keys_ask_for_steps_and_ends(qtbot):
    slider, asked = made(qtbot)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(slider, key)
    assert asked == [1.1, 4.0, 0.5]
