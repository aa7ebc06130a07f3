"""The imported files themselves, byte for byte, under their SHA-256."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from policyviewer.domain.errors import StorageError


class Originals:
    """A folder of files named by their content; the same bytes are kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes, suffix: str) -> str:
        """Keep a file and give its SHA-256 in hexadecimal; raises StorageError."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self.path(sha256) is None:
            place = self._folder / sha256[:2] / f"{sha256}{suffix}"
            try:
                _write(place, data)
            except OSError as error:
                raise StorageError(
                    "不能在文库中保存原件。", "请检查磁盘空间和文库文件夹的写入权限。"
                ) from error
        return sha256

    def path(self, sha256: str) -> Path | None:
        """Give the file with this content, or None when it was never kept."""
        try:
            with os.scandir(self._folder / sha256[:2]) as entries:
                found = (Path(one.path) for one in entries if one.name.startswith(sha256))
                return next(found, None)
        except OSError:
            return None

    def delete(self, sha256: str) -> None:
        """Delete the file with this content, where it can be deleted: nobody misses one that
        stays.
        """
        path = self.path(sha256)
        if path is not None:
            with suppress(OSError):
                path.unlink()


def _write(place: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".new-", delete=False) as file:
        unfinished = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            file.close()  # Windows moves no open file
            unfinished.replace(place)
        except BaseException:
            file.close()
            unfinished.unlink(missing_ok=True)
            raise
