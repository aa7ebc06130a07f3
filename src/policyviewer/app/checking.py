"""The self-check of library, index, notes and packs; it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from policyviewer.app import indexing
from policyviewer.app.collection import Collection
from policyviewer.app.packs.installed import Installation
from policyviewer.app.packs.service import PackService
from policyviewer.app.packs.shelf import open_installed
from policyviewer.app.paths import AppPaths
from policyviewer.app.shelves import DATABASE, INDEX, Shelf
from policyviewer.domain.errors import StorageError, UnusableIndexError
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest
from policyviewer.storage.database import Database, Schema


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it must be; ``repairable`` says that nothing of the user's is lost
    with it.
    """

    where: str
    what: str
    repairable: bool


def problems(collection: Collection, paths: AppPaths, ctx: JobContext) -> list[Problem]:
    """Give all that is wrong with what the program keeps for its user."""
    found: list[Problem] = []
    for shelf in collection.shelves:
        ctx.token.check()
        found += _of_shelf(shelf)
    if paths.bundled:
        found += _of_packs(paths, ctx)
    found += _of_notes(paths)
    return found


def _of_shelf(shelf: Shelf) -> Iterator[Problem]:
    place = str(shelf.folder / DATABASE)
    try:
        shelf.database.check()
    except StorageError as error:
        yield Problem(place, error.text, repairable=False)
        return
    if indexing.is_unused(shelf):
        return
    try:
        manifest.check(shelf.index, manifest.read(shelf.index), fully=True)
    except (UnusableIndexError, OSError, ValueError):
        yield Problem(str(shelf.folder / INDEX), "全文索引缺失或已损坏。", repairable=True)
    if shelf.writable:
        yield from _of_originals(shelf)


def _of_originals(shelf: Shelf) -> Iterator[Problem]:
    missing = sum(shelf.originals.path(one) is None for one in shelf.documents.files())
    if missing:
        yield Problem(str(shelf.folder), f"缺少 {missing} 份原件；正文不受影响。", repairable=False)


def _of_packs(paths: AppPaths, ctx: JobContext) -> Iterator[Problem]:
    """Packs can always be repaired: the same pack, installed once more, fills what is damaged."""
    service = PackService(paths)
    for one in service.installed():
        damaged = service.damage(one, ctx)
        for file in damaged:
            what = f"{one.current.head.label}的文件缺失或已损坏；把同一版的资料包再装一次即可修好。"
            yield Problem(str(one.folder / file), what, repairable=True)
        if not damaged:
            yield from _of_opening(one, paths)


def _of_opening(one: Installation, paths: AppPaths) -> Iterator[Problem]:
    """What is as it was signed may still be too new, or find no room to be brought up to date: it
    is left out of the library then.
    """
    try:
        open_installed(one, paths).close()
    except StorageError as error:
        what = f"{one.current.head.label}打不开，没有显示：{error.text}{error.hint}"
        yield Problem(str(one.folder), what, repairable=True)


def _of_notes(paths: AppPaths) -> Iterator[Problem]:
    if not paths.notes.exists():
        return
    try:
        with closing(Database(paths.notes, Schema.NOTES)) as notes:
            notes.check()
    except StorageError as error:
        yield Problem(str(paths.notes), error.text, repairable=False)
