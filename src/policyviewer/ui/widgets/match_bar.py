"""The line below the page that tells which hit one is at, and leads to the others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from policyviewer.ui.translation import tr


class MatchBar(QFrame):
    """Shows a place among the hits; hidden when the page has none."""

    previous_wanted = Signal()
    next_wanted = Signal()
    return_wanted = Signal()
    """Back to where one was before the hits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matches")
        self._text = QLabel()
        self._text.setAccessibleName(tr("命中的位置"))
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._previous = _button(tr("上一处命中（Shift+F3）"), self.previous_wanted)
        self._next = _button(tr("下一处命中（F3）"), self.next_wanted)
        self._return = QPushButton(tr("返回（Esc）"))
        self._return.setProperty("role", "link")
        self._return.setToolTip(tr("回到检索前读到的地方"))
        self._return.clicked.connect(self.return_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 3, 12, 3)
        line.addWidget(self._previous)
        line.addWidget(self._next)
        line.addWidget(self._text, 1)
        line.addWidget(self._return)
        self.hide()

    @property
    def text(self) -> str:
        """Give the words that are shown."""
        return self._text.text()

    def set_icons(self, previous: QIcon, following: QIcon) -> None:
        """Take the icons of a theme."""
        self._previous.setIcon(previous)
        self._next.setIcon(following)

    def show_place(self, words: str, *, returnable: bool) -> None:
        """Show where one is, and whether there is a place to go back to; no words hide it."""
        self._text.setText(words)
        self._text.setToolTip(words)
        self._return.setVisible(returnable)
        self.setVisible(bool(words) or returnable)


def _button(name: str, signal: object) -> QToolButton:
    button = QToolButton()
    button.setToolTip(name)
    button.setAccessibleName(name.partition("（")[0])
    button.setAutoRaise(True)
    button.clicked.connect(signal)
    return button
