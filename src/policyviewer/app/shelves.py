"""A shelf: one folder with documents, their index and their original files."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from policyviewer.app.atomic import read_json, write_json
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import DamagedDatabaseError, UnusableIndexError
from policyviewer.storage.citations import CitationStore
from policyviewer.storage.corrections import CorrectionStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.documents import DocumentStore
from policyviewer.storage.originals import Originals
from policyviewer.storage.watching import WatchStore

logger = logging.getLogger(__name__)

DATABASE = "library.sqlite"
INDEX = "index"
ORIGINALS = "originals"
PENDING = "pending.json"
REMOVED = "removed.json"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents that are kept together: those that came with the program, or the user's."""

    folder: Path
    database: Database
    documents: DocumentStore
    citations: CitationStore
    corrections: CorrectionStore
    watching: WatchStore
    originals: Originals
    writable: bool
    spare: Path | None
    """Where the index of a read-only shelf is kept when its own cannot be used."""
    dictionary: Path | None
    """The folder of the words that the tokenizer is to know besides its own."""
    overlaps: bool = False
    """Whether another shelf may hold some of its documents as well."""

    @property
    def index(self) -> Path:
        """Give the folder of the full-text index; a read-only shelf may need one elsewhere.

        Looked up when it is asked for: the window is shown before anything is searched.
        """
        return _index_of(self.folder, self.spare)

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    def pending(self) -> tuple[DocumentId, ...]:
        """Give the documents that may be stored but not yet indexed.

        A program that died between the two leaves their ids here.
        """
        names = read_json(self.folder / PENDING)
        return tuple(DocumentId(str(name)) for name in names) if isinstance(names, list) else ()

    def promise(self, documents: tuple[DocumentId, ...]) -> None:
        """Remember that these documents are about to be stored and must be indexed then."""
        write_json(self.folder / PENDING, list(documents))

    def kept(self) -> None:
        """Forget the promise: store and index agree again."""
        (self.folder / PENDING).unlink(missing_ok=True)

    def removed(self) -> dict[DocumentId, datetime]:
        """Give the documents that the user took out and that can still be put back, and when."""
        told = read_json(self.folder / REMOVED)
        pairs = told.items() if isinstance(told, dict) else ()
        return {
            DocumentId(str(name)): when
            for name, at in pairs
            if (when := _moment(at)) is not None and self.documents.is_stored(DocumentId(str(name)))
        }

    def keep_removed(self, removed: Mapping[DocumentId, datetime]) -> None:
        """Remember which documents are taken out, and pass over them; raises StorageError."""
        told = {name: when.isoformat() for name, when in removed.items()}
        write_json(self.folder / REMOVED, told)
        self.documents.hide(frozenset(removed))


def open_shelf(
    folder: Path, *, writable: bool, spare: Path | None = None, dictionary: Path | None = None
) -> Shelf:
    """Open the shelf in a folder; a writable one is made when it is not there.

    ``spare`` is where the index of a read-only shelf is kept when its own cannot be used.
    Raises StorageError when the database cannot be used.
    """
    read_only = not writable
    database = Database(folder / DATABASE, Schema.LIBRARY, read_only=read_only)
    try:
        database.connection()
    except DamagedDatabaseError as error:
        raise DamagedDatabaseError(
            f"文库“{folder}”的数据库已损坏，读不出来。",
            f"批注不受影响，导入过的原件都在“{folder / ORIGINALS}”中。"
            f"请把 {DATABASE} 改名，重新打开程序后导入这些原件。",
        ) from error
    return Shelf(
        folder=folder,
        database=database,
        documents=DocumentStore(database),
        citations=CitationStore(database),
        corrections=CorrectionStore(database),
        watching=WatchStore(database),
        originals=Originals(folder / ORIGINALS),
        writable=writable,
        spare=spare if read_only else None,
        dictionary=dictionary,
    )


def _moment(at: object) -> datetime | None:
    """Give a time as it was written; None for what is none."""
    try:
        return datetime.fromisoformat(str(at))
    except ValueError:
        return None


def _index_of(folder: Path, spare: Path | None) -> Path:
    """Give the shelf's own index, or the spare one where its own is of no use."""
    own = folder / INDEX
    if spare is None:
        return own
    from policyviewer.search.reader import IndexReader

    try:
        IndexReader([own]).close()
    except UnusableIndexError:
        return spare / INDEX
    return own
