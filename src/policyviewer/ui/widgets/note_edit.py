"""A text field that grows with its text and hands it on while it is written."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

PAUSE_MS = 50
"""Words are handed on once the keys have rested for so long, and when the field is left.

A commit takes about a millisecond, so that words are safe well within 100 ms of the last key.
"""
_LINES = (1, 14)


class NoteEdit(QPlainTextEdit):
    """The words of one note."""

    committed = Signal(str)
    """The text, when it differs from the text handed on before."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("批注内容")
        self.setPlaceholderText("写批注……")
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self._kept = text
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def commit(self) -> None:
        """Hand the text on now, if it has changed."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._kept:
            self._kept = text
            self.committed.emit(text)

    def take(self, text: str) -> None:
        """Show what was stored, unless newer words stand here."""
        if self.toPlainText() == self._kept and text != self._kept:
            self._kept = text
            self.setPlainText(text)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def _on_changed(self) -> None:
        if self.toPlainText() != self._kept:
            self._pause.start()

    def _fit(self) -> None:
        """Be as high as the text, within bounds."""
        least, most = _LINES
        lines = min(most, max(least, round(self.document().size().height())))
        frame = 2 * self.frameWidth() + 14
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + frame)
