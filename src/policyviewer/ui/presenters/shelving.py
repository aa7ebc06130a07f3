"""The tree of the library: its documents are grouped and narrowed down behind the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from policyviewer.app.groupings import Grouping
from policyviewer.app.shelving import Arrangement, Catalogue
from policyviewer.domain.dates import iso_today
from policyviewer.domain.documents import DocumentSummary
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.panes.library_pane import LibraryPane
from policyviewer.ui.tasks import Lane, TaskRunner


class ShelvingPresenter(QObject):
    """Joins the library's pane with its catalogue; the newest wish wins."""

    grouping_changed = Signal(object)
    """The Grouping that the user chose."""

    def __init__(self, tasks: TaskRunner, pane: LibraryPane, grouping: Grouping) -> None:
        super().__init__(pane)
        self._tasks = tasks
        self._pane = pane
        self._documents: Sequence[DocumentSummary] = ()
        self._catalogue: Catalogue | None = None
        self._grouping = grouping
        pane.set_grouping(grouping)
        pane.arrangement_wanted.connect(self._on_wanted)

    def show_documents(self, documents: Sequence[DocumentSummary]) -> None:
        """Show these documents, in the groups and with the words that are chosen."""
        self._documents, self._catalogue = documents, None
        self._arrange()

    def _on_wanted(self, grouping: Grouping, _words: str) -> None:
        if grouping is not self._grouping:
            self._grouping = grouping
            self.grouping_changed.emit(grouping)
        self._arrange()

    def _arrange(self) -> None:
        known, documents = self._catalogue, self._documents
        grouping, words = self._pane.grouping, self._pane.words

        def arrange(ctx: JobContext) -> tuple[Catalogue, Arrangement]:
            catalogue = known or Catalogue(documents, iso_today())
            return catalogue, catalogue.arranged(grouping, words, ctx.token.check)

        self._tasks.submit(
            arrange, on_done=self._on_arranged, owner=self, lane=Lane.READ, key="arrange-library"
        )

    def _on_arranged(self, arranged: tuple[Catalogue, Arrangement]) -> None:
        self._catalogue, arrangement = arranged
        self._pane.show_arrangement(arrangement)
