"""Writing the index: a build beside the old one, an update as one more segment.

Either both lists of files and table of contents are switched to, or nothing has changed (see
:mod:`policyviewer.search.manifest`). One process writes at a time: it holds a lock of the
operating system, which dies with it.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typing_extensions import override
from whoosh.index import TOC, clean_files
from whoosh.util.filelock import FileLock
from whoosh.writing import SegmentWriter

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import BusyIndexError, StorageError
from policyviewer.domain.queries import IndexedProvision
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.codec import GuardedCodec, MappedStorage, PlainSegment
from policyviewer.search.manifest import NAME, Manifest
from policyviewer.search.postings import decode
from policyviewer.search.rows import row
from policyviewer.search.schema import schema

logger = logging.getLogger(__name__)

MEMORY_MB = 128
"""Postings that are kept before they are spilled to disk."""
MOST_SEGMENTS = 6
"""Beyond this the smallest are merged, posting by posting: small ones, so at small cost."""


def build(
    folder: Path,
    records: Iterable[IndexedProvision],
    ctx: JobContext,
    total: int = 0,
    *,
    dictionary: Path | None = None,
) -> int:
    """Build a new index and put it in the place of the old one; gives the provisions in it.

    ``dictionary`` is a folder of words for the word cutter. Raises BusyIndexError when another
    process writes the index, StorageError when the folder cannot be written, and Cancelled;
    the old index is then still there.
    """
    with _locked(folder):
        generation = manifest.next_generation(folder)
        fresh = folder / generation
        try:
            fresh.mkdir()
            TOC.create(MappedStorage(fresh), schema(), NAME)
            source = _Source(fresh, 0)
            state = source.write(lambda writer: _add(writer, records, ctx, total, dictionary), {})
            manifest.switch(folder, state.manifest)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        state.clean()
        manifest.sweep(folder, keep=generation)
    logger.info("built the index of %d provisions", state.added)
    return state.added


def update(
    folder: Path,
    removed: Collection[DocumentId],
    records: Iterable[IndexedProvision],
    ctx: JobContext,
    *,
    dictionary: Path | None = None,
) -> int:
    """Take documents out of the index and put provisions in; gives the number put in.

    Raises UnusableIndexError when there is no index to update, BusyIndexError when another
    process writes it, StorageError when the folder cannot be written, and Cancelled; nothing
    has then changed.
    """
    with _locked(folder):
        valid = manifest.read_checked(folder)
        source = _Source(valid.folder(folder), valid.toc)

        def change(writer: _Writer) -> int:
            writer.remove(removed)
            return _add(writer, records, ctx, 0, dictionary)

        source.clean()
        try:
            state = source.write(change, valid.files)
            manifest.switch(folder, state.manifest)
        except BaseException:
            source.clean()
            raise
        state.clean()
    logger.info("indexed %d provisions", state.added)
    return state.added


@dataclass(frozen=True, slots=True)
class _State:
    """What a writer has written and nobody reads yet."""

    manifest: Manifest
    added: int
    clean: Callable[[], None]


class _Writer(SegmentWriter):  # type: ignore[misc]  # Whoosh is untyped
    """Whoosh's writer, which leaves the files of the state before in their place."""

    def __init__(self, source: _Source) -> None:
        super().__init__(source, codec=GuardedCodec(), compound=False, limitmb=MEMORY_MB, _lk=False)

    def remove(self, documents: Collection[DocumentId]) -> None:
        """Mark every provision of the documents as deleted."""
        for segment in self.segments:
            terms = segment.codec().terms_reader(self.storage, segment)
            for document in documents:
                data = terms.raw_postings("document", document.encode())
                for number in decode(data).ids if data else ():
                    segment.delete_document(number)

    @override
    def _commit_toc(self, segments: Sequence[PlainSegment]) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)


class _Source:
    """One table of contents in a folder; what Whoosh's writer asks of an index."""

    def __init__(self, folder: Path, toc: int) -> None:
        self.folder = folder
        self.storage = MappedStorage(folder)
        self.indexname = NAME
        self._toc = toc

    def _read_toc(self) -> TOC:
        return TOC.read(self.storage, NAME, gen=self._toc, schema=schema())

    def write(self, change: Callable[[_Writer], int], known: dict[str, Any]) -> _State:
        """Write the next table of contents; on any failure the writer is cancelled."""
        writer = _Writer(self)
        try:
            added = change(writer)
            writer.commit(mergetype=_merge)
        except BaseException:
            _abandon(writer)
            raise
        return self._state(writer.generation, added, known)

    def clean(self) -> None:
        """Delete what no table of contents of ours refers to: remains of other writers."""
        clean_files(self.storage, NAME, self._toc, self._read_toc().segments)
        shutil.rmtree(self.folder / f"{NAME}.tmp", ignore_errors=True)

    def _state(self, toc: int, added: int, known: dict[str, Any]) -> _State:
        after = _Source(self.folder, toc)
        prefixes = tuple(f"{segment.segment_id()}." for segment in after._read_toc().segments)
        names = [entry.name for entry in self.folder.iterdir() if entry.name.startswith(prefixes)]
        names.append(f"_{NAME}_{toc}.toc")
        marks = manifest.marks(self.folder, names, known)
        return _State(Manifest(self.folder.name, toc, marks), added, after.clean)


def _add(
    writer: _Writer,
    records: Iterable[IndexedProvision],
    ctx: JobContext,
    total: int,
    dictionary: Path | None,
) -> int:
    words = WordAnalyzer(dictionary=dictionary)
    done = 0
    for done, record in enumerate(records, start=1):
        ctx.step(done, total, record.title)
        writer.add_document(**row(record, words))
    return done


def _merge(writer: _Writer, segments: list[PlainSegment]) -> list[PlainSegment]:
    """Give the segments to keep, having merged the smallest of too many into the new one."""
    from whoosh.reading import SegmentReader

    excess = len(segments) + 2 - MOST_SEGMENTS
    merged = sorted(segments, key=_size)[:excess] if excess > 1 else []
    for segment in merged:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in merged and _size(segment)]


def _size(segment: PlainSegment) -> int:
    return int(segment.doc_count())


def _abandon(writer: _Writer) -> None:
    """Close a writer whose work is thrown away."""
    if writer.is_closed:
        return
    try:
        writer.cancel()
    except OSError:  # the disk is full, say; what is left is swept by the next writer
        logger.warning("could not close the writer of the index", exc_info=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; a lock file that a dead process left is no lock."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(folder / "write.lock"))
        if not lock.acquire():
            raise BusyIndexError("另一个程序正在写入全文索引。", "请等它完成，再试一次。")
        try:
            yield
        finally:
            lock.release()
    except OSError as error:
        raise StorageError(
            f"全文索引“{folder}”无法写入。", "请检查磁盘空间和写入权限，再试一次。"
        ) from error
