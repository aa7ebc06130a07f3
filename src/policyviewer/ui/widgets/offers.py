"""What the search box offers while one types: a list below it that never takes the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from policyviewer.ui.fonts import row_height
from policyviewer.ui.models.rows import Index, Role
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import tr

_ROW = 32
_FRAME = 10
_EDGE = 12
_GAP = 4
_NARROWEST = 280
_NOTE = 0.4
"""Of a row's width that its note may take."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that are offered, what they are, and what is meant by them."""

    text: str
    note: str
    value: object


class Offers(QListWidget):
    """The focus stays in the box, whose keys move through the list."""

    chosen = Signal(object)
    """The value of the offer that was clicked or taken with Enter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self.kept_clear: QWidget | None = None
        """What is not to be covered."""
        self.setObjectName("offers")
        self.setAccessibleName(tr("检索建议"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self._delegate = _NoteDelegate(self)
        self.setItemDelegate(self._delegate)
        self.itemClicked.connect(self._on_clicked)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], below: QWidget) -> None:
        """Show offers below a widget, none of them chosen; nothing without any."""
        self.clear()
        for offer in offers:
            item = QListWidgetItem(offer.text)
            item.setData(Role.VALUE, offer)
            item.setToolTip(offer.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.text}，{offer.note}")
            self.addItem(item)
        self.setCurrentRow(-1)
        if not offers:
            self.hide()
            return
        corner = below.mapTo(self._owner, QPoint(0, below.height() + 2))
        right = corner.x() + below.width()
        left = max(corner.x(), self._clear_from())
        width = max(right - left, min(_NARROWEST, below.width()))
        self.setFixedHeight(row_height(self.font(), _ROW) * len(offers) + _FRAME)
        self.setGeometry(QRect(left, corner.y(), width, self.height()))
        self.show()
        self.raise_()

    def step(self, by: int) -> bool:
        """Choose the neighbour of the current offer; False when there is none that way."""
        row = self.currentRow() + by
        if by < 0 and row < 0:
            self.setCurrentRow(-1)
            return True
        if row >= self.count():
            return False
        self.setCurrentRow(row)
        return True

    def take(self) -> bool:
        """Take the current offer; False when none is chosen."""
        if self.currentRow() < 0:
            return False
        self._on_clicked(self.currentItem())
        return True

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def _clear_from(self) -> int:
        """Give where the list may begin: the results, which change with each key, stay in view."""
        results = self.kept_clear
        if results is None or not results.isVisible():
            return 0
        return results.mapTo(self._owner, QPoint(results.width() + _GAP, 0)).x()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        offer = item.data(Role.VALUE)
        self.hide()
        if isinstance(offer, Offer):
            self.chosen.emit(offer.value)


class _NoteDelegate(QStyledItemDelegate):
    """Draws what an offer is at the right end of its row."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self.theme = LIGHT

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(self.theme.soft))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        inner = option.rect.adjusted(0, 0, -_EDGE, 0)
        painter.drawText(inner, flags, self._note(option, index))
        painter.restore()

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the note."""
        super().initStyleOption(option, index)
        metrics = option.fontMetrics
        taken = metrics.horizontalAdvance(self._note(option, index)) + 3 * _EDGE
        option.text = metrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, option.rect.width() - taken
        )

    def _note(self, option: QStyleOptionViewItem, index: Index) -> str:
        offer = index.data(Role.VALUE)
        note = offer.note if isinstance(offer, Offer) else ""
        room = round(option.rect.width() * _NOTE)
        return option.fontMetrics.elidedText(note, Qt.TextElideMode.ElideRight, room)
