"""The hits on the page: where one landed, the next and the one before, and the way back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from policyviewer.app.searching import SearchService
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.queries import SearchHit, SearchPage, SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.history import Place
from policyviewer.ui.panes.search_pane import SearchPane, document_count
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.match_bar import MatchBar


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where one was before the first hit was opened."""

    place: Place | None
    focus: QWidget | None


class WalkPresenter(QObject):
    """Marks the hits of the page and walks through them, from document to document."""

    landing = Signal()
    """A hit is about to be opened."""
    more_wanted = Signal()
    """The last listed document has been walked through."""

    def __init__(
        self,
        searching: SearchService,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        pane: ReaderDeck,
        results: SearchPane,
        bar: MatchBar,
    ) -> None:
        super().__init__(pane)
        self._searching = searching
        self._tasks = tasks
        self._reading = reading
        self._pane = pane
        self._results = results
        self._bar = bar
        self._asked: SearchQuery | None = None
        self._told = ("", True)
        """What was told of the whole search: its hint, and whether all of it was found."""
        self._all_listed = True
        self._documents: int | None = None
        self._matches: list[TextRange] = []
        self._target: TextRange | None = None
        self._origin: _Origin | None = None
        self._marking = True
        self._going: int | None = None
        """The direction of a step that waits for more hits to be listed."""
        self._connect()

    @property
    def matches(self) -> list[TextRange]:
        """Give the marked places of the document on the page, in reading order."""
        return self._matches

    @property
    def waits_for_more(self) -> bool:
        """Say whether a step waits for more hits to be listed."""
        return self._going is not None

    @property
    def target(self) -> TextRange | None:
        """Give the current one of them."""
        return self._target

    def begin(self, page: SearchPage) -> None:
        """Mark the hits of another search on the page."""
        if self._asked is None or page.query.text != self._asked.text:
            self._origin = None
        self._asked = page.query
        self._told = page.hint, page.complete
        self._all_listed = len(page.hits) >= page.total
        self._documents = document_count(page)
        self._target, self._going = None, None
        if self._reading.document is not None:
            self._on_opened(self._reading.document)
        self._tell()

    def set_marking(self, *, on: bool) -> None:
        """Let the page show the hits, or leave it to the words that are found on the page."""
        self._marking = on
        if on:
            self._show_marks()

    def grown(self, *, all_listed: bool) -> None:
        """Go on with a step that waited for more hits."""
        self._all_listed = all_listed
        by, self._going = self._going, None
        if by is not None:
            self._step(by)

    def end(self) -> None:
        """Take all marks away: nothing is searched for any more."""
        self._tasks.cancel("matches")
        self._tasks.cancel("walk")
        self._asked, self._matches, self._target, self._origin = None, [], None, None
        self._going = None
        self._show_marks()

    def next_match(self) -> None:
        """Go to the next marked place, in the next document after the last."""
        self._step(1)

    def previous_match(self) -> None:
        """Go to the marked place before, in the document before from the first."""
        self._step(-1)

    def return_to_origin(self) -> bool:
        """Go back to where one was before the first hit; False when there is no such place."""
        origin, self._origin = self._origin, None
        if origin is None:
            return False
        self._target = None
        if origin.place is not None:
            at = origin.place.offset
            self._reading.open(origin.place.document, TextRange(at, at))
        self._show_marks()
        if origin.focus is not None and origin.focus.isVisible():
            origin.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def land_on(self, hit: SearchHit) -> None:
        """Open a hit's document at its first match; it may already be on the page."""
        self.landing.emit()
        self._remember_origin()
        self._target = hit.matches[0] if hit.matches else None
        document = self._reading.document
        self._reading.open(hit.document, self._target)
        if document is not None and document.id == hit.document:
            self._show_marks()

    def focus_page(self) -> None:
        """Put the keyboard to the page."""
        self._pane.set_focus_on_text()

    def _connect(self) -> None:
        self._reading.opened.connect(self._on_opened)
        self._reading.emptied.connect(self._on_emptied)
        self._bar.next_wanted.connect(self.next_match)
        self._bar.previous_wanted.connect(self.previous_match)
        self._bar.return_wanted.connect(self.return_to_origin)
        for place in (self._pane, self._results):
            key = QShortcut(QKeySequence(Qt.Key.Key_Escape), place)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self._on_escape, place))

    def _on_escape(self, place: QWidget) -> None:
        """Let go of a selection, or go back; without a way back the focus goes to the page."""
        if place is self._pane and self._pane.selection() is not None:
            self._pane.drop_selection()
        elif not self.return_to_origin():
            self._pane.set_focus_on_text()

    def _remember_origin(self) -> None:
        if self._origin is None:
            document = self._reading.document
            here = None if document is None else Place(document.id, self._pane.position())
            self._origin = _Origin(here, QApplication.focusWidget())

    def _on_opened(self, document: Document) -> None:
        """Mark every match in the document on the page.

        The list holds only the first hits of a long answer; the page shall show them all.
        """
        self._matches = []
        if self._asked is None:
            return
        self._tasks.submit(
            self._searching.job(_all_in(self._asked, document.id)),
            on_done=self._on_matches,
            owner=self,
            lane=Lane.READ,
            key="matches",
        )

    def _on_emptied(self) -> None:
        self._matches, self._target = [], None
        self._tell()

    def _on_matches(self, answer: SearchPage) -> None:
        document = self._reading.document
        if document is not None and answer.query.wanted.documents == (document.id,):
            self._matches = matches_of(answer) if self._is_of_search(document.id, answer) else []
            self._show_marks()

    def _is_of_search(self, document: DocumentId, answer: SearchPage) -> bool:
        """Say whether what a document answers is what the search found: asked alone, a document
        without the words gives what merely comes near them.
        """
        hint, complete = self._told
        if complete:
            return answer.complete
        return document in self._results.documents or answer.hint == hint

    def _show_marks(self) -> None:
        target = self._target
        current = self._matches.index(target) if target in self._matches else None
        if self._marking:
            self._pane.set_hits(self._matches, current)
        self._tell()

    def _step(self, by: int) -> None:
        """Go to the neighbour of the current match, or to the first one below the page's top."""
        document = self._reading.document
        if self._asked is None or document is None:
            return
        if not self._matches:
            self._cross(by)
        elif self._target not in self._matches:
            self._go(document.id, self._matches[nearest(self._matches, self._pane.position(), by)])
        else:
            at = self._matches.index(self._target) + by
            if 0 <= at < len(self._matches):
                self._go(document.id, self._matches[at])
            else:
                self._cross(by)

    def _go(self, document: DocumentId, target: TextRange) -> None:
        self._remember_origin()
        self._target = target
        self._pane.reveal(target)
        self._results.list.select_match(document, target)
        self._show_marks()

    def _cross(self, by: int) -> None:
        """Go on in the neighbouring document of the list; the last is followed by the first."""
        document, asked = self._reading.document, self._asked
        names = self._results.documents
        if document is None or asked is None or not names:
            return
        at = names.index(document.id) + by if document.id in names else min(by, 0)
        if at >= len(names) and not self._all_listed:
            self._going = by
            self.more_wanted.emit()
            return
        name = names[at % len(names)]
        if name == document.id and self._matches:
            self._go(name, self._matches[0 if by > 0 else -1])
            return
        self._tasks.submit(
            self._searching.job(_all_in(asked, name)),
            on_done=partial(self._on_crossed, name, by),
            owner=self,
            lane=Lane.READ,
            key="walk",
        )

    def _on_crossed(self, name: DocumentId, by: int, answer: SearchPage) -> None:
        matches = matches_of(answer)
        document = self._reading.document
        if not matches or document is None:
            return
        target = matches[0 if by > 0 else -1]
        if document.id == name:
            self._go(name, target)
            return
        self._remember_origin()
        self._target = target
        self._results.list.select_match(name, target)
        self._reading.open(name, target)

    def _tell(self) -> None:
        """Tell the place among the hits, and keep the way back in sight."""
        names = self._results.documents
        document = self._reading.document
        number = names.index(document.id) + 1 if document and document.id in names else 0
        words = place_words(self._matches, self._target, number, self._documents)
        self._bar.show_place(words, returnable=self._origin is not None)


