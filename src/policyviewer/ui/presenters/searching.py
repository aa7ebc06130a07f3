"""Search while typing: the newest query wins, a click lands on the hit."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from policyviewer.app.searching import SearchService
from policyviewer.domain.documents import Document, DocumentId
from policyviewer.domain.narrowing import Choice, choices, toggled, without
from policyviewer.domain.queries import (
    FacetName,
    Order,
    SearchFilter,
    SearchHit,
    SearchPage,
    SearchQuery,
)
from policyviewer.domain.ranges import TextRange
from policyviewer.search.facets import MOST_VALUES
from policyviewer.ui.models.result_rows import counts_of
from policyviewer.ui.panes.search_pane import SearchPane
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.widgets.chip_bar import Chip
from policyviewer.ui.widgets.search_box import SearchBox

LIMIT = 100
"""Hits that are asked for at once; the next come when the end of the list is in view."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A word that is not to stand for others."""

    word: str


class SearchPresenter(QObject):
    """Joins search box, result list and the marks on the page."""

    answered = Signal(object)
    """A SearchPage is in the list."""
    used = Signal(object)
    """The SearchPage of which a hit was opened."""
    index_unusable = Signal()
    """A search had to scan the texts: the index must be mended."""
    stood = Signal(str)
    """Which match the page is at, in words; empty for none."""

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
        self._query = _fresh("")
        self._page: SearchPage | None = None
        self._matches: list[TextRange] = []
        self._target: TextRange | None = None
        self._origin: tuple[DocumentId, int] | None = None
        self._landing = 0
        self._opens_first = False
        box.query_changed.connect(self.search)
        box.abandoned.connect(self.return_to_origin)
        results.hit_chosen.connect(self._on_hit)
        results.more_wanted.connect(self._on_more)
        results.suggestion_chosen.connect(self.search_for)
        results.left.connect(box.setFocus)
        results.facets.toggled.connect(self._on_facet)
        results.chips.removed.connect(self._on_removed)
        results.chips.cleared.connect(self._on_cleared)
        results.tools.order_chosen.connect(self._on_order)
        results.tools.grouping_chosen.connect(results.set_grouped)
        results.tools.within_wanted.connect(self._on_within)
        results.tools.search_chosen.connect(self.repeat)
        reading.opened.connect(self._on_opened)

    @property
    def matches(self) -> list[TextRange]:
        """Give the marked places of the document on the page, in reading order."""
        return self._matches

    @property
    def current(self) -> TextRange | None:
        """Give the marked place that the page is at."""
        return self._target

    @property
    def query(self) -> SearchQuery:
        """Give what was asked last."""
        return self._query

    @property
    def page(self) -> SearchPage | None:
        """Give the answer that is in the list."""
        return self._page

    def search(self, text: str) -> None:
        """Search for what stands in the box; an empty box takes marks and list away."""
        if text.strip():
            self._remember_origin()
            self._ask(replace(self._query, text=text))
        elif not self._query.within:
            self._forget()

    def repeat(self, query: SearchQuery) -> None:
        """Ask a query of the past again, with all its conditions."""
        self._box.set_query(query.text)
        self._remember_origin()
        fresh = _fresh(query.text)
        kept = replace(fresh, order=query.order, wanted=query.wanted)
        self._ask(replace(kept, within=query.within, literal=query.literal))

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
            self._ask(self._query)

    def return_to_origin(self) -> None:
        """Go back to where the page was before the search began."""
        self._forget()
        origin, self._origin = self._origin, None
        document = self._reading.document
        if origin is None or document is None:
            return
        if (document.id, self._pane.position()) != origin:
            self._reading.open(origin[0], TextRange(origin[1], origin[1]))

    def next_match(self) -> None:
        """Go to the next marked place, through all documents that were found."""
        self._step(1)

    def previous_match(self) -> None:
        """Go to the marked place before, through all documents that were found."""
        self._step(-1)

    def _ask(self, query: SearchQuery) -> None:
        self._query = query
        self._tasks.cancel("more")
        self._tasks.submit(
            self._searching.job(query),
            on_done=self._on_answer,
            owner=self,
            lane=Lane.READ,
            key="search",
        )

    def _forget(self) -> None:
        for key in ("search", "more", "matches"):
            self._tasks.cancel(key)
        self._query = replace(_fresh(""), order=self._query.order)
        self._page, self._matches, self._target = None, [], None
        self._opens_first, self._landing = False, 0
        self._results.clear()
        self._pane.set_hits([], None)
        self.stood.emit("")

    def _remember_origin(self) -> None:
        document = self._reading.document
        if self._page is None and self._origin is None and document is not None:
            self._origin = (document.id, self._pane.position())

    def _on_answer(self, page: SearchPage) -> None:
        self._page = page
        self._results.show_page(page, _chips(page))
        self._target = None
        if self._reading.document is not None:
            self._on_opened(self._reading.document)
        self.answered.emit(page)
        if self._opens_first:
            self._opens_first = False
            self._results.open_first()
        if not self._searching.ready:
            self.index_unusable.emit()

    def _on_more(self) -> None:
        page = self._page
        if page is None or self._tasks.is_waiting("more") or self._tasks.is_waiting("search"):
            return
        query = replace(page.query, offset=len(page.hits), facets=False, suggest=False)
        self._tasks.submit(
            self._searching.job(query),
            on_done=self._on_next_page,
            owner=self,
            lane=Lane.READ,
            key="more",
        )

    def _on_next_page(self, answer: SearchPage) -> None:
        page = self._page
        if page is None or answer.query.offset != len(page.hits) or not answer.hits:
            return
        self._page = replace(page, hits=(*page.hits, *answer.hits))
        self._results.add_page(replace(answer, facets=page.facets), self._page)

    def _on_facet(self, name: FacetName, value: str) -> None:
        self._ask(replace(self._query, wanted=toggled(self._query.wanted, name, value)))

    def _on_order(self, order: Order) -> None:
        self._query = replace(self._query, order=order)
        self.again()

    def _on_removed(self, condition: object) -> None:
        query = self._query
        if isinstance(condition, Choice):
            self._ask(replace(query, wanted=without(query.wanted, condition)))
        elif isinstance(condition, Literal):
            self._ask(replace(query, literal=(*query.literal, condition.word)))
        else:
            within = tuple(one for one in query.within if one != condition)
            text = query.text or str(condition)
            self._box.set_query(text)
            self._ask(replace(query, text=text, within=within))

    def _on_cleared(self) -> None:
        self._ask(replace(self._query, wanted=SearchFilter(), within=()))

    def _on_within(self) -> None:
        """Keep what was asked as a condition, and wait for what is to be found among its hits."""
        query = self._query
        within = tuple(dict.fromkeys((*query.within, query.text.strip())))
        self._query = replace(query, text="", within=within)
        self._box.set_query("")
        self._box.setFocus()
        if self._page is not None:
            self._results.show_page(self._page, _chips(replace(self._page, query=self._query)))

    def _on_hit(self, hit: SearchHit) -> None:
        """Land on the first match of a hit; its document may already be on the page."""
        self._target = hit.matches[0] if hit.matches else None
        document = self._reading.document
        self._reading.open(hit.document, self._target)
        if document is not None and document.id == hit.document:
            self._show_marks()
        self.used.emit(self._page)

    def _on_opened(self, document: Document) -> None:
        """Mark every match in the document on the page.

        The list holds only the first hits of a long answer; the page shall show them all.
        """
        self._matches = []
        if self._page is None:
            return
        asked = self._page.query
        query = replace(
            asked,
            limit=None,
            offset=0,
            facets=False,
            suggest=False,
            wanted=replace(asked.wanted, documents=(document.id,)),
        )
        self._tasks.submit(
            self._searching.job(query),
            on_done=self._on_matches,
            owner=self,
            lane=Lane.READ,
            key="matches",
        )

    def _on_matches(self, answer: SearchPage) -> None:
        document = self._reading.document
        if document is None or answer.query.wanted.documents != (document.id,):
            return
        self._matches = matches_of(answer)
        self._land()

    def _land(self) -> None:
        """Go to the first or the last match of the document, as one came to it."""
        if self._landing and self._matches:
            self._target = self._matches[0 if self._landing > 0 else -1]
            self._pane.reveal(self._target)
        self._landing = 0
        self._show_marks()

    def _show_marks(self) -> None:
        target = self._target
        current = self._matches.index(target) if target in self._matches else None
        self._pane.set_hits(self._matches, current)
        self.stood.emit(self._standing(current))

    def _standing(self, current: int | None) -> str:
        """Tell which match the page is at."""
        if not self._matches or self._page is None:
            return ""
        which = f"第 {current + 1} 处，" if current is not None else ""
        documents = self._documents()
        place = next(
            (at for at, one in enumerate(documents, start=1) if one == self._on_page()), None
        )
        among = f" · 第 {place} 份文件，共 {self._document_count()}" if place else ""
        return f"{which}本文共 {len(self._matches)} 处{among}"

    def _documents(self) -> list[DocumentId]:
        """Give the documents of the list, in its order."""
        return list(dict.fromkeys(hit.document for hit in self._page.hits)) if self._page else []

    def _document_count(self) -> str:
        """Tell how many documents have hits; beyond a limit they are not counted one by one."""
        counted = len(counts_of(self._page)) if self._page else 0
        more = counted >= MOST_VALUES
        return f"{max(len(self._documents()), counted)} {'多' if more else ''}份"

    def _on_page(self) -> DocumentId | None:
        document = self._reading.document
        return None if document is None else document.id

    def _step(self, by: int) -> None:
        """Go to the neighbour of the current match, or to the first one below the page's top;
        behind the last of a document comes the next document of the list.
        """
        if self._page is None:
            return
        if self._target in self._matches:
            index = self._matches.index(self._target) + by
        elif self._matches:
            index = nearest(self._matches, self._pane.position(), by)
        else:
            index = -1
        if 0 <= index < len(self._matches):
            self._target = self._matches[index]
            self._pane.reveal(self._target)
            self._show_marks()
        else:
            self._go_on(by)

    def _go_on(self, by: int) -> None:
        """Go to the next document of the list, from the last to the first."""
        documents = self._documents()
        if not documents:
            return
        here = self._on_page()
        at = documents.index(here) + by if here in documents else 0
        if at >= len(documents) - 1:
            self._on_more()
        self._landing = by
        target = documents[at % len(documents)]
        if target == here and self._matches:
            self._land()
        else:
            self._target = None
            self._reading.open(target)


