"""Copies of the notes: taken while the program works, read back, thinned out with age."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from policyviewer.domain.errors import StorageError
from policyviewer.domain.patterns import regex
from policyviewer.storage.addresses import address
from policyviewer.storage.copies import copy_of

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = regex(r"-\d{8}T\d{6}Z\.sqlite$")
_HOURLY, _DAILY, _MONTHLY = 24, 30, 12
_JOURNALS = ("-wal", "-shm", "-journal")


class Backups:
    """The backups of one database, in one folder."""

    def __init__(self, database: Path, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def take(self, now: datetime) -> Path:
        """Copy the database, read the copy back, and drop what is no longer needed.

        Raises StorageError when no sound copy could be made.
        """
        name = f"{self._database.stem}-{now.astimezone(UTC):{_STAMP}}.sqlite"
        return self._keep(name, lambda place: copy_of(self._database, place), now)

    def take_along(self, backup: Path, now: datetime) -> Path:
        """Copy a backup that lies elsewhere, as ``take`` does the database, which is left alone.

        Raises StorageError when no sound copy could be made.
        """
        return self._keep(backup.name, lambda place: shutil.copyfile(backup, place), now)

    def _keep(self, name: str, copy: Callable[[Path], object], now: datetime) -> Path:
        target = self._folder / name
        unfinished = target.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            copy(unfinished)
            if not is_sound(unfinished):
                raise StorageError("备份没有通过检查，没有保留。", "请检查磁盘是否正常。")
            unfinished.replace(target)
        except OSError as error:
            raise StorageError(
                f"不能在“{self._folder}”中保存备份。", "请检查磁盘空间和写入权限。"
            ) from error
        finally:
            if unfinished.exists():
                unfinished.unlink()
        self._thin_out(now)
        return target

    def taken(self) -> list[Path]:
        """Give the backups, the newest first; what the user put beside them is none."""
        found = self._folder.glob(f"{self._database.stem}-*.sqlite")
        return sorted(filter(is_dated, found), reverse=True)

    def newest_good(self, now: datetime) -> Path | None:
        """Give the newest backup that reads back soundly; those that a clock running ahead has
        dated later than now come last.
        """
        in_order = sorted(self.taken(), key=lambda path: taken_at(path) > now)
        return next((path for path in in_order if is_sound(path)), None)

    def set_aside(self, now: datetime) -> Path:
        """Move a broken database and its journals out of the way; nothing is deleted.

        They keep belonging together, so that SQLite's tools can salvage what is in them.
        Raises StorageError when the files cannot be moved.
        """
        mark = f".damaged-{now.astimezone(UTC):{_STAMP}}"
        try:
            for journal in _JOURNALS:
                beside = self._database.with_name(self._database.name + journal)
                if beside.exists():
                    beside.rename(beside.with_name(self._database.name + mark + journal))
            return self._database.rename(self._database.with_name(self._database.name + mark))
        except OSError as error:
            raise StorageError(
                "损坏的批注文件不能移开。", "请关闭正在使用它的程序后再试。"
            ) from error

    def restore(self, backup: Path) -> None:
        """Put a backup in the database's place; raises StorageError when that is not free."""
        for ending in ("", *_JOURNALS):  # a journal left behind would be played into the backup
            if self._database.with_name(self._database.name + ending).exists():
                raise StorageError("批注文件还在原处，没有覆盖。", "请先把它移开。")
        unfinished = self._database.with_name(self._database.name + ".part")
        try:
            shutil.copyfile(backup, unfinished)
            unfinished.rename(self._database)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise StorageError("备份不能恢复。", "请检查磁盘空间和写入权限。") from error

    def _thin_out(self, now: datetime) -> None:
        dated = {path: taken_at(path) for path in self.taken()}
        for path in set(dated) - set(worth_keeping(dated.items(), now)):
            with suppress(OSError):  # the next backup tries again; this one is safe
                path.unlink()


def is_dated(path: Path) -> bool:
    """Say whether a file is named as a backup is."""
    return _NAME.search(path.name) is not None


def taken_at(backup: Path) -> datetime:
    """Give when a backup was taken, from its name."""
    return datetime.strptime(backup.stem.rpartition("-")[2], _STAMP).replace(tzinfo=UTC)


def worth_keeping(dated: Iterable[tuple[Path, datetime]], now: datetime) -> list[Path]:
    """Choose the last of each of the newest 24 hours, 30 days and 12 months that have backups.

    Nothing is too old by the clock: one that runs ahead must not cost what was kept. What is dated
    later than now is kept, and counts only once its time has come.
    """
    newest_first = sorted(dated, key=lambda one: one[1], reverse=True)
    kept = [path for path, when in newest_first if when > now]
    for key, most in (("%Y%m%d%H", _HOURLY), ("%Y%m%d", _DAILY), ("%Y%m", _MONTHLY)):
        last: dict[str, Path] = {}
        for path, when in newest_first:
            if when <= now:
                last.setdefault(f"{when:{key}}", path)
        kept += list(last.values())[:most]
    return list(dict.fromkeys(kept))


def is_sound(path: Path) -> bool:
    """Say whether a copy reads back; an empty file, or a library, is a sound database to SQLite,
    not to us.
    """
    named = address(path.absolute(), "mode=ro&immutable=1")
    try:
        with closing(sqlite3.connect(named, uri=True)) as copy:
            whole = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            copy.execute("SELECT 1 FROM annotation LIMIT 1")
            return bool(whole and copy.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error:
        return False
