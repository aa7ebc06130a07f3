"""The narrow column of icons that chooses the side panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from policyviewer.ui.theme import RAIL
from policyviewer.ui.translation import noop, tr

PANELS = (
    ("library", noop("文库"), "book-2-line"),
    ("outline", noop("目录"), "list-unordered"),
    ("search", noop("检索结果"), "search-line"),
    ("bookmarks", noop("书签"), "bookmark-line"),
    ("notes", noop("全部批注"), "sticky-note-line"),
    ("compilation", noop("政策汇编"), "stack-line"),
)
_BUTTON = 36
_ICON = 20


class Rail(QFrame):
    """One checked button a panel."""

    panel_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(RAIL)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(4)
        for name, title, _icon in PANELS:
            column.addWidget(self._button(name, tr(title)))
        column.addStretch()
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons["library"].setChecked(True)

    def choose(self, name: str) -> None:
        """Check a panel's button."""
        self._buttons[name].setChecked(True)

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Draw the icons anew, after the theme has changed."""
        for name, _title, glyph in PANELS:
            self._buttons[name].setIcon(icon(glyph))

    def _button(self, name: str, title: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setCheckable(True)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(title)
        button.setAccessibleName(title)
        self._group.addButton(button)
        self._buttons[name] = button
        return button

    def _on_clicked(self, button: QToolButton) -> None:
        self.panel_chosen.emit(button.objectName())
