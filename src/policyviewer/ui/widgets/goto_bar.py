"""The bar with which one goes to a clause of the open document by its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.offers import Offer, Offers

_WIDEST = 440
"""Device-independent pixels of the line for the number."""


class GotoBar(QFrame):
    """A line for the place, and below it what it can mean."""

    changed = Signal(str)
    chosen = Signal(object)
    """The value of the Offer that is gone to."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAccessibleName(tr("转到条款"))
        self.offers: Offers | None = None
        """Where the places are offered: a list over the window."""
        self._shown: Sequence[Offer] = ()
        self._place = _PlaceEdit()
        self._place.setPlaceholderText(tr("条款：65条2款、三（二）、附件2 三，或标题里的字"))
        self._place.setAccessibleName(tr("要转到的条款"))
        self._place.setMaximumWidth(_WIDEST)
        self._hint = QLabel()
        self._hint.setAccessibleName(tr("转到哪里"))
        self._close = QToolButton()
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setToolTip(tr("关闭（Esc）"))
        self._close.setAccessibleName(tr("关闭"))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.addWidget(self._place, 3)
        line.addWidget(self._hint)
        line.addStretch(1)
        line.addWidget(self._close)
        self._place.textChanged.connect(self.changed)
        self._place.left.connect(self._hide_offers)
        self._close.clicked.connect(self.close_bar)
        self.hide()

    @property
    def text(self) -> str:
        """Give what is typed."""
        return self._place.text()

    @property
    def hint(self) -> str:
        """Give what is told beside it."""
        return self._hint.text()

    def open_bar(self) -> None:
        """Show the bar, with nothing typed."""
        self.show()
        self._place.clear()
        self.show_places((), "")
        self._place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar and what it offers."""
        self._hide_offers()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def show_places(self, places: Sequence[Offer], hint: str) -> None:
        """Offer places, the first of which Enter means, and tell something beside the line."""
        self._shown = places
        self._hint.setText(hint)
        if self.offers is not None:
            self.offers.show_offers(places, self._place)
            self.offers.setCurrentRow(0 if places else -1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, offers = event.key(), self.offers
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._shown:
            self._choose()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and offers is not None:
            by = 1 if key == Qt.Key.Key_Down else -1
            offers.setCurrentRow(min(max(0, offers.currentRow() + by), offers.count() - 1))
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        row = self.offers.currentRow() if self.offers is not None else 0
        value = self._shown[max(0, row)].value
        self.close_bar()
        self.chosen.emit(value)

    def _hide_offers(self) -> None:
        if self.offers is not None:
            self.offers.hide()


class _PlaceEdit(QLineEdit):
    """A line that tells when it loses the keyboard."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
