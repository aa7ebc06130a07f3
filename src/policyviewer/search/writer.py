"""Writing the index: a build beside the old one, an update as one more segment.

Either both lists of files and table of contents are switched to, or nothing has changed (see
:mod:`policyviewer.search.manifest`). One process writes at a time: it holds a lock of the
operating system, which dies with it.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from whoosh.util.filelock import FileLock

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import BusyIndexError, StorageError
from policyviewer.domain.queries import IndexedProvision
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.generation import Generation
from policyviewer.search.rows import Row, RowMaker
from policyviewer.search.segment_writer import segment_writer
from policyviewer.search.segments import damage_met

logger = logging.getLogger(__name__)


def build(
    folder: Path,
    records: Iterable[IndexedProvision | Row],
    ctx: JobContext,
    total: int = 0,
    *,
    dictionary: Path | None = None,
) -> int:
    """Build a new index and put it in the place of the old one; gives the provisions in it.

    Rows of them may be given that were made elsewhere. ``dictionary`` is a folder of words for
    the word cutter. Raises BusyIndexError when another process writes the index, StorageError
    when the folder cannot be written, and Cancelled; the old index is then still there.
    """
    filling = _filling(records, ctx, total, dictionary)
    with _locked(folder):
        fresh = folder / manifest.next_generation(folder)
        try:
            state = filling.into(Generation.create(fresh))
            manifest.switch(folder, state.manifest({}))
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        state.clean()
        manifest.sweep(folder, keep=fresh.name)
    logger.info("built the index of %d provisions", filling.added)
    return filling.added


def update(
    folder: Path,
    removed: Collection[DocumentId],
    records: Iterable[IndexedProvision | Row],
    ctx: JobContext,
    *,
    dictionary: Path | None = None,
) -> int:
    """Take documents out of the index and put provisions in; gives the number put in.

    Raises UnusableIndexError when there is no index to update, BusyIndexError when another
    process writes it, StorageError when the folder cannot be written, and Cancelled; nothing
    has then changed.
    """
    filling = _filling(records, ctx, 0, dictionary)
    with _locked(folder):
        valid = manifest.read_checked(folder)
        before = Generation(valid.folder(folder), valid.toc)
        with damage_met():
            before.clean()
        try:
            after = filling.into(before, removed)
            manifest.switch(folder, after.manifest(valid.files))
        except BaseException:
            before.clean()
            raise
        after.clean()
        manifest.sweep(folder, keep=valid.generation)  # a build that died leaves all it wrote
    logger.info("indexed %d provisions", filling.added)
    return filling.added


@dataclass(slots=True)
class _Filling:
    """Rows on their way into segments."""

    rows: Iterator[Row]
    added: int = 0

    def into(self, source: Generation, removed: Collection[DocumentId] = ()) -> Generation:
        """Write all rows, a segment at a time; gives the state that holds them."""
        while True:
            with segment_writer(source) as writer:
                writer.remove(removed)
                while not writer.full and (row := next(self.rows, None)) is not None:
                    writer.add_row(row)
                    self.added += 1
                full = writer.full  # of new rows: those that are merged come on top
            source, removed = source.after(writer.generation), ()
            if not full:
                return source


def _filling(
    records: Iterable[IndexedProvision | Row], ctx: JobContext, total: int, dictionary: Path | None
) -> _Filling:
    maker = RowMaker(WordAnalyzer(dictionary=dictionary))

    def rows() -> Iterator[Row]:
        for done, one in enumerate(records, start=1):
            row = one if isinstance(one, Row) else maker.row(one)
            ctx.step(done, total, row.facts.title)
            yield row

    return _Filling(rows())


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
