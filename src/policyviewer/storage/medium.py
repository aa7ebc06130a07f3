"""What a database lies on: a disk of this machine, or one that can be pulled or is shared.

Write-ahead logging needs memory that all its users share, and leaves two more files beside the
database: on a network share it is not safe (https://www.sqlite.org/wal.html), and a USB disk that
is pulled leaves them behind. There the rollback journal is used.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable
from pathlib import Path

_FIXED_DRIVE = 3
"""DRIVE_FIXED of GetDriveTypeW."""
_REMOTE_OR_REMOVABLE = frozenset(
    {"cifs", "exfat", "msdos", "nfs", "nfs4", "smb3", "smbfs", "vfat", "webdav"}
)
_REMOTE_FUSE = ("fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.gvfs", "fuse.smb")
_MOUNTS = Path("/proc/self/mounts")


def is_own_disk(path: Path) -> bool:
    """Say whether a file lies, or would lie, on a fixed disk of this machine; an unknown medium
    counts as one.
    """
    if sys.platform == "win32":
        return _is_fixed_drive(path)
    try:
        mounts = _MOUNTS.read_text("utf-8", errors="replace")
    except OSError:
        return True
    return not _is_foreign(file_system_of(path.absolute(), mounts.splitlines()))


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


def _is_fixed_drive(path: Path) -> bool:
    """Ask Windows for the kind of a drive; a path to a share (UNC) has none that is fixed."""
    drive = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined,unused-ignore]
    return int(drive(f"{path.absolute().anchor}")) == _FIXED_DRIVE
