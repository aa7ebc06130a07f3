"""Where everything is: the only module that looks at the environment and at how we run."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

import platformdirs

from policyviewer.app.drives import Drive
from policyviewer.app.edition import PUBLISHERS
from policyviewer.domain.errors import StorageError
from policyviewer.shipped import shipped
from policyviewer.storage.medium import can_write, is_removable

HOME_VARIABLE = "POLICYVIEWER_HOME"
PORTABLE_MARK = "portable.txt"
_NAME = "PolicyViewer"
PORTABLE_WORDS = (
    "这个文件在，批注、文库和设置就存放在旁边的 data 文件夹里；删去它，就存放在本机。\n"
)
"""What the mark says to whoever opens it."""


class Layout(Enum):
    """Where the program keeps what it writes."""

    OWN_FOLDERS = "own"
    """In the folders that the system has for it, or where it was told to."""
    PORTABLE = "portable"
    """Beside the program."""
    READ_ONLY = "read-only"
    """It should be beside the program, which lies on a medium that cannot be written: the library
    is read from there, all else is in the user's folders.
    """
    ON_STICK = "stick"
    """In the user's folders, though the program lies on a stick that could hold it."""


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders of one run; nothing outside ``data``, ``cache``, ``library`` and ``logs`` is
    ever written.
    """

    resources: Path
    """Icons, the bundled documents, the user dictionary: read-only."""
    bundled_index: Path
    """The prebuilt index of the bundled documents, if it was built: read-only."""
    release: Path
    """What a team has put into its edition of the program, if it is one: read-only."""
    data: Path
    """The user's own work: notes, settings, backups."""
    cache: Path
    """What can be made again."""
    library: Path
    """The documents that the user imported."""
    logs: Path
    bundled: bool = True
    """Whether the bundled documents are part of the library that is shown."""
    layout: Layout = Layout.OWN_FOLDERS

    @property
    def drive(self) -> Drive:
        """Give the drive that travels with the program, if it keeps everything beside itself."""
        return Drive(self.data.drive if self.layout is Layout.PORTABLE else "")

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
    def packs(self) -> Path:
        """Give the folder of the installed library packs."""
        return self.data / "packs"

    @property
    def publishers(self) -> Path:
        """Give the folder of the publishers that the user has accepted."""
        return self.data / "publishers"

    @property
    def shipped_publishers(self) -> tuple[Path, Path]:
        """Give the folders of the publishers that come with the program and a team's edition."""
        return self.resources / PUBLISHERS, self.release / PUBLISHERS

    @property
    def window_state(self) -> Path:
        """Give the file with the window's geometry."""
        return self.data / "window.json"

    @property
    def bundled_sources(self) -> Path:
        """Give the folder of the bundled documents' texts."""
        return self.resources / "library"

    @property
    def samples(self) -> Path:
        """Give the folder of the files by which the program tries itself."""
        return self.resources / "samples"

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
            release=index.parent / "release",
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
        own, program = cls._of_user(), _program_folder()
        if program is None:
            return own
        if (program / PORTABLE_MARK).is_file():
            return cls._beside(program, own)
        return replace(own, layout=Layout.ON_STICK) if is_removable(program) else own

    @classmethod
    def _of_user(cls) -> AppPaths:
        dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
        own = cls.under(Path(dirs.user_data_dir))
        return replace(own, cache=Path(dirs.user_cache_dir), logs=Path(dirs.user_log_dir))

    @classmethod
    def _beside(cls, program: Path, own: AppPaths) -> AppPaths:
        """Give paths beside the program, as far as its medium can be written."""
        beside = replace(cls.under(program / "data"), layout=Layout.PORTABLE)
        if can_write(program / "data"):
            return beside
        library = beside.library if beside.library.is_dir() else own.library
        return replace(own, library=library, layout=Layout.READ_ONLY)

    @classmethod
    def keep_beside_program(cls) -> AppPaths:
        """Keep everything beside the program from now on, and give the paths for that.

        Raises StorageError when the medium cannot be written.
        """
        program = _program_folder()
        if program is not None:
            mark = program / PORTABLE_MARK
            try:
                mark.write_text(PORTABLE_WORDS, encoding="utf-8-sig", newline="\r\n")
            except OSError as error:
                hint = "请检查磁盘是否写保护、是否已满。"
                raise StorageError(f"无法写入“{mark}”。", hint) from error
        return cls.find({})

    def with_library(self, folder: Path) -> AppPaths:
        """Give the same paths with another library in place of the user's and the bundled."""
        return replace(self, library=folder.absolute(), bundled=False)


def _program_folder() -> Path | None:
    """Give the folder of the frozen program, or None when we run from source or wheel."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None
