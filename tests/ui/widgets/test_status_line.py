from __future__ import annotations

from PySide6.QtWidgets import QLabel

from policyviewer.ui.widgets.status_line import StatusLine


def test_place_figures_and_zoom_are_shown(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_place("一、总体要求  ›  （一）指导思想")
    line.show_library(2)
    line.show_index("索引正常")
    line.show_zoom(1.1)
    texts = {label.text() for label in line.findChildren(QLabel)}
    assert texts == {"一、总体要求  ›  （一）指导思想", "2 份文件", "索引正常", "110 %"}
