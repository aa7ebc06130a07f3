"""A team's documents as a library that travels with the program: stored, indexed, sealed."""

from __future__ import annotations

import contextlib
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

import release_files
from policyviewer.app import indexing
from policyviewer.app.import_report import ImportReport
from policyviewer.app.importing import ImportService
from policyviewer.app.paths import AppPaths
from policyviewer.app.shelves import DATABASE, ORIGINALS, Shelf, open_shelf
from policyviewer.domain.tasks import JobContext

_LEFT_BEHIND = ("*.lock", "*-wal", "*-shm", "pending.json")


def build(source: Path, folder: Path, ctx: JobContext, *, originals: bool = False) -> ImportReport:
    """Build the library of a folder of documents, or of a library, into a new folder.

    Documents are named by their places below ``source``, and bear the one time of a release, so
    that the same documents give the same library. The files themselves come along only where
    ``originals`` are wanted. Raises UserError when a library cannot be read or written.
    """
    random.seed(0)  # Whoosh names its files by chance
    report = ImportReport()
    if (source / DATABASE).is_file():
        shutil.copytree(source, folder)
    shelf = open_shelf(folder, writable=True, dictionary=_paths().dictionary)
    try:
        if not (source / DATABASE).is_file():
            report = _import(source.absolute(), shelf, ctx)
        indexing.mend(shelf, ctx)
        if shelf.documents.first():
            release_files.settle_index(shelf.index)
        shelf.database.seal()
    finally:
        shelf.close()
    if not originals:
        shutil.rmtree(folder / ORIGINALS, ignore_errors=True)
    for pattern in _LEFT_BEHIND:
        for file in folder.rglob(pattern):
            file.unlink()
    return report


def count(folder: Path) -> int:
    """Give the number of documents that a reader finds in a sealed library, read-only.

    Raises UserError when library or index cannot be used as they are.
    """
    from policyviewer.search.reader import IndexReader

    shelf = open_shelf(folder, writable=False)
    try:
        documents = len(shelf.documents.summaries())
        if documents:
            IndexReader([shelf.index]).close()
        return documents
    finally:
        shelf.close()


def _import(source: Path, shelf: Shelf, ctx: JobContext) -> ImportReport:
    released = datetime.fromtimestamp(release_files.EPOCH, UTC)
    with contextlib.chdir(source):  # so that no path of this machine goes into the library
        paths = sorted(Path().iterdir())
        return ImportService(shelf, now=lambda: released).job(paths)(ctx)


def _paths() -> AppPaths:
    return AppPaths.under(Path())
