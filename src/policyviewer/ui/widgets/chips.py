"""Small buttons in lines: what shapes a search, and what one might have meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.flow import FlowLayout
from policyviewer.ui.widgets.plain import plain

_TAKING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chips(QWidget):
    """Chips, each of which stands for a value; hidden without any."""

    chosen = Signal(object)
    """The value of the chip that was clicked, or taken with Enter, Space or Delete."""
    all_chosen = Signal()
    """All chips are to be taken away together."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        """``role`` gives the look: ``chip`` for what can be taken away, ``link`` for words."""
        super().__init__(parent)
        self._role = role
        self._all = QPushButton(tr("全部清除"))
        self._all.setProperty("role", "link")
        self._all.setAutoDefault(False)
        self._all.clicked.connect(self.all_chosen)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._values: list[object] = []
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout(self)
        self._flow.addWidget(self._all)
        self._all.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """Give the buttons in their order."""
        return self._buttons

    def show_chips(self, chips: Sequence[tuple[str, str, object]]) -> None:
        """Show these chips (words, tool tip, value); the focus stays among them if it can."""
        self._values = [value for _text, _tip, value in chips]
        shown = tuple((text, tip) for text, tip, _value in chips)
        if shown == self._shown:
            return
        at = next((at for at, one in enumerate(self._buttons) if one.hasFocus()), None)
        self._shown = shown
        self._clear()
        self._flow.removeWidget(self._all)
        for number, (text, tip) in enumerate(shown):
            self._add(number, text, tip)
        self._flow.addWidget(self._all)  # the last of all
        self._all.setVisible(self._role == "chip" and len(shown) > 1)
        self.setVisible(bool(shown))
        if at is not None and self._buttons:
            self._buttons[min(at, len(self._buttons) - 1)].setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _TAKING and isinstance(watched, QPushButton):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _clear(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []

    def _add(self, number: int, text: str, tip: str) -> None:
        removable = self._role == "chip"
        button = QPushButton(plain(f"{text}  ×" if removable else text))
        button.setProperty("role", self._role)
        button.setToolTip(tr("{tip}（点击去掉）").format(tip=tip) if removable else tip)
        button.setAccessibleName(tr("去掉 {tip}").format(tip=tip) if removable else text)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAutoDefault(False)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self.chosen.emit(self._values[number]))
        self._flow.addWidget(button)
        self._buttons.append(button)
        button.show()
