from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from policyviewer.ui.widgets.breadcrumb import Crumb
from policyviewer.ui.widgets.status_line import StatusLine, library_text
from policyviewer.ui.widgets.zoom_slider import ZoomSlider


def test_place_figures_and_zoom_are_shown(qtbot):
    line = StatusLine((0.5, 4.0))
    qtbot.addWidget(line)
    line.show_library(2, "2020-07-30")
    line.show_index("索引正常")
    line.show_zoom(1.1)
    texts = {label.text() for label in line.findChildren(QLabel)}
    assert texts == {"2 份文件  ·  资料截至 2020-07-30", "索引正常", "110 %"}


def test_nothing_is_said_of_a_date_that_is_not_known():
    assert library_text(2, "") == "2 份文件"


def test_a_heading_above_is_gone_to(qtbot):
    line = StatusLine((0.5, 4.0))
    qtbot.addWidget(line)
    line.show()
    line.resize(1200, 30)
    line.show_place((Crumb("一、总体要求", 40), Crumb("（一）指导思想", 60)))
    with qtbot.waitSignal(line.place_chosen) as chosen:
        next(one for one in line.findChildren(QPushButton) if "总体" in one.text()).click()
    assert chosen.args == [40]


def test_the_slider_asks_for_a_zoom_and_follows_the_page(qtbot):
    line = StatusLine((0.5, 4.0))
    qtbot.addWidget(line)
    slider = line.findChild(ZoomSlider)
    with qtbot.waitSignal(line.zoom_chosen) as asked:
        slider.setValue(150)
    assert asked.args == [1.5]
    line.show_zoom(2.0)
    assert slider.value() == 200