def place_words(
    matches: Sequence[TextRange], target: TextRange | None, number: int, documents: int | None
) -> str:
    """Give the words for a place among the matches of a document, which is the so-many-th of
    so many that were found; 0 and None stand for what is not known.
    """
    if not matches:
        return ""
    place = tr("共 {count} 处").format(count=len(matches))
    if target in matches:
        place = tr("第 {value} 处，{place}").format(value=matches.index(target) + 1, place=place)
    if not number:
        return tr("本篇{place}").format(place=place)
    among = (
        tr("，共 {documents} 篇").format(documents=documents)
        if documents and documents >= number
        else ""
    )
    return tr("本篇{place} · 第 {number} 篇{among}").format(place=place, number=number, among=among)


def matches_of(page: SearchPage) -> list[TextRange]:
    """Give the places where the words of an answer stand, in reading order."""
    return sorted({span for hit in page.hits for span in hit.matches})


def nearest(matches: list[TextRange], at: int, by: int) -> int:
    """Give the index of the first match from a code point on, or (``by`` < 0) before it."""
    behind = bisect_left(matches, at, key=lambda span: span.start)
    return (behind if by > 0 else behind - 1) % len(matches)


def _all_in(query: SearchQuery, document: DocumentId) -> SearchQuery:
    """Give the query for every hit in a document."""
    wanted = replace(query.wanted, documents=(document,))
    return replace(query, limit=None, offset=0, facets=False, suggest=False, wanted=wanted)
