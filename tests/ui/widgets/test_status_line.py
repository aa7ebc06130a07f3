from __future__ import annotations

from PySide6.QtWidgets import QLabel

from policyviewer.ui.widgets.status_line import StatusLine
from policyviewer.ui.widgets.zoom_slider import ZoomSlider


def test_place_figures_and_zoom_are_shown(qtbot):
    line = StatusLine((0.5, 4.0))
    qtbot.addWidget(line)
    line.show_place("一、总体要求  ›  （一）指导思想")
    line.show_library(2)
    line.show_index("索引正常")
    line.show_zoom(1.1)
    texts = {label.text() for label in line.findChildren(QLabel)}
    assert texts == {"一、总体要求  ›  （一）指导思想", "2 份文件", "索引正常", "110 %"}


def test_the_slider_asks_for_a_zoom_and_follows_the_page(qtbot):
    line = StatusLine((0.5, 4.0))
    qtbot.addWidget(line)
    slider = line.findChild(ZoomSlider)
    with qtbot.waitSignal(line.zoom_chosen) as asked:
        slider.setValue(150)
    assert asked.args == [1.5]
    line.show_zoom(2.0)
    assert slider.value() == 200
