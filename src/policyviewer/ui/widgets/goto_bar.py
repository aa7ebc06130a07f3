"""The bar with which one goes to a clause of the open document by its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.offers import Offer, Offers
from policyviewer.ui.widgets.picking_edit import PickingEdit

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
        self._place = PickingEdit()
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
        self._place.chosen.connect(self._on_chosen)
        self._place.given_up.connect(self.close_bar)
        self._close.clicked.connect(self.close_bar)
        self.hide()

    @property
    def hint(self) -> str:
        """Give what is told beside the line."""
        return self._hint.text()

    def set_offers(self, offers: Offers) -> None:
        """Take the list in which places are offered, over the window."""
        self._place.set_offers(offers)

    def open_bar(self) -> None:
        """Show the bar, with nothing typed."""
        self.show()
        self._place.clear()
        self.show_places((), "")
        self._place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar and what it offers."""
        self._place.hide_offers()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def show_places(self, places: Sequence[Offer], hint: str) -> None:
        """Offer places, the first of which Enter means, and tell something beside the line."""
        self._hint.setText(hint)
        self._place.offer(places)

    def _on_chosen(self, value: object) -> None:
        self.close_bar()
        self.chosen.emit(value)
