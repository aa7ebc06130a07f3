"""Where everything is: the only module that looks at the environment and at how we run."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

from policyviewer.shipped import shipped

HOME_VARIABLE = "POLICYVIEWER_HOME"
PORTABLE_MARK = "portable.txt"
_NAME = "PolicyViewer"


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders of one run; nothing outside ``data``, ``cache``, ``library`` and ``logs`` is
    ever written.
    """

    resources: Path
    """Icons, the bundled documents, the user dictionary: read-only."""
    bundled_index: Path
    """The prebuilt index of the bundled documents, if it was built: read-only."""
    data: Path
    """The user's own work: notes, settings, backups."""
    cache: Path
    """What can be made again."""
    library: Path
    """The documents that the user imported."""
    logs: Path
    bundled: bool = True
    """Whether the bundled documents are part of the library that is shown."""

    @property
    def notes(self) -> Path:
        """Give the database of notes and bookmarks."""
        return self.data / "notes.sqlite"

    @property
    def backups(self) -> Path:
        """Give the folder of the notes' backups."""
        return self.data / "backups"

    @property
    def settings(self) -> Path:
        """Give the settings file."""
        return self.data / "settings.json"

    @property
    def window_state(self) -> Path:
        """Give the file with the window's geometry."""
        return self.data / "window.json"

    @property
    def bundled_sources(self) -> Path:
        """Give the folder of the bundled documents' texts."""
        return self.resources / "library"

    @property
    def dictionary(self) -> Path:
        """Give the folder of the tokenizer's additional words."""
        return self.resources / "jieba"

    @property
    def bundled_cache(self) -> Path:
        """Give the place where the bundled index is built when none came with the program."""
        return self.cache / "bundled"

    @classmethod
    def under(cls, home: Path) -> AppPaths:
        """Give paths that keep everything written below one folder."""
        resources, index = shipped()
        return cls(
            resources=resources,
            bundled_index=index,
            data=home / "data",
            cache=home / "cache",
            library=home / "library",
            logs=home / "logs",
        )

    @classmethod
    def find(cls, environ: Mapping[str, str] = os.environ, home: Path | None = None) -> AppPaths:
        """Give the paths of this run: ``home`` if given, else POLICYVIEWER_HOME, else the
        program's own folder when ``portable.txt`` lies there, else the platform's folders.
        """
        if home is not None:
            return cls.under(home.absolute())
        if environ.get(HOME_VARIABLE):
            return cls.under(Path(environ[HOME_VARIABLE]).absolute())
        program = _program_folder()
        if program is not None and (program / PORTABLE_MARK).is_file():
            return cls.under(program / "data")
        dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
        data = Path(dirs.user_data_dir)
        return replace(
            cls.under(data),
            cache=Path(dirs.user_cache_dir),
            logs=Path(dirs.user_log_dir),
        )

    def with_library(self, folder: Path) -> AppPaths:
        """Give the same paths with another library in place of the user's and the bundled."""
        return replace(self, library=folder.absolute(), bundled=False)


def _program_folder() -> Path | None:
    """Give the folder of the frozen program, or None when we run from source or wheel."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None
