"""Files into the library: read, parse, store, index; one bad file never stops the others."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from policyviewer.app import indexing
from policyviewer.app.editions import Decision, Editions, Outcome
from policyviewer.app.import_report import (
    ImportReport,
    failure,
    imported_file,
    skipped_file,
)
from policyviewer.app.readers.messages import Read, Reading, Refused, Request, result_of
from policyviewer.app.shelves import Shelf
from policyviewer.domain.corrections import Corrections
from policyviewer.domain.documents import Document, DocumentId, Outline, Source
from policyviewer.domain.errors import StorageError, UnreadableDocumentError, UserError
from policyviewer.domain.names import readable
from policyviewer.domain.tasks import Job, JobContext
from policyviewer.importers import registry
from policyviewer.importers.base import Unreadable
from policyviewer.importers.registry import SourceFile

logger = logging.getLogger(__name__)

BATCH_CHARACTERS = 2_000_000
"""Text that is parsed before it is committed: what a cancelled import can lose."""
INDEX_CHARACTERS = 20_000_000
"""Text that is stored before it is indexed: large segments cost less than many small ones."""
_ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class _File:
    """A file whose bytes are read: where it came from, and its SHA-256 in hexadecimal."""

    source: str
    name: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import of a file would make of it."""

    source: str
    reading: Reading
    decision: Decision


@dataclass(slots=True)
class _Batch:
    """Documents that are parsed and wait for their common commit."""

    documents: list[tuple[Document, bool]] = field(default_factory=list)
    """Each with whether it becomes the version that is shown."""
    files: list[_File] = field(default_factory=list)
    characters: int = 0

    def add(self, document: Document, file: _File, *, present: bool) -> None:
        self.documents.append((document, present))
        self.files.append(file)
        self.characters += len(document.outline.text)


class Readers(Protocol):
    """What reads files; see :class:`policyviewer.app.readers.pool.ReaderPool`."""

    def read(
        self, files: Iterator[tuple[_File, Request]], check: Callable[[], None]
    ) -> Iterator[tuple[_File, Read | Refused]]:
        """Give the answer to each file, in their order."""


def _processes() -> AbstractContextManager[Readers]:
    """Give processes that read files; what starts them is loaded with the first import."""
    from policyviewer.app.readers.pool import ReaderPool

    return ReaderPool()


class ImportService:
    """Brings files into the user's shelf."""

    def __init__(
        self,
        shelf: Shelf,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
        readers: Callable[[], AbstractContextManager[Readers]] = _processes,
        stored: Callable[[], None] = lambda: None,
    ) -> None:
        """``stored`` is called when an import has ended."""
        self._shelf = shelf
        self._stored = stored
        self._now = now
        self._clock = clock
        self._readers = readers

    def job(
        self, paths: Sequence[Path], corrections: Mapping[str, Corrections] | None = None
    ) -> Job[ImportReport]:
        """Give the job that imports files and folders.

        ``corrections`` stand under the source of the file that they are for. Cancelled, the job
        leaves the batches that are committed and nothing of the one at work. Raises StorageError
        when the library cannot be written.
        """

        def run(ctx: JobContext) -> ImportReport:
            self._check_writable()
            with self._readers() as readers:
                report = _Import(self._shelf, self._now, readers, corrections or {}).run(
                    paths, ctx, self._clock
                )
            self._stored()
            return report

        return run

    def files(self, paths: Sequence[Path]) -> Job[tuple[list[Path], list[Unreadable]]]:
        """Give the job that lists the files that paths mean, and what leads nowhere."""

        def run(ctx: JobContext) -> tuple[list[Path], list[Unreadable]]:
            ctx.token.check()
            return registry.expand(paths)

        return run

    def read_anew(self, outline: Outline, corrections: Corrections) -> Job[Outline]:
        """Give the job that reads an outline's text with corrections, without keeping them."""

        def run(ctx: JobContext) -> Outline:
            ctx.token.check()
            return _parsed(outline, corrections)

        return run

    def preview(self, path: Path) -> Job[Preview]:
        """Give the job that reads one file without importing it; raises UserError."""

        def run(ctx: JobContext) -> Preview:
            file = _only_file(path)
            with self._readers() as readers:
                requests = iter([(file, Request(file.name, file.data))])
                ((_, answer),) = readers.read(requests, ctx.token.check)
            reading = admitted(file.name, answer)
            known = self._shelf.documents.of_file(file.sha256)
            editions = Editions(self._shelf.documents)
            decision = (
                editions.decide(file.source, reading)
                if known is None
                else Decision(Outcome.UNCHANGED, self._shelf.documents.versions(known.document)[-1])
            )
            return Preview(file.source, reading, decision)

        return run

    def correct(self, document: DocumentId, corrections: Corrections) -> Job[Document]:
        """Give the job that keeps corrections and reads the document anew with them.

        Raises UnknownDocumentError, and StorageError when the library cannot be written.
        """

        def run(ctx: JobContext) -> Document:
            self._check_writable()
            shelf = self._shelf
            former = shelf.documents.load(document)
            corrected = with_corrections(former, corrections)
            shelf.promise((*shelf.pending(), document))
            with shelf.database.transaction():
                shelf.corrections.keep(document, corrections)
                shelf.documents.save(corrected)
            indexing.catch_up(shelf, shelf.pending(), ctx)
            return corrected

        return run

    def corrections(self, document: DocumentId) -> Corrections:
        """Give what was corrected in a document."""
        return self._shelf.corrections.of(document)

    def owns(self, document: DocumentId) -> bool:
        """Say whether a document is in the shelf that can be changed."""
        return self._shelf.writable and self._shelf.documents.holds(document)

    def _check_writable(self) -> None:
        if not self._shelf.writable:
            raise StorageError(
                f"文库“{self._shelf.folder}”是只读的，不能导入文件。",
                "请把文库复制到可以写入的磁盘，或用 --library 指定别的文件夹。",
            )


