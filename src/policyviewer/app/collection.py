"""The shelves of one run: what came with the program, and what the user imported."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from typing_extensions import override

from policyviewer.app import catalogue
from policyviewer.app.edition import LIBRARY
from policyviewer.app.overlaps import Shelves
from policyviewer.app.packs.installed import Installations
from policyviewer.app.packs.shelf import open_installed
from policyviewer.app.paths import AppPaths
from policyviewer.app.shelves import DATABASE, Shelf, open_shelf
from policyviewer.domain.closing import Closing
from policyviewer.domain.errors import StorageError
from policyviewer.domain.tasks import JobContext
from policyviewer.storage.medium import can_write

logger = logging.getLogger(__name__)


class Collection(Closing):
    """All shelves, the user's last; a context manager that closes them."""

    def __init__(self, shelves: Iterable[Shelf], paths: AppPaths) -> None:
        self.shelves = Shelves(shelves)
        self._paths = paths
        self._retired: list[Shelf] = []
        """Shelves of former versions, which somebody may still be reading."""

    @property
    def own(self) -> Shelf:
        """Give the shelf that imports go to."""
        return self.shelves[-1]

    def take_packs(self) -> None:
        """Open the packs as they are installed now, in the place of those that are open.

        One that cannot be opened is left out: ``pack list`` and ``verify`` tell of it.
        """
        *others, own = self.shelves
        present = {shelf.folder: shelf for shelf in others if shelf.overlaps}
        opened: list[Shelf] = []
        for one in Installations(self._paths.packs).all():
            try:
                if one.folder in present:
                    opened.append(present.pop(one.folder))
                else:
                    opened.append(open_installed(one, self._paths))
            except StorageError:
                logger.info("an installed pack cannot be opened: %s", one.name)
        self._retired += present.values()
        fixed = (shelf for shelf in others if not shelf.overlaps)
        self.shelves.put([*fixed, *opened, own])

    @override
    def close(self) -> None:
        """Close every shelf."""
        for shelf in (*self.shelves, *self._retired):
            shelf.close()


def open_collection(paths: AppPaths, ctx: JobContext | None = None) -> Collection:
    """Open the bundled shelf, a team's, those of packs, where they are wanted, and the user's.

    The bundled one is built first when the program came without it; ``ctx`` hears of that.
    Raises StorageError when a database cannot be used.
    """
    shelves: list[Shelf] = []
    with ExitStack() as opened:
        if paths.bundled:
            shelves.append(_bundled_shelf(paths, ctx or JobContext()))
            opened.callback(shelves[0].close)
            if (paths.release / LIBRARY / DATABASE).is_file():
                shelves.append(_read_only(paths.release / LIBRARY, paths, "spare-release"))
                opened.callback(shelves[1].close)
        own = _own_shelf(paths)
        opened.pop_all()
    if own is not None:
        shelves.append(own)
    if not shelves:
        raise StorageError(
            f"“{paths.library}”不是文库，也不能在那里建立文库。",
            "请检查 --library 后面的文件夹是否写对、能否写入。",
        )
    collection = Collection(shelves, paths)
    if paths.bundled and paths.packs.is_dir():
        Installations(paths.packs).sweep()
        collection.take_packs()
    return collection


def _own_shelf(paths: AppPaths) -> Shelf | None:
    """Open the user's shelf; None where there is none and none can be made."""
    writable = can_write(paths.library)
    if not writable and not (paths.library / DATABASE).is_file():
        return None
    spare = paths.cache / "spare"
    return open_shelf(paths.library, writable=writable, spare=spare, dictionary=paths.dictionary)


def _bundled_shelf(paths: AppPaths, ctx: JobContext) -> Shelf:
    """Open the shelf of the bundled documents; where none is current or sound, build it."""
    for folder in (paths.bundled_index, paths.bundled_cache):
        if catalogue.is_current(folder, paths.bundled_sources):
            try:
                return _read_only(folder, paths, "spare-bundled")
            except StorageError:
                logger.info("a prebuilt shelf cannot be used")
    from policyviewer.app import bundled  # the parser and the writer: only for a build

    logger.info("building the index of the bundled library")
    words = paths.dictionary
    bundled.build(paths.bundled_sources, paths.bundled_cache, ctx, dictionary=words)
    return _read_only(paths.bundled_cache, paths, "spare-bundled")


def _read_only(folder: Path, paths: AppPaths, spare: str) -> Shelf:
    return open_shelf(
        folder, writable=False, spare=paths.cache / spare, dictionary=paths.dictionary
    )
