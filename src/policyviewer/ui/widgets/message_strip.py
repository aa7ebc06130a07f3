"""A quiet line of news below the page, with at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from policyviewer.ui.translation import tr

_SHOWN_MS = 8000


class MessageStrip(QFrame):
    """Shows a sentence for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._deed: Callable[[], object] | None = None
        self._text = QLabel()
        self._text.setAccessibleName(tr("消息"))
        self._text.setWordWrap(True)
        self._button = QPushButton()
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._on_clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 12, 6)
        line.addWidget(self._text, 1)
        line.addWidget(self._button)
        self._time = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._time.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """Give the sentence that is shown, or the last one that was."""
        return self._text.text()

    def show_message(
        self,
        text: str,
        action: str = "",
        deed: Callable[[], object] | None = None,
        *,
        lasting: bool = False,
    ) -> None:
        """Show a sentence and, if given, a button that does something about it; a ``lasting``
        one stays until there is another.
        """
        self._text.setText(text)
        self._deed = deed
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.show()
        if lasting:
            self._time.stop()
        else:
            self._time.start()

    def act(self) -> None:
        """Do what the button offers, and go."""
        deed, self._deed = self._deed, None
        self.hide()
        if deed is not None:
            deed()

    def _on_clicked(self) -> None:
        self.act()
