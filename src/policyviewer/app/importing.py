"""Files into the library: read, parse, store, index; one bad file never stops the others."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.app import indexing
from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary, Source
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.names import readable
from policyviewer.domain.provisions import provisions
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import Job, JobContext
from policyviewer.importers import registry
from policyviewer.importers.base import ImportedDocument
from policyviewer.search.lexicon import DictionaryLexicon

logger = logging.getLogger(__name__)

BATCH_CHARACTERS = 2_000_000
"""Text that is parsed before it is committed: what a cancelled import can lose."""
_ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class ImportFailure:
    """A file that could not be imported, with the reason in the user's words."""

    source: str
    reason: str
    hint: str


@dataclass(slots=True)
class ImportReport:
    """What became of every file that was given."""

    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: list[ImportFailure] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    """The documents that are new or have a new version."""
    seconds: float = 0.0


@dataclass(slots=True)
class _Batch:
    """Documents that are parsed and wait for their common commit."""

    documents: list[Document] = field(default_factory=list)
    files: list[ImportedDocument] = field(default_factory=list)
    characters: int = 0

    def add(self, document: Document, file: ImportedDocument) -> None:
        self.documents.append(document)
        self.files.append(file)
        self.characters += len(document.outline.text)


class ImportService:
    """Brings files into the user's shelf."""

    def __init__(
        self,
        shelf: Shelf,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shelf = shelf
        self._now = now
        self._clock = clock
        self._lexicon = DictionaryLexicon()

    def job(self, paths: Sequence[Path]) -> Job[ImportReport]:
        """Give the job that imports files and folders.

        Cancelled, it leaves the batches that are committed and nothing of the one at work.
        Raises StorageError when the library cannot be written.
        """

        def run(ctx: JobContext) -> ImportReport:
            if not self._shelf.writable:
                raise StorageError(
                    f"文库“{self._shelf.folder}”是只读的，不能导入文件。",
                    "请把文库复制到可以写入的磁盘，或用 --library 指定别的文件夹。",
                )
            return self._run(paths, ctx)

        return run

    def _run(self, paths: Sequence[Path], ctx: JobContext) -> ImportReport:
        began = self._clock()
        report = ImportReport()
        files, missing = registry.expand(paths)
        for failure in missing:
            _note_failure(report, failure.path, failure.error)
        batch = _Batch()
        for done, path in enumerate(files):
            ctx.step(done, len(files), readable(path.name))
            self._take(path, batch, report)
            ctx.token.check()
            if batch.characters >= BATCH_CHARACTERS:
                self._commit(batch, ctx)
                batch = _Batch()
        self._commit(batch, ctx)
        ctx.step(len(files), len(files))
        report.seconds = self._clock() - began
        logger.info("imported %d, failed %d", report.imported, len(report.failed))
        return report

    def _take(self, path: Path, batch: _Batch, report: ImportReport) -> None:
        """Read and parse one file; what is wrong with it becomes a line of the report."""
        try:
            file = registry.read(path)
        except UserError as error:
            _note_failure(report, path, error)
            return
        store = self._shelf.documents
        waiting = {one.source.sha256 for one in batch.documents}
        if file.sha256 in waiting or store.identify(file.sha256) is not None:
            report.unchanged += 1
            return
        former = store.by_source(readable(str(path)))
        document = self._parsed(path, file, former)
        batch.add(document, file)
        report.documents.append(document)
        if former is None:
            report.imported += 1
        else:
            report.updated += 1

    def _parsed(
        self, path: Path, file: ImportedDocument, former: DocumentSummary | None
    ) -> Document:
        return Document(
            id=former.id if former else DocumentId(file.sha256[:_ID_LENGTH]),
            version=former.version + 1 if former else 1,
            source=Source(readable(str(path)), file.format, file.sha256, self._now()),
            outline=parse(file.text, self._lexicon, file.tables),
        )

    def _commit(self, batch: _Batch, ctx: JobContext) -> None:
        """Store a batch in one transaction, then index it; see Shelf.pending for a death
        between the two.
        """
        if not batch.documents:
            return
        shelf = self._shelf
        names = tuple(document.id for document in batch.documents)
        shelf.promise((*shelf.pending(), *names))
        for file in batch.files:
            shelf.originals.keep(file.data, f".{file.format}")
        with shelf.database.transaction():
            for document in batch.documents:
                shelf.documents.save(document, len(provisions(document.outline)))
        unstoppable = JobContext(report=ctx.report)  # what is stored must be indexed too
        indexing.catch_up(shelf, shelf.pending(), unstoppable)


def _note_failure(report: ImportReport, path: Path, error: UserError) -> None:
    report.failed.append(ImportFailure(readable(str(path)), error.text, error.hint))
