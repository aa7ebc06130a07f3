"""The tree of the library: its documents are grouped and narrowed down behind the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from policyviewer.app.groupings import Grouping
from policyviewer.app.shelving import Arrangement, Catalogue, Chosen
from policyviewer.domain.dates import iso_today
from policyviewer.domain.documents import DocumentId, DocumentSummary
from policyviewer.domain.folders import Folder
from policyviewer.domain.lifetimes import Lifetime
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.models.library_model import STANDINGS, group_name
from policyviewer.ui.panes.library_pane import LibraryPane
from policyviewer.ui.panes.overview_page import OverviewPage
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


@dataclass(frozen=True, slots=True)
class _Arranged:
    """The catalogue and what of it is shown."""

    catalogue: Catalogue
    arrangement: Arrangement
    chosen: Chosen
    folders: Sequence[Folder]


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the charts show of the documents chosen, and what the overview tells of all."""

    chosen: Chosen
    documents: int
    newest: str
    counts: Mapping[Grouping, Sequence[tuple[str, int]]]


class ShelvingPresenter(QObject):
    """Joins the library's pane with its catalogue; the newest wish wins."""

    catalogued = Signal()
    """The standings and lives of the documents are known, or known anew."""
    grouping_changed = Signal(object)
    """The Grouping that the user chose."""

    def __init__(
        self,
        tasks: TaskRunner,
        pane: LibraryPane,
        page: OverviewPage,
        grouping: Grouping,
        folders: Callable[[], Sequence[Folder]],
    ) -> None:
        super().__init__(pane)
        self._tasks = tasks
        self._pane = pane
        self._page = page
        self._documents: Sequence[DocumentSummary] = ()
        self._catalogue: Catalogue | None = None
        self._folders = folders
        self._counted: Chosen | None = None
        """What was chosen when the charts were counted last."""
        self._grouping = grouping
        pane.set_grouping(grouping)
        pane.arrangement_wanted.connect(self._on_wanted)
        page.chosen_changed.connect(self._arrange)
        pane.choice_cleared.connect(page.clear_choice)

    def lifetime_of(self, document: DocumentId) -> Lifetime:
        """Give the life of a document; one without events while the library is not known."""
        return self._catalogue.lifetime(document) if self._catalogue is not None else Lifetime()

    def standing_of(self, document: DocumentId) -> str:
        """Give what is to be told of a document before one relies on it; empty for most."""
        if self._catalogue is None:
            return ""
        standing = self._catalogue.standing(document, iso_today())
        return tr(STANDINGS[standing]) if standing is not None else ""

    def show_documents(self, documents: Sequence[DocumentSummary]) -> None:
        """Show these documents, in the groups and with the words that are chosen."""
        self._documents, self._catalogue = documents, None
        self._arrange()

    def refresh(self) -> None:
        """Arrange the documents anew: the folders have changed."""
        self._arrange()

    def _on_wanted(self, grouping: Grouping, _words: str) -> None:
        if grouping is not self._grouping:
            self._grouping = grouping
            self.grouping_changed.emit(grouping)
        self._arrange()

    def _arrange(self) -> None:
        known, documents = self._catalogue, self._documents
        grouping, words, chosen = self._pane.grouping, self._pane.words, self._page.chosen

        def arrange(ctx: JobContext) -> _Arranged:
            today = iso_today()
            catalogue = known if known and known.today == today else Catalogue(documents, today)
            folders = self._folders()
            arrangement = catalogue.arranged(grouping, words, ctx.token.check, chosen, folders)
            return _Arranged(catalogue, arrangement, chosen, folders)

        self._tasks.submit(
            arrange, on_done=self._on_arranged, owner=self, lane=Lane.READ, key="arrange-library"
        )

    def _on_arranged(self, arranged: _Arranged) -> None:
        new = arranged.catalogue is not self._catalogue
        self._catalogue = arranged.catalogue
        self._pane.show_folders(arranged.folders)
        self._pane.show_arrangement(arranged.arrangement)
        names = [group_name(grouping, name) for grouping, name in arranged.chosen.items()]
        self._pane.show_choice("、".join(names))
        if new:
            self.catalogued.emit()
        if new or self._counted != arranged.chosen:
            self._count(arranged.catalogue, arranged.chosen)

    def _count(self, catalogue: Catalogue, chosen: Chosen) -> None:
        """Count for the charts, behind the tree: it is what one waits for."""

        def count(_ctx: JobContext) -> _Counted:
            return _Counted(chosen, len(catalogue), catalogue.newest, catalogue.counts(chosen))

        self._tasks.submit(
            count, on_done=self._on_counted, owner=self, lane=Lane.READ, key="count-library"
        )

    def _on_counted(self, counted: _Counted) -> None:
        self._counted = counted.chosen
        self._page.show_library(counted.documents, counted.newest)
        self._page.show_counts(counted.counts)
