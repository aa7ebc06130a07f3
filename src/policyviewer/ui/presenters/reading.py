"""Opening documents and getting around in them: tabs, history, last positions."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from policyviewer.app.library import LibraryService
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.errors import UnknownDocumentError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.reading import ReadingStore
from policyviewer.ui.history import History, Place
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.widgets.document_tabs import DocumentTabs

_CLOSED = 20
"""Closed documents that can be opened again."""
_REMEMBER_MS = 800
"""A position is stored once the page has rested for so long."""


@dataclass(frozen=True, slots=True)
class _LastTime:
    """What was open: ids and titles of the tabs, and the document on a second page."""

    tabs: Sequence[tuple[str, str]]
    beside: Document | None = None
    beside_at: int = 0


class ReadingPresenter(QObject):
    """Shows documents in the reader and remembers where the user was."""

    opened = Signal(object)
    """A Document is on the page now."""
    moved = Signal(int)
    """The code point at the top of the page."""
    history_changed = Signal(bool, bool)
    """Whether one can go back, and forward."""
    emptied = Signal()
    """The last tab was closed."""
    missed = Signal()
    """A document was to be opened that the library does not hold any more."""
    asked_for = Signal(object)
    """A place of the Document on the page is wanted, which something else may cover."""

    def __init__(
        self,
        library: LibraryService,
        reading: ReadingStore,
        tasks: TaskRunner,
        pane: ReaderDeck,
        tabs: DocumentTabs,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(pane)
        self._library = library
        self._reading = reading
        self._tasks = tasks
        self._pane = pane
        self._tabs = tabs
        self._now = now
        self._document: Document | None = None
        self._awaited: DocumentId | None = None
        self._remembers = True
        self._history = History()
        self._places: dict[DocumentId, int] = {}
        self._closed: deque[DocumentId] = deque(maxlen=_CLOSED)
        self._rest = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._rest.timeout.connect(self._on_rest)
        pane.position_changed.connect(self._on_position)
        pane.active_changed.connect(self._on_active_changed)
        tabs.document_chosen.connect(self._on_tab_chosen)
        tabs.document_closed.connect(self._on_tab_closed)

    @property
    def document(self) -> Document | None:
        """Give the document on the page."""
        return self._document

    def open(self, name: str, span: TextRange | None = None) -> None:
        """Open a document where it was left, or at a range; the present place goes into the
        history.
        """
        self._leave()
        self._load(DocumentId(name), span)

    def reopen(self) -> bool:
        """Open the document that was closed last, where it was left; False when there is none."""
        present = self._tabs.documents()
        while self._closed:
            name = self._closed.pop()
            if name not in present:
                self.open(name)
                return True
        return False

    def reveal(self, span: TextRange) -> None:
        """Go to a range of the document on the page."""
        self._leave()
        self._stay(span)

    def remember_here(self) -> None:
        """Put the present place into the history: the user is about to leave it."""
        self._leave()

    def back(self) -> None:
        """Go to the place before."""
        self._travel(self._history.back)

    def forward(self) -> None:
        """Go to the place after."""
        self._travel(self._history.forward)

    def open_beside(self, name: str, span: TextRange | None = None) -> None:
        """Open a document, or a place of it, on the page beside the active one."""
        if not self._pane.is_split:
            self._pane.split()
        else:
            self._pane.activate_other()
        self.open(name, span)

    def reload(self, documents: Container[DocumentId]) -> None:
        """Read those of these documents again that are on a page: their text was replaced."""
        for pane in self._pane.panes:
            shown = pane.document
            if shown is None or shown.id not in documents:
                continue
            if pane is self._pane.active:
                self._load(shown.id, None)
            else:
                self._load_again(shown.id)

    def restore(self, beside: str = "") -> None:
        """Open the tabs of the last time, or the first document of a library never read.

        ``beside`` is the document that stood on a second page.
        """
        self._tasks.submit(
            lambda _ctx: self._read_last(DocumentId(beside)),
            on_done=self._on_last,
            owner=self,
            lane=Lane.READ,
        )

    def keep_place(self) -> None:
        """Store position and tabs now: the program is about to end."""
        if self._remembers:
            self._on_rest()
        self.forget()

    def forget(self) -> None:
        """Store no more positions and tabs: the window closes, or is only drawn."""
        self._remembers = False
        self._rest.stop()

    def _leave(self) -> None:
        """Put the present place into the history."""
        if self._document is not None:
            self._history = self._history.left(self._here(self._document))
            self._tell_history()

    def _here(self, document: Document) -> Place:
        return Place(document.id, self._pane.position())

    def _travel(self, step: Callable[[Place], tuple[Place, History] | None]) -> None:
        if self._document is None:
            return
        arrival = step(self._here(self._document))
        if arrival is None:
            return
        place, self._history = arrival
        self._tell_history()
        if place.document == self._document.id:
            self._stay(TextRange(place.offset, place.offset))
        else:
            self._places[place.document] = place.offset
            self._load(place.document, None)

    def _tell_history(self) -> None:
        self.history_changed.emit(bool(self._history.past), bool(self._history.future))

    def _load(self, name: DocumentId, span: TextRange | None) -> None:
        """Read a document in the background, then show it at the range or where it was left."""
        here = self._document is not None and self._document.id == name
        if here and span is not None:
            self._stay(span)
            return
        self._awaited = name
        known = self._pane.position() if here else self._places.get(name)

        def read(ctx: JobContext) -> tuple[Document, int]:
            ctx.token.check()
            at = self._reading.position(name) if known is None else known
            return self._library.open(name), at

        self._tasks.submit(
            read,
            on_done=partial(self._on_loaded, span),
            on_error=self._on_not_loaded,
            owner=self,
            lane=Lane.READ,
            key="open-document",
        )

    def _stay(self, span: TextRange) -> None:
        """Go to a range of the document on the page; another one that was asked for before is
        not awaited any more.
        """
        self._give_up()
        if self._document is not None:
            self.asked_for.emit(self._document)
        self._pane.reveal(span)

    def _give_up(self) -> None:
        """Await no document any more."""
        self._tasks.cancel("open-document")
        self._awaited = None

    def _on_not_loaded(self, error: BaseException) -> None:
        """Stay where one is; that a document was taken out is no accident."""
        self._awaited = None
        if self._document is not None and not self._tabs.page_is_current:
            self._tabs.show_document(self._document.id, self._document.title)
        if isinstance(error, UnknownDocumentError):
            self.missed.emit()
        else:
            self._tasks.failed.emit(error)

    def _on_loaded(self, span: TextRange | None, loaded: tuple[Document, int]) -> None:
        document, at = loaded
        self._awaited = None
        if self._document is not None:
            self._places[self._document.id] = self._pane.position()
        self._document = document
        self._tabs.show_document(document.id, document.title)
        self._pane.show_document(document, span.start if span is not None else at)
        if span is not None:
            self._pane.reveal(span)
        self.opened.emit(document)
        self._await_rest()

    def _load_again(self, name: DocumentId) -> None:
        """Show the new text of a document on the page that is not the active one."""

        def read(_ctx: JobContext) -> Document:
            return self._library.open(name)

        self._tasks.submit(
            read, on_done=self._pane.show_again, owner=self, lane=Lane.READ, key="show-again"
        )

    def _on_active_changed(self) -> None:
        """Go on with the document of the page that is the active one now."""
        document = self._pane.document
        if document is None:
            return
        self._give_up()
        self._document = document
        self._tabs.show_document(document.id, document.title)
        self.opened.emit(document)
        self._await_rest()

    def _on_position(self, offset: int) -> None:
        self._await_rest()
        self.moved.emit(offset)

    def _on_tab_chosen(self, name: str) -> None:
        if self._document is None or self._document.id != name:
            self.open(name)
        else:
            self._give_up()

    def _on_tab_closed(self, name: str) -> None:
        self._places.pop(DocumentId(name), None)
        self._closed.append(DocumentId(name))
        self._pane.let_go(name)
        if self._tabs.documents():
            if self._awaited == name:
                self._give_up()
            self._await_rest()
        else:
            self._give_up()
            self._document = None
            self._pane.clear()
            self.emptied.emit()

    def _await_rest(self) -> None:
        if self._remembers:
            self._rest.start()

    def _on_rest(self) -> None:
        """Store where the pages rest, the active one last, and which tabs are open."""
        pages = sorted(self._pane.panes, key=lambda pane: pane is self._pane.active)
        places = [
            (pane.document.id, pane.position()) for pane in pages if pane.document is not None
        ]
        tabs = [DocumentId(name) for name in self._tabs.documents()]

        def store(_ctx: JobContext) -> None:
            for document, at in places:
                self._reading.remember(document, at, self._now())
            self._reading.set_open_documents(tabs)

        self._tasks.submit(store, on_done=_nothing, owner=self, lane=Lane.NOTES)

    def _read_last(self, beside: DocumentId) -> _LastTime:
        """Look up the open documents alone: a list of all would come behind their pages."""
        left = self._titled(self._reading.open_documents())
        first = self._library.first()
        tabs = left or self._titled([first] if first is not None else [])
        if beside not in dict(left):
            return _LastTime(tabs)
        return _LastTime(tabs, self._library.open(beside), self._reading.position(beside))

    def _titled(self, names: Sequence[DocumentId]) -> list[tuple[str, str]]:
        titles = ((name, self._library.title(name)) for name in names)
        return [(name, title) for name, title in titles if title is not None]

    def _on_last(self, last: _LastTime) -> None:
        """Show the tabs as they were; a document that was asked for meanwhile comes first."""
        for name, title in last.tabs:
            self._tabs.add_document(name, title)
        if self._document is not None or self._awaited is not None:
            return
        if not last.tabs:
            self.emptied.emit()
            return
        self._load(DocumentId(last.tabs[0][0]), None)
        if last.beside is not None:
            self._pane.show_beside(last.beside, last.beside_at)


def _nothing(_result: object) -> None:
    """Take the result of a job that has none."""
