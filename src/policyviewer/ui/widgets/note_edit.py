"""A text field that grows with its text and hands it on while it is written."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from policyviewer.ui.translation import tr

PAUSE_MS = 50
"""Words are handed on once the keys have rested for so long, and when the field is left.

A commit takes about a millisecond, so that words are safe well within 100 ms of the last key.
"""
_MOST_LINES = 14


class NoteEdit(QPlainTextEdit):
    """The words of one note."""

    committed = Signal(str)
    """The text, when it differs from the text handed on before."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("批注内容"))
        self.setPlaceholderText(tr("写批注……"))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stored = ""
        """The text that is known to be stored."""
        self._kept: str | None = ""
        """The text handed on last, as the field has it: blanks and line ends of some sorts it
        shows as others, which is no change of the user's.
        """
        self._on_their_way: list[str] = []
        """Texts handed on that are not known to be stored yet, the first one first."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.begin(text)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def begin(self, text: str) -> None:
        """Show another note, whatever stands here; what was done to the one before is forgotten."""
        self._stored = text
        self._on_their_way.clear()
        self.setPlainText(text)
        self._kept = self.toPlainText()
        self._pause.stop()

    def commit(self) -> None:
        """Hand the text on now, if it has changed."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._kept:
            self._kept = text
            self._on_their_way.append(text)
            self.committed.emit(text)

    def refuse(self) -> None:
        """Know that the words could not be stored: they stay, and are handed on again with the
        next key, when the field is left, and by :meth:`commit`.
        """
        self._kept = None
        self._on_their_way.clear()

    def take(self, text: str) -> None:
        """Show what was stored, unless newer words stand here.

        Where storing takes long, as on a stick, words come back that were handed on a while ago.
        """
        if text in self._on_their_way:
            del self._on_their_way[: self._on_their_way.index(text) + 1]
            self._stored = text
        elif self.toPlainText() == self._kept and text not in (self._kept, self._stored):
            self.begin(text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()  # at another width the words break into other lines

    def _on_changed(self) -> None:
        if self.toPlainText() != self._kept:
            self._pause.start()

    def _fit(self) -> None:
        """Ask the layout for the height that the text needs; beyond the bound the text scrolls."""
        policy = Qt.ScrollBarPolicy
        scrolls = self._text_height() > self._most()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    def _height(self) -> int:
        """Give the height that the text needs, in pixels, with margins and frame."""
        margins = 2 * self.document().documentMargin()
        frame = self.height() - self.viewport().height()
        return ceil(min(self._text_height(), self._most()) + margins + frame)

    def _most(self) -> int:
        return _MOST_LINES * self.fontMetrics().lineSpacing()

    def _text_height(self) -> float:
        """Give the height of the text, of a long one no more than shows that it is too high."""
        layout, most = self.document().documentLayout(), self._most()
        block, height = self.document().begin(), 0.0
        while block.isValid() and height <= most:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height
