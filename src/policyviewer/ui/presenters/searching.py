"""Search while typing: the newest query wins, and every choice shapes the next answer."""

from __future__ import annotations

import gc
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from policyviewer.app.searching import SearchService
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import (
    Expansion,
    FacetName,
    Order,
    SearchHit,
    SearchPage,
    SearchQuery,
)
from policyviewer.domain.ranges import TextRange
from policyviewer.ui import narrowing
from policyviewer.ui.narrowing import Choice
from policyviewer.ui.panes.search_pane import SearchPane
from policyviewer.ui.presenters.walking import WalkPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.widgets.search_box import SearchBox

FIRST = 40
"""Hits that are asked for while one types: more than two screens of them; the total is exact."""
_PATIENCE_MS = 300
"""A search that takes longer says that it is under way."""
PAGE = 100
"""Hits that are asked for each time the end of the list comes near."""
MOST = 1000
"""Hits after which the list asks whether to go on."""


class SearchPresenter(QObject):
    """Joins search box, choices, result list and the walk through the hits."""

    answered = Signal(object)
    """A SearchPage is in the list."""
    taken = Signal(object)
    """A SearchPage of which a hit is opened: the search was worth remembering."""
    index_unusable = Signal()
    """A search had to scan the texts: the index must be mended."""

    def __init__(
        self,
        searching: SearchService,
        tasks: TaskRunner,
        box: SearchBox,
        results: SearchPane,
        walk: WalkPresenter,
    ) -> None:
        super().__init__(walk)
        self._searching = searching
        self._tasks = tasks
        self._box = box
        self._results = results
        self._walk = walk
        self._asked = SearchQuery("", limit=FIRST, facets=True, suggest=True)
        self._page: SearchPage | None = None
        self._reached = 0
        """Hits that have been asked for, from the first."""
        self._most = MOST
        self._labels: dict[tuple[FacetName, str], str] = {}
        self._opens_first = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._connect()

    @property
    def page(self) -> SearchPage | None:
        """Give the first page of the search whose hits are listed."""
        return self._page

    @property
    def asked(self) -> SearchQuery:
        """Give what is asked for now, also while the box is empty."""
        return self._asked

    @property
    def matches(self) -> list[TextRange]:
        """Give the marked places of the document on the page, in reading order."""
        return self._walk.matches

    def search(self, text: str) -> None:
        """Search for what stands in the box; an empty box takes marks and list away."""
        self._opens_first = False  # Enter was meant for the words before
        self._ask(replace(self._asked, text=text))

    def search_for(self, words: str) -> None:
        """Put words into the box and search for them, in everything."""
        self.restore(SearchQuery(words, order=self._asked.order))

    def restore(self, query: SearchQuery) -> None:
        """Take up a whole search: its words, choices and order."""
        self._box.set_query(query.text)
        self._results.show_order(query.order)
        self._ask(replace(query, limit=FIRST, offset=0, facets=True, suggest=True))

    def complete(self, words: str) -> None:
        """Put words into the box in the place of others that were typed; the choices stay."""
        self._box.set_query(words)
        self._box.setFocus()
        self.search(words)

    def widen(self, expansion: Expansion) -> None:
        """Let a word of the search find others too."""
        self._ask(narrowing.widened(self._asked, expansion))

    def open_first(self) -> None:
        """Open the best hit of what stands in the box, as soon as its answer is there."""
        if self._tasks.is_waiting("search"):
            self._opens_first = True
        else:
            self._results.open_first()

    def again(self) -> None:
        """Repeat the search, when the library or its index has changed."""
        if self._page is not None:
            self._ask(self._asked)

    def prepare(self) -> None:
        """Read index and titles before the first key is pressed: that takes longer than to search.

        Only words of two characters and more may be a title.
        """
        self._tasks.submit(
            self._searching.job(SearchQuery("国家", limit=1, facets=True)),
            on_done=_keep_all,
            owner=self,
            lane=Lane.READ,
            key="prepare",
        )

    def _connect(self) -> None:
        results = self._results
        self._patience.timeout.connect(results.show_busy)
        self._box.query_changed.connect(self.search)
        results.hit_chosen.connect(self._on_hit)
        results.hit_entered.connect(self._on_hit_entered)
        results.more_wanted.connect(self._more)
        results.rest_wanted.connect(self._rest)
        results.further_wanted.connect(self._further)
        results.facet_toggled.connect(self._on_facet)
        results.choice_removed.connect(self._on_choice_removed)
        results.all_removed.connect(self._on_all_removed)
        results.order_chosen.connect(self._on_order)
        results.within_wanted.connect(self._on_within)
        results.suggestion_chosen.connect(self.complete)
        results.grouping_changed.connect(self._on_grouping)
        self._walk.more_wanted.connect(self._more)

    def _ask(self, query: SearchQuery) -> None:
        """Answer a query in the background; what was asked before is no longer awaited."""
        self._asked = query
        self._tasks.cancel("more")
        found = narrowing.effective(query)
        self._show_choices()
        if found is None:
            self._forget()
            return
        self._patience.start()
        self._tasks.submit(
            self._searching.job(found),
            on_done=self._on_answer,
            on_error=self._on_error,
            owner=self,
            lane=Lane.READ,
            key="search",
        )

    def _on_error(self, error: BaseException) -> None:
        """Tell what went wrong; what was listed before is not its answer."""
        self._forget()
        self._tasks.failed.emit(error)

    def _forget(self) -> None:
        self._patience.stop()
        self._tasks.cancel("search")
        self._page, self._opens_first = None, False
        self._results.clear()
        self._walk.end()

    def _show_choices(self) -> None:
        self._box.show_within(shown=bool(self._asked.within))
        page = self._page
        told = page if page is not None and page.query.text == self._asked.text else None
        chips = narrowing.choices(self._asked, told, self._labels)
        self._results.show_choices(chips)

    def _on_answer(self, page: SearchPage) -> None:
        self._patience.stop()
        self._page = page
        self._labels |= narrowing.labels_of(page.facets)
        self._show_choices()
        self._list(page)
        self.answered.emit(page)
        if self._opens_first:
            self._opens_first = False
            self._results.open_first()
        if not self._searching.ready:
            self.index_unusable.emit()

    def _list(self, page: SearchPage) -> None:
        """List the hits of a first page."""
        self._reached, self._most = FIRST, MOST
        self._results.show_end(0, 0)
        self._results.show_page(page)
        self._walk.begin(page)

    def _on_hit(self, hit: SearchHit) -> None:
        if self._page is not None:
            self.taken.emit(self._page)
        self._walk.land_on(hit)

    def _on_hit_entered(self, hit: SearchHit) -> None:
        """Open a hit and hand the keyboard to the page; Esc gives it back."""
        self._on_hit(hit)
        self._walk.focus_page()

    def _more(self) -> None:
        """Ask for the next page, unless all hits are listed or it is on its way."""
        page = self._page
        if page is None or self._reached >= page.total:
            return
        if self._tasks.is_waiting("more") or self._tasks.is_waiting("search"):
            return
        if self._reached >= self._most and not self._walk.waits_for_more:
            self._results.show_end(self._reached, page.total)
            return
        self._tasks.submit(
            self._searching.job(replace(page.query, limit=PAGE, offset=self._reached)),
            on_done=self._on_more,
            owner=self,
            lane=Lane.READ,
            key="more",
        )

    def _further(self) -> None:
        """List more than a reader is likely to go through."""
        self._most = self._reached + MOST
        self._results.show_end(0, 0)
        self._more()

    def _on_more(self, page: SearchPage) -> None:
        self._reached += PAGE
        self._results.add_page(page)
        self._walk.grown(all_listed=self._reached >= page.total)

    def _rest(self, document: str) -> None:
        """Ask for more hits of a document; those that are listed are the first of them."""
        if self._page is None:
            return
        asked = self._page.query
        name = DocumentId(document)
        wanted = replace(asked.wanted, documents=(name,))
        listed = len(self._results.list.hits_of(name))
        query = replace(asked, limit=PAGE, offset=listed, wanted=wanted)
        self._tasks.submit(
            self._searching.job(query),
            on_done=self._results.add_page,
            owner=self,
            lane=Lane.READ,
            key="more",
        )

    def _on_facet(self, name: FacetName, value: str) -> None:
        self._ask(narrowing.toggled(self._asked, name, value))

    def _on_choice_removed(self, choice: Choice) -> None:
        self._ask(choice.without)
        self._box.set_query(self._asked.text)

    def _on_all_removed(self) -> None:
        query = narrowing.cleared(self._asked)
        self._box.set_query(query.text)
        self._ask(query)

    def _on_order(self, order: Order) -> None:
        self._results.show_order(order)
        self._ask(replace(self._asked, order=order))

    def _on_within(self) -> None:
        self._asked = narrowing.deepened(self._asked)
        self._box.set_query("")
        self._box.setFocus()
        self._show_choices()

    def _on_grouping(self) -> None:
        if self._page is not None:
            self._tasks.cancel("more")
            self._list(self._page)


def _keep_all(_result: object) -> None:
    """Spare the garbage collector what has been read: to look through a whole library again and
    again would stop the typing for longer than a search takes.
    """
    gc.freeze()
