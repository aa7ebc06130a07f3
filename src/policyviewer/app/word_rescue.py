"""Words that could not be stored: in a text file until they are, also beyond the end of a run."""

from __future__ import annotations

import hashlib
import tempfile
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from policyviewer.app.paths import AppPaths

_BEGINS, _ENDS = "未保存的批注-", ".txt"
_NAME = 8
"""Characters of an annotation's id by which its file is called."""


@dataclass(frozen=True, slots=True)
class _Words:
    words: str
    about: str


class WordRescue:
    """Knows which words of notes are not stored yet; any thread may tell and ask."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """``folders`` may take files, the best first."""
        self._folders = folders
        self._lock = threading.Lock()
        self._waiting: dict[str, _Words] = {}
        self._files: dict[str, Path] = {}

    def begin(self, name: str, words: str, about: str) -> None:
        """Know that words of an annotation are handed on to be stored."""
        with self._lock:
            self._waiting[name] = _Words(words, about)

    def stored(self, name: str, words: str) -> None:
        """Know that words are stored: a file with them is no longer needed."""
        with self._lock:
            waiting = self._waiting.get(name)
            if waiting is None or waiting.words != words:
                return
            del self._waiting[name]
            file = self._files.pop(name, None)
        if file is not None:
            with suppress(OSError):
                file.unlink()

    def keep(self, name: str) -> Path | None:
        """Write the words of an annotation that are not stored into a file, its former words
        into the same one; give the file, None where no folder takes it.
        """
        with self._lock:
            waiting = self._waiting.get(name)
            if waiting is None:
                return None
            own = self._files.get(name)
            places = (_free(folder, name) for folder in self._folders)
            file = _written(places if own is None else chain([own], places), waiting)
            if file is not None:
                self._files[name] = file
            return file

    def keep_all(self) -> list[Path]:
        """Write all words that are not stored into files: the run is at its end."""
        with self._lock:
            names = list(self._waiting)
        return [file for file in map(self.keep, names) if file is not None]

    def left(self) -> list[Path]:
        """Give the files with words that earlier runs could not store."""
        with self._lock:
            own = set(self._files.values())
        found = (file for folder in self._folders for file in folder.glob(f"{_BEGINS}*{_ENDS}"))
        return sorted(set(found) - own)


def folders_for_words(paths: AppPaths) -> tuple[Path, ...]:
    """Give where words may be rescued to: beside the notes, the user's folder, that for what is
    passing.
    """
    return (paths.data / "rescue", Path.home(), Path(tempfile.gettempdir()))


def _free(folder: Path, name: str) -> Path:
    """Give a place for the words of an annotation where none are: those of an earlier run may be
    the only ones that there are. The ids of other programs are addresses, and no names of files.
    """
    told = name[:_NAME]
    if not (told.isascii() and told.isalnum()):
        told = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:_NAME]
    names = chain([told], (f"{told}-{number}" for number in count(2)))
    places = (folder / f"{_BEGINS}{one}{_ENDS}" for one in names)
    return next(place for place in places if not place.exists())


def _written(places: Iterable[Path], waiting: _Words) -> Path | None:
    for path in places:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            text = f"{waiting.about}\n\n{waiting.words}\n"
            path.write_text(text, encoding="utf-8", errors="replace")
        except OSError:
            with suppress(OSError):
                path.unlink(missing_ok=True)  # half of it, or nothing: the next folder has all
            continue
        return path
    return None
