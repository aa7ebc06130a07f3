"""A list without a scroll area of its own: rows to be chosen by a click or by a key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override


class ChosenRows(QListWidget):
    """As high as its rows, also when large print is turned to; what a row does is the list's."""

    _KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
    """What chooses the row that the keyboard is on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says of the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in self._KEYS and item is not None:
            self._on_item(item)
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:  # into large print, or out of it
            self._fit()

    def _fit(self) -> None:
        """Take the height of the rows."""
        raise NotImplementedError

    def _on_item(self, item: QListWidgetItem) -> None:
        """Do what choosing a row does."""
        raise NotImplementedError
