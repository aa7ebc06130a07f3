"""A menu of choices: of the page (spacing, typeface, colours), of citations."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from policyviewer.app.settings import Settings
from policyviewer.ui.choices import Choices
from policyviewer.ui.translation import tr


class ChoiceMenu(QMenu):
    """A submenu for each choice, with the present one marked."""

    chosen = Signal(str, object)
    """The name of a field of Settings, and its new value."""

    def __init__(self, title: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setAccessibleName(title)
        self._actions: dict[str, dict[object, QAction]] = {}
        for name, (words, values) in choices.items():
            self._add_choice(name, tr(words), values)

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
