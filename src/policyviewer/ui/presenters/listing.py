"""The lists beside the page: documents, bookmarks, all notes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from policyviewer.app.services import Services
from policyviewer.domain.annotations import Annotation
from policyviewer.domain.documents import DocumentSummary
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.shelving import ShelvingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner

_INDEX_TEXT = {"ready": "索引正常", "building": "索引重建中", "damaged": "索引待重建"}


_SOON_MS = 250


class ListPresenter(QObject):
    """Keeps the lists in step with library and notes."""

    annotation_wanted = Signal(str, object)
    """A document's id and the range of the annotation that was chosen."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        window: MainWindow,
        shelving: ShelvingPresenter,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._tasks = tasks
        self._window = window
        self._shelving = shelving
        self._titles: dict[str, str] = {}
        self._stopped = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh_annotations)
        self._annotations: dict[str, Annotation] = {}
        window.bookmarks.annotation_chosen.connect(self._on_chosen)
        window.notes.annotation_chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Read documents and annotations anew."""

        def read(_ctx: JobContext) -> list[DocumentSummary]:
            return self._services.library.documents()

        self._tasks.submit(
            read, on_done=self._on_documents, owner=self, lane=Lane.READ, key="documents"
        )

    def refresh_annotations_soon(self) -> None:
        """Read the annotations anew once their changes pause: a note changes with each word."""
        if not self._stopped:
            self._soon.start()

    def refresh_annotations(self) -> None:
        """Read the annotations anew."""

        def read(_ctx: JobContext) -> list[Annotation]:
            return self._services.annotating.all()

        self._tasks.submit(
            read, on_done=self._on_annotations, owner=self, lane=Lane.READ, key="annotations"
        )

    def stop(self) -> None:
        """Read nothing more: the window closes."""
        self._soon.stop()
        self._stopped = True

    def _on_documents(self, summaries: list[DocumentSummary]) -> None:
        self._titles = {one.id: one.metadata.title for one in summaries}
        self._shelving.show_documents(summaries)
        self._window.status.show_library(len(summaries))
        self._window.status.show_index(_INDEX_TEXT[self._services.searching.state.value])
        self.refresh_annotations()

    def _on_annotations(self, annotations: list[Annotation]) -> None:
        self._annotations = {one.id: one for one in annotations}
        self._window.bookmarks.show_annotations(annotations, self._titles)
        self._window.notes.show_annotations(annotations, self._titles)

    def _on_chosen(self, name: str) -> None:
        target = self._annotations[name].target
        self.annotation_wanted.emit(target.document, target.span)