class _Import:
    """One run over files and folders."""

    def __init__(
        self,
        shelf: Shelf,
        now: Callable[[], datetime],
        readers: Readers,
        corrections: Mapping[str, Corrections],
    ) -> None:
        self._shelf = shelf
        self._now = now
        self._readers = readers
        self._corrections = corrections
        self._editions = Editions(shelf.documents)
        self._batch = _Batch()
        self._added: set[str] = set()
        """The SHA-256 of the files that this run has added."""
        self._report = ImportReport()
        self._done = self._total = 0
        self._unindexed = 0
        """Code points that are stored and not yet indexed."""

    def run(
        self, paths: Sequence[Path], ctx: JobContext, clock: Callable[[], float]
    ) -> ImportReport:
        began = clock()
        files, missing = registry.expand(paths)
        for one in missing:
            self._report.failed.append(failure(readable(str(one.path)), one.error))
        self._total = len(files)
        ctx.step(0, len(files), readable(files[0].name) if files else "")
        try:
            self._take_all(files, ctx)
        finally:  # cancelled or failed: what is stored is found as well
            self._index(ctx)
        ctx.step(len(files), len(files))
        self._report.seconds = clock() - began
        logger.info("imported %d, failed %d", self._report.imported, len(self._report.failed))
        return self._report

    def _take_all(self, files: Sequence[Path], ctx: JobContext) -> None:
        for file, answer in self._readers.read(self._unknown(files, ctx), ctx.token.check):
            try:
                self._add(file, admitted(file.name, answer))
            except UserError as error:
                self._report.failed.append(failure(file.source, error))
            self._step(file.name, ctx)
            if self._batch.characters >= BATCH_CHARACTERS:
                self._commit()
            if self._unindexed >= INDEX_CHARACTERS:
                self._index(ctx)
        self._commit()

    def _step(self, name: str, ctx: JobContext) -> None:
        self._done += 1
        ctx.step(self._done, self._total, name)

    def _unknown(self, files: Sequence[Path], ctx: JobContext) -> Iterator[tuple[_File, Request]]:
        """Give the files that must be read, the others being told in the report."""
        for path in files:
            for number, loaded in enumerate(registry.load(path)):
                self._total += number > 0  # of an archive nobody knows how much is in it
                if isinstance(loaded.data, UserError):
                    self._report.failed.append(failure(loaded.source, loaded.data))
                    self._step(loaded.name, ctx)
                    continue
                file = _hashed(loaded, loaded.data)
                if self._is_known(file):
                    self._report.unchanged += 1
                    self._step(file.name, ctx)
                else:
                    yield file, Request(file.name, file.data)

    def _is_known(self, file: _File) -> bool:
        """Say whether the bytes are in the library, other than as what the file once was."""
        if file.sha256 in self._added:
            return True
        known = self._shelf.documents.of_file(file.sha256)
        if known is None or known.present:
            return known is not None
        return self._shelf.documents.by_source(file.source) is None

    def _add(self, file: _File, reading: Reading) -> None:
        if file.sha256 in self._added:  # a copy that was read at the same time
            self._report.unchanged += 1
            return
        decision = self._editions.decide(file.source, reading)
        if decision.outcome is Outcome.UNCHANGED and decision.document is not None:
            self._report.unchanged += 1
            self._report.skipped.append(skipped_file(file.source, decision.document))
            return
        document = self._document(file, reading, decision)
        self._added.add(file.sha256)
        self._batch.add(document, file, present=decision.present)
        self._editions.add(document, decision)
        self._report.documents.append(imported_file(document, decision))
        if decision.outcome is Outcome.NEW:
            self._report.imported += 1
        else:
            self._report.updated += 1

    def _document(self, file: _File, reading: Reading, decision: Decision) -> Document:
        former = decision.document
        name = former.id if former else DocumentId(file.sha256[:_ID_LENGTH])
        number = self._editions.next_number(former.id) if former else 1
        source = Source(file.source, reading.format, file.sha256, self._now())
        document = Document(name, number, source, reading.outline, reading.notices)
        corrections = self._corrections.get(file.source) or self._shelf.corrections.of(name)
        return document if corrections.empty else with_corrections(document, corrections)

    def _commit(self) -> None:
        """Store a batch in one transaction; see Shelf.pending for a death before it is indexed."""
        batch, self._batch = self._batch, _Batch()
        if not batch.documents:
            return
        shelf = self._shelf
        shelf.promise((*shelf.pending(), *(document.id for document, _present in batch.documents)))
        for file, (document, _present) in zip(batch.files, batch.documents, strict=True):
            shelf.originals.keep(file.data, f".{document.source.format}")
        with shelf.database.transaction():
            for document, present in batch.documents:
                shelf.documents.save(document, present=present)
                corrections = self._corrections.get(document.source.name)
                if corrections is not None:
                    shelf.corrections.keep(document.id, corrections)
        self._show_again({document.id for document, _present in batch.documents})
        self._editions.stored()
        self._unindexed += batch.characters

    def _show_again(self, documents: set[DocumentId]) -> None:
        """Put back what was taken out and is imported once more."""
        removed = self._shelf.removed()
        if documents & removed.keys():
            self._shelf.keep_removed(
                {one: when for one, when in removed.items() if one not in documents}
            )

    def _index(self, ctx: JobContext) -> None:
        """Index what is stored, which cannot be stopped any more."""
        if self._unindexed:
            self._unindexed = 0
            unstoppable = JobContext(report=ctx.report)
            indexing.catch_up(self._shelf, self._shelf.pending(), unstoppable)


