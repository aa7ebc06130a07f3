"""What the user chooses of the look and the page: shown at once, and told to be kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from policyviewer.app.groupings import Grouping
from policyviewer.app.settings import Language, Settings, ThemeName, page_style
from policyviewer.ui.actions import Do
from policyviewer.ui.main_window import MainWindow

ZOOM_STEP = 1.1
_IN_CHINESE = "重新启动后，界面是中文。"
_IN_ENGLISH = "The window will be in English when you start it again."
LARGE_ZOOM = 1.5
"""Of the page in large print."""


class ChoicePresenter(QObject):
    """Holds the settings in force and brings the window in step with every change."""

    changed = Signal(object)
    """The Settings after the user chose something else."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        for menu in (window.bar.reading_menu, window.bar.citation_menu):
            menu.chosen.connect(self.choose)
        window.reader.zoom_changed.connect(self._on_zoomed)
        window.status.zoom_chosen.connect(window.reader.set_zoom)
        self._show()
        window.reader.set_zoom(settings.zoom)
        window.status.show_zoom(settings.zoom)

    @property
    def settings(self) -> Settings:
        """Give the settings in force."""
        return self._settings

    def choose(self, name: str, value: object) -> None:
        """Take another value of a setting, by the name of its field."""
        self._keep(replace(self._settings, **{name: value}))  # type: ignore[arg-type]  # by name

    def keep_grouping(self, grouping: Grouping) -> None:
        """Keep how the documents of the library are grouped."""
        self.choose("grouping", grouping)

    def next_theme(self) -> None:
        """Take the theme behind the present one."""
        themes = list(ThemeName)
        self.choose("theme", themes[(themes.index(self._settings.theme) + 1) % len(themes)])

    def switch_large_print(self) -> None:
        """Set interface and page in larger type, or as usual again."""
        large = not self._settings.large_print
        self.choose("large_print", large)
        self._window.reader.set_zoom(LARGE_ZOOM if large else 1.0)

    def switch_language(self) -> None:
        """Have the window in the other language from the next start on."""
        english = self._settings.language is Language.ENGLISH
        self.choose("language", Language.CHINESE if english else Language.ENGLISH)
        told = _IN_CHINESE if english else _IN_ENGLISH
        self._window.messages.show_message(told)

    def switch_restored(self) -> None:
        """Show masked characters as what they stand for, or as printed again."""
        self.choose("restored", not self._settings.restored)

    def larger(self) -> None:
        """Enlarge the type of the page by a step."""
        self._window.reader.set_zoom(self._settings.zoom * ZOOM_STEP)

    def smaller(self) -> None:
        """Make the type of the page smaller by a step."""
        self._window.reader.set_zoom(self._settings.zoom / ZOOM_STEP)

    def actual_size(self) -> None:
        """Show the page at 100 %."""
        self._window.reader.set_zoom(1.0)

    def _on_zoomed(self, zoom: float) -> None:
        self._window.status.show_zoom(zoom)
        self.choose("zoom", zoom)

    def _show(self) -> None:
        window, settings = self._window, self._settings
        window.reader.set_page_style(page_style(settings))
        for menu in (window.bar.reading_menu, window.bar.citation_menu):
            menu.show_settings(settings)
        window.action(Do.LARGE_PRINT).setChecked(settings.large_print)
        window.action(Do.RESTORED).setChecked(settings.restored)
        window.action(Do.SHORT_FORMS).setChecked(settings.short_forms)

    def _keep(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._show()
            self.changed.emit(settings)
