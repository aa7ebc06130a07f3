"""The bar at the top of the window: back and forward, menus, the search box, buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from policyviewer.ui.actions import Do, Group, menus
from policyviewer.ui.choices import OF_CITATIONS, OF_THE_PAGE
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.choice_menu import ChoiceMenu

_MENUS_SHARE = 0.34
"""The largest part of the window's width that the menus may take from the search box."""
_ICONS = {
    Do.BACK: "arrow-left-line",
    Do.FORWARD: "arrow-right-line",
    Do.NOTES_COLUMN: "layout-right-line",
    Do.NEXT_THEME: "contrast-2-line",
}


class TopBar(QFrame):
    """Holds the menus twice: side by side, and behind one button where there is little room."""

    def __init__(
        self, actions: dict[Do, QAction], search_box: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._actions = actions
        self.menu = QMenu(self)
        self.menu_bar = QMenuBar()
        self.menu_bar.setNativeMenuBar(False)  # it stands in the bar, on every system
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.reading_menu = ChoiceMenu(tr("版面设置"), OF_THE_PAGE, self)
        self.reading_menu.addSeparator()
        self.reading_menu.addActions([actions[Do.LARGE_PRINT], actions[Do.RESTORED]])
        self.citation_menu = ChoiceMenu(tr("引用格式"), OF_CITATIONS, self)
        self._fill_menus()
        self._page = _menu_button(self.reading_menu, tr("版面设置"))
        self._page.setToolTip(tr("行距、每行字数、字体、配色、大字版"))
        self._more = _menu_button(self.menu, tr("菜单"))
        self._build(search_box)

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Draw icons in the colours of a theme; ``icon`` gives them by name."""
        for do, name in _ICONS.items():
            self._actions[do].setIcon(icon(name))
        self._more.setIcon(icon("more-2-fill"))
        self._page.setIcon(icon("font-size"))

    def fit(self, width: int) -> None:
        """Show the menus side by side, or behind one button where they take too much room of a
        window so many pixels wide.
        """
        fits = self.menu_bar.sizeHint().width() <= width * _MENUS_SHARE
        self.menu_bar.setVisible(fits)
        self._more.setVisible(not fits)

    def _fill_menus(self) -> None:
        for group, section in menus(self._actions, self).items():
            if group is Group.NOTES:
                section.insertMenu(self._actions[Do.NEXT_NOTE], self.citation_menu)
            self.menu_bar.addMenu(section)
            self.menu.addMenu(section)

    def _build(self, search_box: QWidget) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.addWidget(self._button(Do.BACK))
        line.addWidget(self._button(Do.FORWARD))
        line.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(search_box, 8)
        line.addStretch(1)
        line.addWidget(self._button(Do.NOTES_COLUMN))
        line.addWidget(self._page)
        line.addWidget(self._more)

    def _button(self, do: Do) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[do])
        button.setAccessibleName(self._actions[do].text())
        button.setAutoRaise(True)
        return button


def _menu_button(menu: QMenu, name: str) -> QToolButton:
    button = QToolButton()
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
