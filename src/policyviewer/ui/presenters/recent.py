"""The documents in hand last, looked up whenever the overview comes into view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from policyviewer.app.recent import Recent, RecentService
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.panes.overview_page import OverviewPage
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner

_LISTED = 6


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read last, and what was imported last."""

    read: Sequence[Recent]
    imported: Sequence[Recent]


class RecentPresenter(QObject):
    """Joins the lists of the overview with what is known; a start looks nothing up."""

    def __init__(
        self,
        recent: RecentService,
        tasks: TaskRunner,
        page: OverviewPage,
        reading: ReadingPresenter,
    ) -> None:
        super().__init__(page)
        self._recent = recent
        self._tasks = tasks
        self._page = page
        page.seen.connect(self._look)
        page.document_chosen.connect(reading.open)

    def refresh(self) -> None:
        """Look again, where the overview is in view: the library has changed."""
        if self._page.isVisible():
            self._look()

    def _look(self) -> None:
        def look(_ctx: JobContext) -> _Found:
            return _Found(self._recent.read(_LISTED), self._recent.imported(_LISTED))

        self._tasks.submit(
            look, on_done=self._on_found, owner=self, lane=Lane.READ, key="recent-documents"
        )

    def _on_found(self, found: _Found) -> None:
        self._page.show_recent(found.read, found.imported)
