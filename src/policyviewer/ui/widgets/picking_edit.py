"""A line to type into, with a list below it of what can be meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from policyviewer.ui.widgets.offers import Offer, Offers

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickingEdit(QLineEdit):
    """The arrow keys move through the list while the line keeps the keyboard."""

    chosen = Signal(object)
    """The value of the Offer that Enter or a click has taken."""
    given_up = Signal()
    """Esc."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: Offers | None = None
        self._shown: Sequence[Offer] = ()

    @property
    def offers(self) -> Offers | None:
        """Give the list, which lies over the window."""
        return self._offers

    def set_offers(self, offers: Offers) -> None:
        """Take the list; its clicks are this line's."""
        self._offers = offers
        offers.chosen.connect(self.chosen)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show what can be meant; Enter means the first unless another one is chosen."""
        self._shown = offers
        if self._offers is not None:
            self._offers.show_offers(offers, self)
            self._offers.setCurrentRow(0 if offers else -1)

    def hide_offers(self) -> None:
        """Take the list away."""
        self._shown = ()
        if self._offers is not None:
            self._offers.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, offers = Qt.Key(event.key()), self._offers
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in _ENTER and self._shown and offers is not None:
            value = self._shown[max(0, offers.currentRow())].value
            self.hide_offers()
            self.chosen.emit(value)
        elif key in _STEPS and offers is not None:
            row = offers.currentRow() + _STEPS[key]
            offers.setCurrentRow(min(max(0, row), offers.count() - 1))
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide_offers()
        self.left.emit()
