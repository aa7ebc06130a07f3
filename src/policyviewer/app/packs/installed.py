"""Which packs are installed: a folder for each library, and in it one small file that says which
version is shown.

``packs/PUBLISHER/LIBRARY/current.json`` names the folders of the version that is shown and of the
one before. Replacing that file is the whole of an installation and of a rollback: whatever else
happens, a process that dies leaves the one version or the other. Folders that no such file names
are cleared with the next start, but for one that is half filled: its installation can go on.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from policyviewer.app.atomic import write_json
from policyviewer.domain.errors import BusyFolderError
from policyviewer.domain.packs import PackHead
from policyviewer.storage.folder_lock import locked

CURRENT = "current.json"
MANIFEST = "manifest.json"
ROLES = "metadata"
UNFINISHED = ".partial"
_GONE = "gone-"


@dataclass(frozen=True, slots=True)
class InstalledVersion:
    """A version of a library that lies on this machine."""

    folder: str
    """The name of its folder."""
    head: PackHead
    expires: str
    """The last day (ISO) on which its pack could be installed: a newer one is due."""
    documents: int


@dataclass(frozen=True, slots=True)
class Pointer:
    """The version that is shown, and the one that a rollback leads to."""

    current: InstalledVersion
    previous: InstalledVersion | None = None

    @property
    def versions(self) -> tuple[InstalledVersion, ...]:
        """Give the versions that are kept, the one that is shown first."""
        return (self.current,) if self.previous is None else (self.current, self.previous)

    @property
    def swapped(self) -> Pointer | None:
        """Give what a rollback leads to; None where there is nothing to go back to."""
        return None if self.previous is None else Pointer(self.previous, self.current)


@dataclass(frozen=True, slots=True)
class Installation:
    """A library that came in packs."""

    publisher: str
    """The id of its publisher."""
    library: str
    place: Path
    pointer: Pointer

    @property
    def name(self) -> str:
        """Give how it is named on the command line."""
        return f"{self.publisher}/{self.library}"

    @property
    def current(self) -> InstalledVersion:
        """Give the version that is shown."""
        return self.pointer.current

    def overdue(self, today: str) -> bool:
        """Say whether a newer pack should have come by a day (ISO); it is read all the same."""
        return self.current.expires < today

    @property
    def folder(self) -> Path:
        """Give the shelf's folder."""
        return self.place / self.current.folder


class Installations:
    """The folder of all installed packs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Installation]:
        """Give what is installed; that with the latest documents comes first."""
        found = [one for place in self.places() if (one := _installation(place)) is not None]
        return sorted(found, key=lambda one: (one.current.head.as_of, one.name), reverse=True)

    def of(self, publisher: str, library: str) -> Installation | None:
        """Give a publisher's library, None where it is not installed."""
        return _installation(self.place(publisher, library))

    def place(self, publisher: str, library: str) -> Path:
        """Give where a publisher's library is, or would be."""
        return self.folder / publisher / library

    def places(self) -> Iterator[Path]:
        """Give the folders of libraries, whether anything in them is of use or not."""
        for publisher in _folders(self.folder):
            yield from _folders(publisher)

    def point(self, place: Path, pointer: Pointer) -> None:
        """Let another version be shown, in one step; raises StorageError."""
        write_json(place / CURRENT, asdict(pointer))

    def sweep(self) -> None:
        """Clear what no installation needs any more, unless another program is at work."""
        if not self.folder.is_dir():
            return
        with suppress(BusyFolderError, OSError), locked(self.folder):
            for place in list(self.places()):
                clear(place)


def clear(place: Path, keep: str = "", *, all_unfinished: bool = False) -> None:
    """Clear the folders of a library that its pointer does not name, half filled ones excepted.

    ``all_unfinished`` clears these too, but for the one to ``keep``. A folder whose files are open
    stays whole, on Windows, until nobody reads it. Where the pointer cannot be read, or was written
    by a later program, nobody knows what is needed, and all of it stays.
    """
    found = _installation(place)
    if found is None and (place / CURRENT).exists():
        return
    named = {one.folder for one in found.pointer.versions} if found else set()
    for folder in _folders(place):
        unfinished = folder.name.endswith(UNFINISHED)
        if folder.name in named or folder.name == keep or (unfinished and not all_unfinished):
            continue
        with suppress(OSError):
            gone = folder
            if not folder.name.startswith(_GONE):
                gone = folder.rename(place / f"{_GONE}{folder.name}")
            shutil.rmtree(gone)


def _installation(place: Path) -> Installation | None:
    """Give what a library's folder says; None where it says nothing that can be understood."""
    try:
        pointer = msgspec.json.decode((place / CURRENT).read_bytes(), type=Pointer)
    except (OSError, msgspec.DecodeError):
        return None
    if not all(Path(one.folder).name == one.folder for one in pointer.versions):
        return None
    return Installation(place.parent.name, place.name, place, pointer)


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return []
