from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from policyviewer.ui.widgets.speech_bar import SpeechBar


def test_it_says_what_its_buttons_do_now(qtbot: QtBot):
    bar = SpeechBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_state(paused=False)
    pause, stop = bar.findChildren(QPushButton)
    assert (pause.text(), stop.text()) == ("暂停朗读", "停止朗读")
    bar.show_state(paused=True)
    assert pause.text() == "继续朗读"
    with qtbot.waitSignals([bar.pause_wanted, bar.stop_wanted]):
        pause.click()
        stop.click()
