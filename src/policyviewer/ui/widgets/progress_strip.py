"""The progress of long work in the status line, with a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from policyviewer.domain.pace import pace_text
from policyviewer.domain.tasks import Progress
from policyviewer.ui.translation import tr


class ProgressStrip(QWidget):
    """Hidden while nothing long is going on."""

    def __init__(
        self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._began = 0.0
        self._cancel: Callable[[], None] | None = None
        self._title = ""
        self._label = QLabel()
        self._label.setAccessibleName(tr("进度"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._button = QPushButton(tr("取消"))
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._on_cancel)
        self._pace = QLabel()
        # the line it stands in keeps its height, or all of the window would move with each job
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self._bar, self._pace, self._button):
            line.addWidget(part)
        self.hide()

    def begin(self, title: str, cancel: Callable[[], None]) -> None:
        """Be ready for a piece of work; it shows with its first progress, if it takes long."""
        if self._cancel is None or self._title != title:
            self._began = self._clock()
        self._title, self._cancel = title, cancel

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._label.setText(progress_text(self._title, progress))
        self._label.setToolTip(progress.label)
        self._pace.setText(pace_text(progress, self._clock() - self._began))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self.show()

    def finish(self) -> None:
        """Go: the work has ended."""
        self._cancel = None
        self.hide()

    def _on_cancel(self) -> None:
        if self._cancel is not None:
            self._cancel()


def progress_text(title: str, progress: Progress) -> str:
    """Give the words beside the bar: ``正在导入 3/40 意见.txt``."""
    counted = f" {progress.done}/{progress.total}" if progress.total else ""
    named = f" {progress.label[:24]}" if progress.label else ""
    return f"{title}{counted}{named}"
