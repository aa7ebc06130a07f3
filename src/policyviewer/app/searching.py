"""Full-text search over all shelves, and the care of their indexes.

An index is a cache of the document store: what is missing, damaged, of an older schema or
behind the store is built again from there. Until then the texts themselves are scanned, so
that search always answers.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from policyviewer.app import indexing, leading
from policyviewer.app.destinations import Destination, Destinations
from policyviewer.app.shelves import Shelf
from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.queries import IndexedProvision, SearchFilter, SearchPage, SearchQuery
from policyviewer.domain.tasks import CancelToken, Job, JobContext

if TYPE_CHECKING:
    from policyviewer.search.reader import IndexReader

logger = logging.getLogger(__name__)

SCANNED = "索引正在重建，本次逐字检索了全文。"


class IndexState(StrEnum):
    """Whether the index can be used."""

    READY = "ready"
    BUILDING = "building"
    DAMAGED = "damaged"


class SearchService:
    """Answers queries; safe to use from several threads."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = shelves
        self._destinations = Destinations(shelves)
        self._reader: IndexReader | None = None
        self._lock = threading.Lock()
        self._state = IndexState.READY

    @property
    def state(self) -> IndexState:
        """Say whether searches use the index, or scan the texts meanwhile."""
        return self._state

    @property
    def ready(self) -> bool:
        """Say whether searches use the index; when not, :meth:`mend` is due."""
        return self._state is IndexState.READY

    def search(self, query: SearchQuery, token: CancelToken | None = None) -> SearchPage:
        """Answer a query; by a scan of all texts when no index can be used.

        A citation, a 发文字号, a title or its initials lead to their place, which stands first.
        Raises Cancelled when the scan, which takes long, is no longer wanted.
        """
        began = time.perf_counter()
        leads = _may_lead(query)
        named = _among(query, self._destinations.of(query.text)) if leads else []
        page = self._answered(leading.widened(query) if named else query, token)
        if leads and not named and not (page.complete and page.total):
            named = _among(query, self._destinations.by_initials(query.text))
        page = leading.led(replace(page, query=query), named)
        return replace(page, elapsed_ms=(time.perf_counter() - began) * 1000)

    def words(self, beginning: str, most: int) -> list[str]:
        """Give words of the documents that begin with a folded text, the most frequent first;
        none without an index.
        """
        try:
            return self._opened().words(beginning, most)
        except UnusableIndexError:
            self._drop(IndexState.DAMAGED)
            return []

    def job(self, query: SearchQuery) -> Job[SearchPage]:
        """Give the job that answers a query."""

        def run(ctx: JobContext) -> SearchPage:
            ctx.token.check()
            return self.search(query, ctx.token)

        return run

    def refresh(self) -> None:
        """Let later searches see what has been indexed since."""
        self._drop(self._state)

    def mend(self, ctx: JobContext) -> int:
        """Bring every shelf's index up to its store; gives the number of shelves mended.

        A job for the lane that writes. Raises BusyIndexError when another program is at it.
        """
        if self._state is IndexState.DAMAGED:
            self._state = IndexState.BUILDING
        mended = sum(indexing.mend(shelf, ctx) for shelf in self._shelves)
        if mended or not self.ready:
            self._drop(IndexState.READY)
        return mended

    def close(self) -> None:
        """Close the index."""
        self._drop(self._state)

    def _opened(self) -> IndexReader:
        from policyviewer.search.reader import IndexReader  # behind the shown window

        with self._lock:
            if self._reader is None:
                used = [shelf for shelf in self._shelves if not indexing.is_unused(shelf)]
                hidden = {one.index: one.documents.hidden for one in used if one.documents.hidden}
                self._reader = IndexReader([shelf.index for shelf in used], hidden)
            return self._reader

    def _answered(self, query: SearchQuery, token: CancelToken | None) -> SearchPage:
        """Answer a query from the index, or from the texts themselves."""
        try:
            return self._opened().search(query)
        except UnusableIndexError:
            logger.info("index is not usable, scanning the texts")
            self._drop(IndexState.DAMAGED)
            from policyviewer.search import scan

            page = scan.search(self._units(token), query)
            return replace(page, hint=page.hint or SCANNED)

    def _drop(self, state: IndexState) -> None:
        with self._lock:
            reader, self._reader = self._reader, None
            self._state = state
        self._destinations.forget()
        if reader is not None:
            reader.close()

    def _units(self, token: CancelToken | None) -> Iterator[IndexedProvision]:
        for shelf in self._shelves:
            for unit in indexing.units_of_all(shelf):
                if token is not None:
                    token.check()
                yield unit


def _among(query: SearchQuery, named: Sequence[Destination]) -> list[Destination]:
    """Give those of the places that are in the documents that are asked about."""
    own = query.wanted.documents
    return [one for one in named if not own or one.provision.document in own]


def _may_lead(query: SearchQuery) -> bool:
    """Say whether words may lead to a place: not among hits that were narrowed down."""
    wanted = query.wanted
    return not query.within and wanted == SearchFilter(documents=wanted.documents)
