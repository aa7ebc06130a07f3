"""The line below the page while it is read aloud: pause, go on, stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from policyviewer.ui.translation import tr


class SpeechBar(QFrame):
    """Shown while something is said or waits in a pause."""

    pause_wanted = Signal()
    """Pause, or go on after one."""
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matches")
        self._text = QLabel()
        self._text.setAccessibleName(tr("正在朗读"))
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._pause = QPushButton(tr("暂停朗读"))
        self._pause.setProperty("role", "link")
        self._pause.clicked.connect(self.pause_wanted)
        stop = QPushButton(tr("停止朗读"))
        stop.setProperty("role", "link")
        stop.clicked.connect(self.stop_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 3, 12, 3)
        line.addWidget(self._text, 1)
        line.addWidget(self._pause)
        line.addWidget(stop)
        self.hide()

    def show_state(self, *, paused: bool) -> None:
        """Show that something is said, or that it waits."""
        self._text.setText(tr("朗读已暂停") if paused else tr("正在朗读"))
        self._pause.setText(tr("继续朗读") if paused else tr("暂停朗读"))
        self.show()