def _fresh(text: str) -> SearchQuery:
    return SearchQuery(text, limit=LIMIT, facets=True, suggest=True)


def _chips(page: SearchPage) -> list[Chip]:
    """Give what narrows an answer down, and what widens it."""
    titles = {str(hit.document): hit.title for hit in page.hits}
    for facet in page.facets:
        if facet.name is FacetName.DOCUMENT:
            titles |= {one.value: one.label for one in facet.values}
    chips = [
        Chip(f"在“{one}”的结果中", f"只在“{one}”的结果中检索", one) for one in page.query.within
    ]
    chips += [Chip(one.label, one.label, one) for one in choices(page.query.wanted, titles)]
    return chips + [
        Chip(
            f"“{one.written}”含{'、'.join(one.added)}",
            f"“{one.written}”也检索了“{'”“'.join(one.added)}”",
            Literal(one.written),
        )
        for one in page.expansions
    ]


def matches_of(page: SearchPage) -> list[TextRange]:
    """Give the places where the words of an answer stand, in reading order."""
    return sorted({span for hit in page.hits for span in hit.matches})


def nearest(matches: list[TextRange], at: int, by: int) -> int:
    """Give the index of the first match from a code point on, or (``by`` < 0) before it; one
    beyond the matches where there is none.
    """
    behind = bisect_left(matches, at, key=lambda span: span.start)
    return behind if by > 0 else behind - 1
