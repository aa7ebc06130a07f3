"""Going where a note points: to a clause of the document on the page, or of another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from policyviewer.app.library import LibraryService
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.note_links import NoteLink
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.main_window import MainWindow
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr


@dataclass(frozen=True, slots=True)
class _Place:
    document: DocumentId
    span: TextRange | None


class NoteLinkPresenter(QObject):
    """Follows the links of notes; one that leads nowhere is told below the page."""

    def __init__(
        self,
        library: LibraryService,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._tasks = tasks
        self._reading = reading
        self._window = window
        window.annotations.link_wanted.connect(self.follow)

    def follow(self, link: NoteLink) -> None:
        """Open what a link names."""
        here = self._reading.document

        def find(_ctx: JobContext) -> _Place | None:
            document = self._named(link) if link.title else here
            return _place(document, link) if document is not None else None

        self._tasks.submit(
            find,
            on_done=lambda place: self._go(link, place),
            on_error=lambda error: self._on_error(link, error),
            owner=self,
            lane=Lane.READ,
            key="note-link",
        )

    def _named(self, link: NoteLink) -> Document:
        """Give the document of a title; raises UserError where there is not just one."""
        return self._library.open(self._library.find(link.title).id)

    def _go(self, link: NoteLink, place: _Place | None) -> None:
        if place is None:
            self._window.messages.show_message(tr("没有找到“{words}”。").format(words=link.words))
        else:
            self._reading.open(str(place.document), place.span)

    def _on_error(self, link: NoteLink, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._go(link, None)
        else:
            self._tasks.failed.emit(error)


def _place(document: Document, link: NoteLink) -> _Place | None:
    """Give the beginning of what a link names in its document; None where it has no such clause."""
    from policyviewer.domain.clauses import clauses

    if not link.clause:
        return _Place(document.id, None)
    found = clauses(document.outline, link.clause)
    if not found:
        return None
    start = found[0].span.start
    return _Place(document.id, TextRange(start, start))
