"""The shelf of an installed pack: read-only, as the one that came with the program."""

from __future__ import annotations

import logging
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from policyviewer.app.packs.installed import Installation
from policyviewer.app.paths import AppPaths
from policyviewer.app.shelves import DATABASE, ORIGINALS, Shelf, open_shelf
from policyviewer.domain.errors import OutdatedDatabaseError, StorageError
from policyviewer.storage.copies import copy_of
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.originals import Originals

logger = logging.getLogger(__name__)


def open_installed(installation: Installation, paths: AppPaths) -> Shelf:
    """Open the version that is shown of an installed library.

    What an older program's publisher made is brought up to date in a copy, in the cache: nothing
    that was signed is ever changed. Raises StorageError.
    """
    folder = installation.folder
    spare = paths.cache / "packs" / installation.publisher / installation.library
    words = paths.dictionary
    try:
        shelf = open_shelf(
            folder, writable=False, spare=spare / installation.current.folder, dictionary=words
        )
    except OutdatedDatabaseError:
        upgraded = _upgraded(folder, spare, installation.current.folder)
        shelf = replace(
            open_shelf(upgraded, writable=False, spare=upgraded, dictionary=words),
            originals=Originals(folder / ORIGINALS),
        )
    return replace(shelf, overlaps=True)


def _upgraded(folder: Path, spare: Path, name: str) -> Path:
    """Give the folder of a database's copy that is up to date, making it where needed: the one
    there may be of the program before this one.
    """
    target = spare / name
    if not _is_current(target / DATABASE):
        logger.info("bringing a pack's database up to date")
        try:
            shutil.rmtree(spare, ignore_errors=True)  # those of former versions
            target.mkdir(parents=True)
            unfinished = target / "unfinished.sqlite"
            copy_of(folder / DATABASE, unfinished)
            with closing(Database(unfinished, Schema.LIBRARY)) as database:
                database.connection()
                database.seal()
            unfinished.replace(target / DATABASE)
        except OSError as error:
            raise StorageError(
                f"无法写入“{target}”。", "请检查磁盘空间和文件夹的写入权限。"
            ) from error
    return target


def _is_current(copy: Path) -> bool:
    """Say whether a database is there and has the present schema."""
    try:
        with closing(Database(copy, Schema.LIBRARY, read_only=True)) as database:
            database.connection()
    except StorageError:
        return False
    return True
