"""What SQLite's errors mean to the user: the world's failures, told apart from bugs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policyviewer.domain.errors import DamagedDatabaseError, StorageError

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_WORLD = {
    sqlite3.SQLITE_BUSY: ("“{}”正被另一个程序占用。", "请稍等片刻再试，或关闭另一个程序。"),
    sqlite3.SQLITE_LOCKED: ("“{}”正被另一个程序占用。", "请稍等片刻再试，或关闭另一个程序。"),
    sqlite3.SQLITE_FULL: ("磁盘已满，没有写入“{}”。", "请腾出空间后再试；已有内容没有受影响。"),
    sqlite3.SQLITE_READONLY: ("“{}”是只读的，不能写入。", "请检查文件夹的写入权限。"),
    sqlite3.SQLITE_PERM: ("没有权限打开“{}”。", "请检查文件夹的权限。"),
    sqlite3.SQLITE_CANTOPEN: ("打不开“{}”。", "请检查文件夹是否存在、能否写入。"),
    sqlite3.SQLITE_IOERR: ("读写“{}”时出错。", "请检查磁盘或U盘是否仍然连接。"),
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about a file into the user's words; bugs pass through."""
    try:
        yield
    except sqlite3.Error as error:
        told = explanation(error, path)
        if told is None:
            raise
        raise told from error


def damaged(path: Path) -> DamagedDatabaseError:
    """Give what is said of a file that is broken or is no database."""
    return DamagedDatabaseError(
        f"“{path.name}”已损坏，读不出来。", "原文件会保留，可以用最近的备份恢复。"
    )


def is_busy(error: sqlite3.Error) -> bool:
    """Say whether another connection holds the file."""
    return _code(error) == sqlite3.SQLITE_BUSY


def explanation(error: sqlite3.Error, path: Path) -> StorageError | None:
    """Give what an error means to the user, or None when it is a bug of ours."""
    code = _code(error)
    if code in _DAMAGED:
        return damaged(path)
    if code in _WORLD:
        text, hint = _WORLD[code]
        return StorageError(text.format(path.name), hint)
    return None


def _code(error: sqlite3.Error) -> int:
    """Give SQLite's primary result code: the lowest byte of the extended one."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
