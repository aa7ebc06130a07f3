"""One window a user: a second start brings the first window to the front and hands it its files.

A lock file says that a window is open; its owner watches a second file, to which later starts
add a line with the files that they were to open. Neither needs a network socket, and a lock whose
process has died is taken over.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

_LOCK = "window.lock"
_CALL = "window.call"
_ANY_PROCESS = -1
"""ASFW_ANY of AllowSetForegroundWindow."""


class Instance(QObject):
    """The claim of this process to be the one with the window."""

    called = Signal(list)
    """Another start asked for the window: the Paths that it was to open, often none."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = folder / _CALL
        self._heard = 0
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a window may be open for weeks; only death ends a lock
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_call)

    def claim(self) -> bool:
        """Take the lock, and listen for later starts; False when another window has it.

        A folder in which no lock can be made does not keep the window from opening.
        """
        try:
            self._call.parent.mkdir(parents=True, exist_ok=True)
            if self._lock.tryLock(0) or (self._was_dead() and self._lock.tryLock(0)):
                self._call.write_bytes(b"")
                self._watcher.addPath(str(self._call))
                return True
        except OSError:
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def call_other(self, files: Sequence[Path] = ()) -> None:
        """Ask the window that is open to come to the front and to open files."""
        _let_it_come_forward()
        line = json.dumps([str(path.absolute()) for path in files])
        with self._call.open("a", encoding="ascii") as file:
            file.write(f"{line}\n")

    def release(self) -> None:
        """Give up the claim."""
        if self._watcher.files():
            self._watcher.removePath(str(self._call))
        self._lock.unlock()

    def _was_dead(self) -> bool:
        """Take away, on Windows, a lock that nobody holds.

        Qt asks whether there is a process of the lock's number, and after a crash that may be
        another one, or this one. A holder keeps the file open, so that it cannot be deleted.
        """
        if sys.platform == "win32":
            with suppress(OSError):
                Path(self._lock.fileName()).unlink()
                return True
        return False

    def _on_call(self, path: str) -> None:
        if path not in self._watcher.files():  # some editors and systems replace the file
            self._watcher.addPath(path)
        lines = self._call.read_bytes()[self._heard :].splitlines(keepends=True)
        for line in lines:
            if line.endswith(b"\n"):
                self._heard += len(line)
                self.called.emit(files_of(line))


def files_of(line: bytes) -> list[Path]:
    """Give the files that a later start has named in its line; none in a line of another form."""
    try:
        names = json.loads(line)
    except ValueError:
        return []
    wanted = names if isinstance(names, list) else []
    return [Path(name) for name in wanted if isinstance(name, str)]


def _let_it_come_forward() -> None:
    """Hand on the right to be in front, which Windows gives to what the user has just started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
