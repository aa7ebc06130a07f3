"""The shelf that goes into a pack, made in a folder of its own; the source is only read."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from policyviewer.app import indexing
from policyviewer.app.import_report import ImportReport
from policyviewer.app.importing import ImportService
from policyviewer.app.shelves import DATABASE, INDEX, ORIGINALS, PENDING, Shelf, open_shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError, UnusableIndexError, UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest, writer
from policyviewer.storage.copies import copy_of
from policyviewer.storage.originals import Originals

EPOCH = 1767225600
"""The time of all files of a pack, in seconds since 1970: even, since FAT counts in twos."""
NANOSECONDS = 10**9


@dataclass(frozen=True, slots=True)
class Gathering:
    """What is gathered from a folder of documents: for which day, with which words and how."""

    as_of: str
    dictionary: Path
    mirror: bool = False
    """Whether documents whose files are no longer in the folder are taken out."""


def copied(source: Path, folder: Path, dictionary: Path, ctx: JobContext) -> None:
    """Make a shelf of a library as it stands, which may be in use meanwhile.

    Raises UserError when the library cannot be read or the folder not be written.
    """
    with _written(folder):
        (folder / INDEX).mkdir(parents=True)
        copy_of(source / DATABASE, folder / DATABASE)
        _copy_index(source / INDEX, folder / INDEX)
        if (source / PENDING).is_file():
            shutil.copyfile(source / PENDING, folder / PENDING)
        with _opened(folder, dictionary) as shelf:
            indexing.mend(shelf, ctx)
            _copy_originals(shelf, source, folder)
        _seal(folder)


def gathered(source: Path, folder: Path, how: Gathering, ctx: JobContext) -> ImportReport:
    """Make a shelf of a folder of documents, or bring one that is there already up to date.

    Documents are named by their places below ``source``; the same files give the same shelf.
    Raises UserError when nothing can be read or written.
    """
    wanted = source.absolute()
    if not wanted.is_dir():
        raise UserError(f"找不到文件夹“{source}”。", "请检查路径是否写对。")
    with _written(folder), _chance_from(f"{how.as_of} {folder.name}"):
        folder.mkdir(parents=True, exist_ok=True)
        with _opened(folder, how.dictionary) as shelf, contextlib.chdir(wanted):
            when = datetime.fromisoformat(how.as_of).replace(tzinfo=UTC)
            service = ImportService(shelf, now=lambda: when)
            report = service.job(sorted(Path().iterdir()))(ctx)
            if how.mirror:
                _take_out(shelf, _gone(shelf), ctx)
            indexing.mend(shelf, ctx)
            kept = shelf.documents.files()
        _drop_originals(folder / ORIGINALS, kept)
        _seal(folder)
    return report


def latest_day(source: Path) -> str:
    """Give the day (ISO) on which the newest file of a folder was changed."""
    times = [path.stat().st_mtime for path in source.rglob("*") if path.is_file()]
    begun = date(1970, 1, 1) + timedelta(seconds=max(times, default=0))
    return begun.isoformat()


def files_of(folder: Path) -> list[str]:
    """Give the files of a sealed shelf, by their places, in order."""
    found = (path for path in folder.rglob("*") if path.is_file())
    names = sorted(path.relative_to(folder).as_posix() for path in found)
    present = manifest.read(folder / INDEX) if (folder / INDEX).is_dir() else None
    return [name for name in names if _belongs(name, present)]


def _belongs(name: str, present: manifest.Manifest | None) -> bool:
    """Say whether a file is part of the shelf: locks and remains of the index are not."""
    top, _, rest = name.partition("/")
    if top != INDEX:
        return name == DATABASE or top == ORIGINALS
    if present is None:
        return False
    folder, _, file = rest.partition("/")
    return rest == manifest.CURRENT or (folder == present.generation and file in present.files)


@contextlib.contextmanager
def _opened(folder: Path, dictionary: Path) -> Iterator[Shelf]:
    with closing(open_shelf(folder, writable=True, dictionary=dictionary)) as shelf:
        yield shelf
        shelf.watching.forget()
        shelf.database.seal()


@contextlib.contextmanager
def _written(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"无法在“{folder.parent}”中制作资料包。", "请检查磁盘空间和写入权限。"
        ) from error


@contextlib.contextmanager
def _chance_from(seed: str) -> Iterator[None]:
    """Let chance, by which Whoosh names its files, come from a seed for a while."""
    state = random.getstate()
    random.seed(seed)
    try:
        yield
    finally:
        random.setstate(state)


def _copy_index(source: Path, target: Path) -> None:
    """Copy the valid state of an index, if there is one that can be read."""
    try:
        present = manifest.read(source)
    except UnusableIndexError:  # it is built anew
        return
    (target / present.generation).mkdir()
    for name in present.files:
        _take(present.folder(source) / name, target / present.generation / name)
    shutil.copyfile(source / manifest.CURRENT, target / manifest.CURRENT)


def _copy_originals(shelf: Shelf, source: Path, folder: Path) -> None:
    """Take the originals of all versions along, as far as they are kept."""
    originals = Originals(source / ORIGINALS)
    for sha256 in sorted(shelf.documents.files()):
        found = originals.path(sha256)
        if found is not None:
            place = folder / ORIGINALS / sha256[:2] / found.name
            place.parent.mkdir(parents=True, exist_ok=True)
            _take(found, place)


def _take(file: Path, place: Path) -> None:
    """Give a file a second name, or copy it where that cannot be: neither is written again.

    Windows takes back no name of a file that any program has open, be it by its other name.
    """
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.link(file, place)
            return
    shutil.copyfile(file, place)


def _gone(shelf: Shelf) -> list[DocumentId]:
    """Give the documents whose files are no longer there, nor the archives they came in."""
    return [
        one.id
        for one in shelf.documents.summaries()
        if not any(
            path.is_file() for path in (Path(one.source.name), *Path(one.source.name).parents)
        )
    ]


def _take_out(shelf: Shelf, documents: Sequence[DocumentId], ctx: JobContext) -> None:
    for name in documents:
        shelf.documents.remove(name)
    if documents:
        writer.update(shelf.index, documents, (), ctx)


def _drop_originals(folder: Path, kept: Collection[str]) -> None:
    for path in folder.glob("*/*"):
        if path.name.partition(".")[0] not in kept:
            path.unlink()


def _seal(folder: Path) -> None:
    """Let the same shelf have the same bytes."""
    if (folder / INDEX / manifest.CURRENT).is_file():
        manifest.settle(folder / INDEX, EPOCH * NANOSECONDS)
    (folder / PENDING).unlink(missing_ok=True)
