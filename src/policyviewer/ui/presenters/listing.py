"""What the library holds, for all that lists it: the tree, the notes, the status line."""

from __future__ import annotations

from PySide6.QtCore import QObject

from policyviewer.app.services import Services
from policyviewer.app.shelving import newest_of
from policyviewer.domain.documents import DocumentSummary
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.about import pack_text
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.noting import NotePresenter
from policyviewer.ui.presenters.shelving import ShelvingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr

_INDEX_TEXT = {
    "ready": noop("索引正常"),
    "building": noop("索引重建中"),
    "damaged": noop("索引待重建"),
}


class ListPresenter(QObject):
    """Keeps the lists in step with the library."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        window: MainWindow,
        shelving: ShelvingPresenter,
        noting: NotePresenter,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._tasks = tasks
        self._window = window
        self._shelving = shelving
        self._noting = noting

    def refresh(self) -> None:
        """Read documents anew, and with them the annotations."""

        def read(_ctx: JobContext) -> list[DocumentSummary]:
            return self._services.library.documents()

        self._tasks.submit(
            read, on_done=self._on_documents, owner=self, lane=Lane.READ, key="documents"
        )

    def _on_documents(self, summaries: list[DocumentSummary]) -> None:
        self._shelving.show_documents(summaries)
        self._window.status.show_library(len(summaries), newest_of(summaries))
        self._window.status.show_packs(list(map(pack_text, self._services.packs.installed())))
        self._window.status.show_index(tr(_INDEX_TEXT[self._services.searching.state.value]))
        self._noting.show_titles({one.id: one.title for one in summaries})
