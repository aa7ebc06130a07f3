"""Search while typing: the newest query wins, a click lands on the hit."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from policyviewer.app.searching import SearchService
from policyviewer.domain.documents import Document
from policyviewer.domain.queries import SearchHit, SearchPage, SearchQuery
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.panes.search_pane import SearchPane
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.widgets.search_box import SearchBox

LIMIT = 200
"""Hits in the list; the total is always exact."""


class SearchPresenter(QObject):
    """Joins search box, result list and the marks on the page."""

    answered = Signal(object)
    """A SearchPage is in the list."""
    index_unusable = Signal()
    """A search had to scan the texts: the index must be mended."""

    def __init__(
        self,
        searching: SearchService,
        tasks: TaskRunner,
        box: SearchBox,
        results: SearchPane,
        reading: ReadingPresenter,
        pane: ReaderPane,
    ) -> None:
        super().__init__(pane)
        self._searching = searching
        self._tasks = tasks
        self._box = box
        self._results = results
        self._reading = reading
        self._pane = pane
        self._page: SearchPage | None = None
        self._matches: list[TextRange] = []
        self._target: TextRange | None = None
        self._opens_first = False
        box.query_changed.connect(self.search)
        results.hit_chosen.connect(self._on_hit)
        reading.opened.connect(self._on_opened)

    @property
    def matches(self) -> list[TextRange]:
        """Give the marked places of the document on the page, in reading order."""
        return self._matches

    def search(self, text: str) -> None:
        """Search for what stands in the box; an empty box takes marks and list away."""
        if not text.strip():
            self._tasks.cancel("search")
            self._tasks.cancel("matches")
            self._page, self._matches, self._target = None, [], None
            self._opens_first = False
            self._results.clear()
            self._pane.set_hits([], None)
            return
        query = SearchQuery(text, limit=LIMIT)
        self._tasks.submit(
            self._searching.job(query),
            on_done=self._on_answer,
            owner=self,
            lane=Lane.READ,
            key="search",
        )

    def open_first(self) -> None:
        """Open the best hit of what stands in the box, as soon as its answer is there."""
        if self._tasks.is_waiting("search"):
            self._opens_first = True
        else:
            self._results.open_first()

    def search_for(self, words: str) -> None:
        """Put words into the box and search for them."""
        self._box.set_query(words)
        self.search(words)

    def again(self) -> None:
        """Repeat the search, when the library or its index has changed."""
        if self._page is not None:
            self.search(self._page.query.text)

    def next_match(self) -> None:
        """Go to the next marked place on the page, from the last to the first."""
        self._step(1)

    def previous_match(self) -> None:
        """Go to the marked place before, from the first to the last."""
        self._step(-1)

    def _on_answer(self, page: SearchPage) -> None:
        self._page = page
        self._results.show_page(page)
        self._target = None
        if self._reading.document is not None:
            self._on_opened(self._reading.document)
        self.answered.emit(page)
        if self._opens_first:
            self._opens_first = False
            self._results.open_first()
        if not self._searching.ready:
            self.index_unusable.emit()

    def _on_hit(self, hit: SearchHit) -> None:
        """Land on the first match of a hit; its document may already be on the page."""
        self._target = hit.matches[0] if hit.matches else None
        document = self._reading.document
        self._reading.open(hit.document, self._target)
        if document is not None and document.id == hit.document:
            self._show_marks()

    def _on_opened(self, document: Document) -> None:
        """Mark every match in the document on the page.

        The list holds only the first hits of a long answer; the page shall show them all.
        """
        self._matches = []
        if self._page is None:
            return
        asked = self._page.query
        query = replace(asked, limit=None, wanted=replace(asked.wanted, documents=(document.id,)))
        self._tasks.submit(
            self._searching.job(query),
            on_done=self._on_matches,
            owner=self,
            lane=Lane.READ,
            key="matches",
        )

    def _on_matches(self, answer: SearchPage) -> None:
        document = self._reading.document
        if document is not None and answer.query.wanted.documents == (document.id,):
            self._matches = matches_of(answer)
            self._show_marks()

    def _show_marks(self) -> None:
        target = self._target
        current = self._matches.index(target) if target in self._matches else None
        self._pane.set_hits(self._matches, current)

    def _step(self, by: int) -> None:
        """Go to the neighbour of the current match, or to the first one below the page's top."""
        if not self._matches:
            return
        if self._target in self._matches:
            index = (self._matches.index(self._target) + by) % len(self._matches)
        else:
            index = nearest(self._matches, self._pane.position(), by)
        self._target = self._matches[index]
        self._pane.reveal(self._target)
        self._show_marks()


def matches_of(page: SearchPage) -> list[TextRange]:
    """Give the places where the words of an answer stand, in reading order."""
    return sorted({span for hit in page.hits for span in hit.matches})


def nearest(matches: list[TextRange], at: int, by: int) -> int:
    """Give the index of the first match from a code point on, or (``by`` < 0) before it."""
    behind = bisect_left(matches, at, key=lambda span: span.start)
    return (behind if by > 0 else behind - 1) % len(matches)
