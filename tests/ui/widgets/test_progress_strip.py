from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from policyviewer.domain.tasks import Progress
from policyviewer.ui.widgets.progress_strip import ProgressStrip, progress_text


def test_it_shows_with_the_first_progress_and_goes_at_the_end(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.begin("正在导入", lambda: None)
    assert not strip.isVisible()
    strip.show_progress(Progress(1, 4, "意见.txt"))
    assert strip.isVisible()
    strip.finish()
    assert not strip.isVisible()


def test_the_button_cancels(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    cancelled: list[int] = []
    strip.begin("正在导入", lambda: cancelled.append(1))
    qtbot.mouseClick(strip.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert cancelled == [1]


def test_rate_and_rest_are_shown_from_the_beginning_of_the_work(qtbot):
    now = [100.0]
    strip = ProgressStrip(clock=lambda: now[0])
    qtbot.addWidget(strip)
    for second, done in ((0, 0), (5, 50), (10, 100)):
        now[0] = 100.0 + second
        strip.begin("正在导入", lambda: None)  # as every progress does
        strip.show_progress(Progress(done, 400))
    assert "每秒 10 份，约剩 30 秒" in [label.text() for label in strip.findChildren(QLabel)]
    strip.finish()
    strip.begin("正在导入", lambda: None)
    strip.show_progress(Progress(1, 400))
    assert "" in [label.text() for label in strip.findChildren(QLabel)]


def test_the_words_count_and_name():
    assert progress_text("正在导入", Progress(3, 40, "意见.txt")) == "正在导入 3/40 意见.txt"
    assert progress_text("正在导入", Progress(0, 0)) == "正在导入"
