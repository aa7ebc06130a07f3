"""A lock of the operating system on a folder: it dies with the process that holds it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policyviewer.domain.errors import BusyFolderError

LOCK = "write.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, making the folder where it is not there.

    Raises BusyFolderError when another process holds it, OSError when it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _take(handle)
        except OSError as error:
            raise BusyFolderError(
                "另一个程序正在安装资料包或退回旧版。", "请等它完成，再试一次。"
            ) from error
        yield
    finally:
        os.close(handle)  # which lets go of the lock on every system


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
