"""Offers the short names of provinces by which a search can be widened; nothing is widened
without a click.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from policyviewer.domain.queries import Expansion, SearchPage
from policyviewer.ui.panes.search_pane import SearchPane
from policyviewer.ui.presenters.choosing import ChoicePresenter
from policyviewer.ui.presenters.searching import SearchPresenter


class WidenPresenter(QObject):
    """Shows the row above the hits, unless the user closed it for this search or for good."""

    def __init__(
        self, searching: SearchPresenter, results: SearchPane, choosing: ChoicePresenter
    ) -> None:
        super().__init__(searching)
        self._searching = searching
        self._row = results.short_forms
        self._choosing = choosing
        self._closed = ""
        """The words of the search for which the row was closed."""
        searching.answered.connect(self._on_answered)
        choosing.changed.connect(lambda _settings: self._on_answered(searching.page))
        self._row.chosen.connect(self._on_chosen)
        self._row.closed.connect(self._on_closed)

    def switch(self) -> None:
        """Offer short names from now on, or no longer."""
        self._choosing.choose("short_forms", not self._choosing.settings.short_forms)

    def _on_answered(self, page: SearchPage | None) -> None:
        wanted = self._choosing.settings.short_forms
        shown = page is not None and wanted and page.query.text != self._closed
        self._row.show_forms(page.short_forms if page is not None and shown else ())

    def _on_chosen(self, expansion: object) -> None:
        if isinstance(expansion, Expansion):
            self._searching.widen(expansion)

    def _on_closed(self) -> None:
        self._closed = self._searching.asked.text
        self._row.show_forms(())
