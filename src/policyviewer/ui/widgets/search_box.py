"""The box that everything is searched from."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from policyviewer.domain.syntax import help_text
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.offers import Offers

PAUSE_MS = 15
"""A query goes out once typing has paused for so long: keys that come in a burst are one."""
_LONGEST = 2000
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_EVERYWHERE = noop("检索全文、文号、标题、条款……   Ctrl+K")
_WITHIN = noop("再输入词，只在刚才的结果里找")


class SearchBox(QLineEdit):
    """Sends the query while it is typed; Down leads to the results, Enter opens the first."""

    query_changed = Signal(str)
    results_wanted = Signal()
    """Down: the keyboard goes to the results."""
    accepted = Signal()
    """Enter: the first result is wanted."""
    left = Signal()
    """Esc in an empty box: the focus goes back to the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName(tr("检索"))
        self.show_within(shown=False)
        self.setToolTip(help_text())
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self.setMaximumWidth(640)
        self._sent = ""
        self._composing = False
        """Whether an input method has letters in the box that are not words yet."""
        self.is_typed = False
        """Whether what stands in the box was typed, and not put there, and not yet taken."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._send)
        self.offers: Offers | None = None
        """What is offered below the box; its window makes it."""
        self._mark = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self._on_changed)

    def set_icon(self, icon: QIcon) -> None:
        """Show an icon at the beginning of the box."""
        self._mark.setIcon(icon)

    def set_query(self, text: str) -> None:
        """Put words into the box without sending them."""
        self._sent = text
        self.setText(text)
        self.is_typed = False
        self._pause.stop()

    def show_within(self, *, shown: bool) -> None:
        """Say, while the box is empty, that its words are found among the hits of others."""
        self.setPlaceholderText(tr(_WITHIN if shown else _EVERYWHERE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._moves_offers(key):
            return
        if key == Qt.Key.Key_Down:
            self.results_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hide_offers()
            self.is_typed = False
            self._send()
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def hide_offers(self) -> None:
        """Offer nothing any more."""
        if self.offers is not None:
            self.offers.hide()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide_offers()

    def _moves_offers(self, key: Qt.Key) -> bool:
        """Give a key to what is offered; Enter only where one of the offers was chosen."""
        if self.offers is None or not self.offers.isVisible():
            return False
        if key in _STEPS:
            return self.offers.step(_STEPS[key])
        if key == Qt.Key.Key_Escape:
            self.offers.hide()
            return True
        return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.offers.take()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Send nothing while words are being composed: the letters are not what is meant, and
        what they replace is not yet given up.
        """
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._composing:
            self._pause.stop()
        else:
            self._on_changed(self.text())

    def _on_changed(self, text: str) -> None:
        if self._composing:
            return
        self.is_typed = bool(text)
        if text:
            self._pause.start()
        else:
            self.hide_offers()
            self._send()  # an emptied box takes the marks away at once

    def _send(self) -> None:
        self._pause.stop()
        if self.text() != self._sent:
            self._sent = self.text()
            self.query_changed.emit(self._sent)
