"""What a database lies on: a disk of this machine, or one that can be pulled or is shared.

Write-ahead logging needs memory that all its users share, and leaves two more files beside the
database: on a network share it is not safe (https://www.sqlite.org/wal.html), and a USB disk that
is pulled leaves them behind. There the rollback journal is used.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Iterable
from pathlib import Path

logger = logging.getLogger(__name__)

_REMOVABLE_DRIVE, _FIXED_DRIVE = 2, 3
"""DRIVE_REMOVABLE and DRIVE_FIXED of GetDriveTypeW."""
_REMOVABLE = frozenset({"exfat", "msdos", "vfat"})
_REMOTE_OR_REMOVABLE = _REMOVABLE | {"cifs", "nfs", "nfs4", "smb3", "smbfs", "webdav"}
_REMOTE_FUSE = ("fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.gvfs", "fuse.smb")
_MOUNTS = Path("/proc/self/mounts")


def is_own_disk(path: Path) -> bool:
    """Say whether a file lies, or would lie, on a fixed disk of this machine; an unknown medium
    counts as one.
    """
    if sys.platform == "win32":
        return _drive_kind(path) == _FIXED_DRIVE
    return not _is_foreign(_present_file_system(path))


def is_removable(path: Path) -> bool:
    """Say whether a file lies on a stick; a share or an unknown medium counts as none.

    USB disks call themselves fixed, and are taken at their word.
    """
    if sys.platform == "win32":
        return _drive_kind(path) == _REMOVABLE_DRIVE
    return _present_file_system(path) in _REMOVABLE


def can_write(folder: Path) -> bool:
    """Say whether files can be made in a folder, making the folder itself where needed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".policyviewer-probe"
        probe.touch()
        probe.unlink(missing_ok=True)  # another program may have probed at once
    except OSError:
        logger.info("a folder is read-only")
        return False
    return True


def let_reach_disk(folder: Path) -> None:
    """Let the files below a folder, and their names, reach the disk; raises OSError.

    Linux does so for a file system as a whole, ten times as fast as file by file.
    """
    if sys.platform == "linux":
        handle = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None).syncfs(handle) == 0:
                return
        finally:
            os.close(handle)
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())


def file_system_of(path: Path, mounts: Iterable[str]) -> str:
    """Give the type of the file system that holds a path, by lines of a mount table; "" when none
    does.
    """
    best, found = -1, ""
    for line in mounts:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        folder = Path(parts[1].replace("\\040", " "))
        if path.is_relative_to(folder) and len(folder.parts) >= best:
            best, found = len(folder.parts), parts[2]
    return found


def _is_foreign(name: str) -> bool:
    return name in _REMOTE_OR_REMOVABLE or name.startswith(_REMOTE_FUSE)


def _present_file_system(path: Path) -> str:
    try:
        mounts = _MOUNTS.read_text("utf-8", errors="replace")
    except OSError:
        return ""
    return file_system_of(path.absolute(), mounts.splitlines())


def _drive_kind(path: Path) -> int:
    """Ask Windows for the kind of a drive; a path to a share (UNC) has none that is fixed."""
    drive = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined,unused-ignore]
    return int(drive(f"{path.absolute().anchor}"))
