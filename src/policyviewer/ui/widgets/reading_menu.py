"""The menu of the page: spacing, length of lines, typeface, colours, large print."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from policyviewer.app.page_settings import BodyFace, LineLength, Spacing
from policyviewer.app.settings import Settings, ThemeName
from policyviewer.ui.translation import noop, tr

_CHOICES: Mapping[str, tuple[str, Mapping[StrEnum, str]]] = {
    "spacing": (
        noop("行距"),
        {Spacing.TIGHT: noop("紧"), Spacing.STANDARD: noop("标准"), Spacing.LOOSE: noop("宽")},
    ),
    "length": (
        noop("每行字数"),
        {
            LineLength.SHORT: noop("至多 28 字（公文标准）"),
            LineLength.MIDDLE: noop("至多 34 字"),
            LineLength.LONG: noop("至多 42 字"),
        },
    ),
    "face": (
        noop("正文字体"),
        {
            BodyFace.FANGSONG: noop("仿宋（公文标准）"),
            BodyFace.SONG: noop("宋体"),
            BodyFace.HEI: noop("黑体"),
        },
    ),
    "theme": (
        noop("配色"),
        {
            ThemeName.LIGHT: noop("浅色"),
            ThemeName.DARK: noop("深色"),
            ThemeName.PAPER: noop("纸张"),
            ThemeName.HIGH_CONTRAST: noop("高对比"),
        },
    ),
}
"""What can be chosen of each field of Settings."""


class ReadingMenu(QMenu):
    """A submenu for each choice, with the present one marked."""

    chosen = Signal(str, object)
    """The name of a field of Settings, and its new value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("版面"), parent)
        self.setAccessibleName(tr("版面设置"))
        self._actions: dict[str, dict[object, QAction]] = {}
        for name, (title, values) in _CHOICES.items():
            self._add_choice(name, tr(title), values)
        self.addSeparator()

    def show_settings(self, settings: Settings) -> None:
        """Mark what is in force."""
        for name, actions in self._actions.items():
            actions[getattr(settings, name)].setChecked(True)

    def _add_choice(self, name: str, title: str, values: Mapping[StrEnum, str]) -> None:
        section = self.addMenu(title)
        group = QActionGroup(section)
        self._actions[name] = {}
        for value, words in values.items():
            action = section.addAction(tr(words))
            action.setCheckable(True)
            action.setData((name, value))
            group.addAction(action)
            self._actions[name][value] = action
        group.triggered.connect(lambda action: self.chosen.emit(*action.data()))
