"""One window a user: a second start brings the first window to the front.

A lock file says that a window is open; its owner watches a second file, which later starts
touch. Neither needs a network socket, and a lock whose process has died is taken over.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

_LOCK = "window.lock"
_CALL = "window.call"


class Instance(QObject):
    """The claim of this process to be the one with the window."""

    called = Signal()
    """Another start asked for the window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = folder / _CALL
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a window may be open for weeks; only death ends a lock
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_call)

    def claim(self) -> bool:
        """Take the lock, and listen for later starts; False when another window has it.

        A folder in which no lock can be made does not keep the window from opening.
        """
        self._call.parent.mkdir(parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            self._call.touch()
            self._watcher.addPath(str(self._call))
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def call_other(self) -> None:
        """Ask the window that is open to come to the front."""
        with self._call.open("a", encoding="ascii") as file:
            file.write("show\n")

    def release(self) -> None:
        """Give up the claim."""
        if self._watcher.files():
            self._watcher.removePath(str(self._call))
        self._lock.unlock()

    def _on_call(self, path: str) -> None:
        if path not in self._watcher.files():  # some editors and systems replace the file
            self._watcher.addPath(path)
        self.called.emit()
