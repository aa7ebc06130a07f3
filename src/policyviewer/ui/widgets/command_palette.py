"""The command palette: whatever the window can do, found by its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from policyviewer.ui.commands import Command, ranked
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.offers import Offer, Offers
from policyviewer.ui.widgets.picking_edit import PickingEdit

_WIDTH = 560
_TOP = 8
_MOST = 12
"""Commands that are listed at a time."""


class CommandPalette(QFrame):
    """A line over the window with the commands below it; gone as soon as it loses the keyboard."""

    chosen = Signal(object)
    """The name of the Command that was taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAccessibleName(tr("命令"))
        self._owner = parent
        self._commands: Sequence[Command] = ()
        self._recent: list[object] = []
        self._before: QWidget | None = None
        self._words = PickingEdit()
        self._words.setPlaceholderText(tr("要做什么？输入文字或拼音首字母"))
        self._words.setAccessibleName(tr("命令"))
        self.offers = Offers(parent)
        self._words.set_offers(self.offers)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._words)
        self._words.textChanged.connect(self._refresh)
        self._words.chosen.connect(self._on_chosen)
        self._words.given_up.connect(self.close_palette)
        self._words.left.connect(self.hide)
        self.hide()

    def open_palette(self, commands: Sequence[Command]) -> None:
        """Show the commands, those used last first."""
        self._commands = commands
        self._before = QApplication.focusWidget()
        width = min(_WIDTH, self._owner.width() - 2 * _TOP)
        self.resize(width, self.sizeHint().height())
        self.move(QPoint((self._owner.width() - width) // 2, _TOP))
        self._words.clear()
        self.show()
        self.raise_()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._refresh()

    def close_palette(self) -> None:
        """Go away and give the keyboard back."""
        self._words.hide_offers()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if self.isHidden():
            return
        found = ranked(self._commands, self._words.text(), self._recent)[:_MOST]
        self._words.offer([Offer(one.text, _note(one), one) for one in found])

    def _on_chosen(self, command: Command) -> None:
        self.close_palette()
        if command.enabled:
            self._recent = [command.name, *(one for one in self._recent if one != command.name)]
            self.chosen.emit(command.name)


def _note(command: Command) -> str:
    """Give what stands at the right of a command: its key, or that it cannot be used now."""
    return command.key if command.enabled else tr("现在不能用")