def admitted(name: str, answer: Read | Refused) -> Reading:
    """Give the reading of a file that may be kept.

    Raises UnreadableDocumentError for one that cannot be read, or that is marked as secret.
    """
    reading = result_of(answer)
    if reading.secrecy is not None:
        raise UnreadableDocumentError(
            f"“{name}”有密级标志“{reading.secrecy}”，没有导入，内容没有写入任何地方。",
            "涉密文件须按保密规定在涉密设备上处理，请勿存放在这台计算机上。",
        )
    return reading


def with_corrections(document: Document, corrections: Corrections) -> Document:
    """Give a document read anew, as corrected by hand."""
    outline = _parsed(document.outline, corrections)
    return Document(document.id, document.version, document.source, outline, document.notices)


def _parsed(outline: Outline, corrections: Corrections) -> Outline:
    """Give the outline of the same text and tables, read anew with corrections."""
    from policyviewer.domain.structure import parse  # files are read in other processes
    from policyviewer.search.lexicon import DictionaryLexicon

    return parse(outline.text, DictionaryLexicon(), outline.tables, corrections)


def _hashed(file: SourceFile, data: bytes) -> _File:
    return _File(file.source, file.name, data, hashlib.sha256(data).hexdigest())


def _only_file(path: Path) -> _File:
    """Give the file at a path; raises UserError when it cannot be had, or is an archive."""
    found = list(registry.load(path))
    if len(found) != 1 or found[0].source != readable(str(path)):
        raise UserError(f"这是压缩包，里面有 {len(found)} 份文件。", "导入时逐份读入。")
    if isinstance(found[0].data, UserError):
        raise found[0].data
    return _hashed(found[0], found[0].data)
