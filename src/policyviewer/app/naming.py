"""The index of places, bodies and projects that the documents name.

It is a cache beside the shelves, which may be read-only: of each document the names of the
version that is shown, as it was read. What is missing or was read otherwise is read when the
index is asked for.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import PARSER_VERSION, Document, DocumentId
from policyviewer.domain.errors import DamagedDatabaseError, StorageError
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.names import NameStore

if TYPE_CHECKING:  # what reads names is loaded with the first question
    from policyviewer.domain.gazetteer import Atlas
    from policyviewer.domain.name_counts import NameCount

logger = logging.getLogger(__name__)

READER_VERSION = 2
"""Raised with every change of how names are read: what is kept is then read again."""
BATCH = 50
"""Documents that are read before they are kept: what a cancelled job does again."""
_DIGITS = 12
Wanted = Mapping[DocumentId, tuple[Shelf, str, str]]
"""The documents with their shelf, their title, and by what they are told from other readings."""


def _read_atlas() -> Atlas:
    from policyviewer.search.lexicon import read_atlas

    return read_atlas()


class NamingService:
    """Gives the names of one document or of all; safe to use from several threads."""

    def __init__(
        self,
        shelves: Sequence[Shelf],
        cache: Path,
        read_atlas: Callable[[], Atlas] = _read_atlas,
    ) -> None:
        """``cache`` is the folder for what can be made again."""
        self._shelves = shelves
        place = hashlib.sha256(str(shelves[-1].folder.absolute()).encode()).hexdigest()
        self._path = cache / "names" / f"{place[:_DIGITS]}.sqlite"
        self._database: Database | None = None
        self._lock = threading.Lock()
        self._read_atlas = read_atlas
        self._atlas: Atlas | None = None

    def of(self, document: Document) -> list[NameCount]:
        """Give the names of a document, the frequent first."""
        from policyviewer.domain.name_counts import counts_of, summed

        return summed(counts_of(document.outline, self._places()))

    def names(self, ctx: JobContext) -> list[NameCount]:
        """Give the names of all documents, the frequent first: a job for the lane that reads.

        It reads what was not read before; cancelled, it keeps what it has read. Raises
        StorageError when a library cannot be read.
        """
        from policyviewer.domain.name_counts import ranked

        wanted = self._wanted()
        try:
            return ranked(self._kept(wanted, ctx))
        except DamagedDatabaseError:
            logger.info("the cache of names is damaged, it is made anew")
            self.close()
            for ending in ("", "-wal", "-shm", "-journal"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            return ranked(self._kept(wanted, ctx))

    def close(self) -> None:
        """Close the cache."""
        with self._lock:
            database, self._database = self._database, None
        if database is not None:
            database.close()

    def _kept(self, wanted: Wanted, ctx: JobContext) -> list[NameCount]:
        """Give the names from the cache, which is brought up to the library first; where there
        can be none, from the documents themselves.
        """
        from policyviewer.domain.name_counts import summed

        store = self._store()
        if store is None:
            read = self._read(wanted, list(wanted), ctx)
            return summed(one for _, counts in read for one in counts)
        kept = store.stamps()
        gone = [name for name in kept if name not in wanted]
        if gone:
            store.drop(gone)
        missing = [name for name, (_, _, stamp) in wanted.items() if kept.get(name) != stamp]
        read = self._read(wanted, missing, ctx)
        while batch := dict(islice(read, BATCH)):
            store.keep({name: (wanted[name][2], counts) for name, counts in batch.items()})
        return store.sums()

    def _read(
        self, wanted: Wanted, missing: Sequence[DocumentId], ctx: JobContext
    ) -> Iterator[tuple[DocumentId, list[NameCount]]]:
        from policyviewer.domain.name_counts import counts_of

        for done, name in enumerate(missing):
            shelf, title, _ = wanted[name]
            ctx.step(done, len(missing), title)
            yield name, counts_of(shelf.documents.load(name).outline, self._places())
        if missing:
            ctx.step(len(missing), len(missing))

    def _wanted(self) -> Wanted:
        found: dict[DocumentId, tuple[Shelf, str, str]] = {}
        for shelf in self._shelves:
            corrected = shelf.corrections.stamps()
            for one in shelf.documents.summaries():
                told = (one.source.sha256, one.version, one.provisions, corrected.get(one.id, ""))
                stamp = f"{READER_VERSION}.{PARSER_VERSION}:{_digest(*told)}"
                found.setdefault(one.id, (shelf, one.metadata.title, stamp))
        return found

    def _store(self) -> NameStore | None:
        """Give the cache, None where none can be written."""
        with self._lock:
            if self._database is None:
                database = Database(self._path, Schema.NAMES)
                try:
                    database.connection()
                except DamagedDatabaseError:
                    raise
                except StorageError:
                    logger.info("the cache of names cannot be written")
                    return None
                self._database = database
            return NameStore(self._database)

    def _places(self) -> Atlas:
        with self._lock:
            if self._atlas is None:
                self._atlas = self._read_atlas()
            return self._atlas


def _digest(*parts: object) -> str:
    words = "\n".join(map(str, parts))
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]
