"""A table of the page that is looked at in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject

from policyviewer.domain.tables import Table
from policyviewer.ui.dialogs.table_dialog import TableDialog
from policyviewer.ui.presenters.exporting import table_name
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.reader.typography import BODY_SIZE


class EnlargePresenter(QObject):
    """Opens the window; the page and the keyboard are as before when it is closed."""

    def __init__(self, pane: ReaderDeck) -> None:
        super().__init__(pane)
        self._pane = pane
        pane.table_view_requested.connect(self._on_requested)

    def _on_requested(self, table: Table) -> None:
        document = self._pane.document
        if document is not None:
            outline, em = document.outline, round(BODY_SIZE * self._pane.zoom)
            name = table_name(table, outline)
            TableDialog(table, outline.text, name, em, self._pane.window()).open()
