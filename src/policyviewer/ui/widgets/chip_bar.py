"""What narrows the results down, as chips: a click takes one away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from policyviewer.ui.widgets.flow_layout import FlowLayout

_WIDEST = 240


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition: its words, what they mean, and what stands for it."""

    text: str
    tip: str
    value: object


class ChipBar(QWidget):
    """Shows chips in as many lines as they need; without any it takes no room."""

    removed = Signal(object)
    """The value of the chip that was clicked."""
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("检索条件")
        self._chips: tuple[Chip, ...] = ()
        self._layout = FlowLayout(self)
        self._layout.setContentsMargins(12, 2, 12, 6)
        self.hide()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """Give the chips that are shown."""
        return self._chips

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show other chips; from two on, all can be taken away at once."""
        if tuple(chips) == self._chips:
            return
        self._chips = tuple(chips)
        while (item := self._layout.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        for chip in chips:
            self._add(chip)
        if len(chips) > 1:
            everything = QPushButton("全部去掉", self)
            everything.setProperty("role", "link")
            everything.clicked.connect(self.cleared)
            self._show(everything)
        self.setVisible(bool(chips))
        self.updateGeometry()

    def _add(self, chip: Chip) -> None:
        button = QPushButton(self)
        button.setProperty("role", "chip")
        words = button.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideMiddle, _WIDEST)
        button.setText(f"{words}  ✕".replace("&", "&&"))
        button.setToolTip(f"{chip.tip}\n点击去掉")
        button.setAccessibleName(f"去掉：{chip.text}")
        button.clicked.connect(lambda: self.removed.emit(chip.value))
        self._show(button)

    def _show(self, button: QPushButton) -> None:
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._layout.addWidget(button)
        button.show()
