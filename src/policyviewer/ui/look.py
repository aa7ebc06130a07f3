"""Puts a theme on the whole application."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from policyviewer.app.settings import ThemeName
from policyviewer.ui.fonts import interface_font
from policyviewer.ui.icons import Icons
from policyviewer.ui.stylesheet import enlarged, stylesheet
from policyviewer.ui.theme import LARGE_PRINT, THEMES, Theme

_Role = QPalette.ColorRole


class Look(QObject):
    """The theme in force; whoever paints or shows icons listens to ``changed``."""

    changed = Signal(object)
    """The Theme that is in force now."""

    def __init__(
        self, application: QApplication, resources: Path, name: ThemeName, *, large: bool = False
    ) -> None:
        super().__init__(application)
        self._application = application
        self._pictures = resources / "icons"
        self._icons = Icons()
        self.theme = THEMES[name]
        application.setStyle("Fusion")
        application.setWindowIcon(QIcon(str(self._pictures / "policyviewer.svg")))
        self.apply(name, large=large)

    def apply(self, name: ThemeName, *, large: bool = False) -> None:
        """Put another theme on, in the usual type or in large print."""
        by = LARGE_PRINT if large else 1.0
        self._application.setFont(interface_font(by))
        self.theme = THEMES[name]
        pictures = self._pictures / ("dark" if self.theme.dark else "light")
        self._application.setStyleSheet("")  # to take one off and put one on is thrice as fast
        self._application.setPalette(_palette(self.theme))
        sheet = stylesheet(self.theme, pictures.as_posix())
        self._application.setStyleSheet(enlarged(sheet, by))
        self.changed.emit(self.theme)

    def icon(self, name: str) -> QIcon:
        """Give a line icon in the theme's colours."""
        return self._icons.icon(name, self.theme)


def _palette(theme: Theme) -> QPalette:
    colours = {
        _Role.Window: theme.window,
        _Role.Base: theme.field,
        _Role.AlternateBase: theme.hover,
        _Role.Button: theme.panel,
        _Role.WindowText: theme.ink,
        _Role.Text: theme.ink,
        _Role.ButtonText: theme.ink,
        _Role.PlaceholderText: theme.soft,
        _Role.Highlight: theme.selection,
        _Role.HighlightedText: theme.ink,
        _Role.ToolTipBase: theme.field,
        _Role.ToolTipText: theme.ink,
        _Role.Link: theme.accent,
        _Role.Accent: theme.accent,
    }
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    return palette
