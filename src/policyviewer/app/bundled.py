"""The shelf of the documents that come with the program: database, index and manifest."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.app.atomic import write_json
from policyviewer.app.catalogue import MANIFEST, BundledFile, catalogue, manifest
from policyviewer.app.shelves import DATABASE, INDEX
from policyviewer.domain.documents import Document, Source
from policyviewer.domain.errors import StorageError
from policyviewer.domain.records import records
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.importers import registry
from policyviewer.search import writer
from policyviewer.search.lexicon import DictionaryLexicon
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.documents import DocumentStore

_RELEASED = datetime(2026, 1, 1, tzinfo=UTC)
"""When bundled documents count as imported: fixed, so that builds are reproducible."""


def build(sources: Path, folder: Path, ctx: JobContext, *, dictionary: Path | None = None) -> int:
    """Build the shelf of the bundled documents, replacing the folder's content in one step.

    ``dictionary`` is the folder of the tokenizer's additional words. Gives the number of
    documents; raises UserError when a source cannot be read or the folder cannot be written.
    """
    files = catalogue(sources)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".building-") as made:
            fresh = Path(made) / "shelf"
            fresh.mkdir()
            _fill(files, fresh, ctx, dictionary)
            write_json(fresh / MANIFEST, manifest(sources))
            _replace(folder, fresh, spare=Path(made) / "old")
    except OSError as error:
        raise StorageError(f"无法在“{folder}”中建立索引。", "请检查磁盘空间和写入权限。") from error
    return len(files)


def _fill(
    files: tuple[BundledFile, ...], folder: Path, ctx: JobContext, dictionary: Path | None
) -> None:
    lexicon = DictionaryLexicon()
    read: list[Document] = []
    database = Database(folder / DATABASE, Schema.LIBRARY)
    try:
        store = DocumentStore(database)
        for done, file in enumerate(files):
            ctx.step(done, len(files), file.path.name)
            document = _read(file, lexicon)
            store.save(document)
            read.append(document)
        database.seal()
    finally:
        database.close()
    units = [unit for document in read for unit in records(document)]
    writer.build(folder / INDEX, units, ctx, len(units), dictionary=dictionary)


def _read(file: BundledFile, lexicon: DictionaryLexicon) -> Document:
    imported = registry.read(file.path)
    source = Source(file.path.name, imported.format, imported.sha256, _RELEASED)
    return Document(file.id, 1, source, parse(imported.text, lexicon, imported.tables))


def _replace(folder: Path, fresh: Path, spare: Path) -> None:
    """Put the fresh folder's entries in place; a README that lies there stays."""
    folder.mkdir(exist_ok=True)
    spare.mkdir()
    names = (MANIFEST, DATABASE, INDEX)
    for name in names:
        if (folder / name).exists():
            shutil.move(folder / name, spare / name)
    for name in reversed(names):
        shutil.move(fresh / name, folder / name)
