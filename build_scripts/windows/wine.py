"""A Wine prefix that is like a Chinese Windows 10, and programs run in it.

What went wrong before these settings were found: a console program of CPython dies when one of
its streams is a regular file, so ours are always pipes or nothing; a program without a display
hangs in a desktop that was made without one; Wine drops variables that begin with QT_, unless
they begin with WINE as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from windows import stand_ins

_LOCALE = "zh_CN.UTF-8"
_OVERRIDES = (
    "mscoree=",  # no question for Mono, nor for Gecko
    "mshtml=",
    "wbemprox=",  # CPython's platform module asks WMI, where Wine 8 aborts
    "winedbg=",  # a crash is an exit status, not a dialog
    "ucrtbase=n,b",  # ours, once it is there
    "winemenubuilder.exe=",  # no menu entries for whoever builds
)
_MINUTES = 20


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended and what it said."""

    status: int
    told: str


@dataclass(frozen=True, slots=True)
class Wine:
    """A prefix; ``display`` is the X display of its windows, "" for none."""

    prefix: Path
    display: str = ""
    environ: Mapping[str, str] = field(default_factory=dict)
    """Variables on top of the usual ones."""

    def environment(self) -> dict[str, str]:
        """Give the environment of a program in the prefix."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        shown = {"DISPLAY": self.display} if self.display else {"WINEQT_QPA_PLATFORM": "offscreen"}
        return {
            **kept,
            **shown,
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": ";".join(_OVERRIDES),
            "LC_ALL": _LOCALE,
            "CUPS_SERVER": "/none",  # or Wine looks for printers whenever a window is opened
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            **self.environ,
        }

    def run(self, command: Sequence[str], minutes: float = _MINUTES) -> Finished:
        """Run a program to its end; raises TimeoutExpired."""
        done = subprocess.run(
            ["wine", *command],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=minutes * 60,
            check=False,
        )
        return Finished(done.returncode, done.stdout.decode("utf-8", "replace"))

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a program and leave it running; what it says is lost."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            ["wine", *command],
            env=self.environment(),
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
        )

    def end(self) -> None:
        """End every program of the prefix, and its desktop."""
        subprocess.run(["wineserver", "-k"], env=self.environment(), check=False)
        subprocess.run(["wineserver", "-w"], env=self.environment(), check=False)

    def wait(self) -> None:
        """Wait until every program of the prefix has ended by itself."""
        subprocess.run(["wineserver", "-w"], env=self.environment(), check=True)

    @property
    def drive(self) -> Path:
        """Give the folder that is drive C."""
        return self.prefix / "drive_c"

    def make(self) -> None:
        """Make the prefix anew: Windows 10, in Chinese, with the libraries Wine has not."""
        self.end()
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.prefix.parent.mkdir(parents=True, exist_ok=True)
        for command in (["wineboot", "-i"], ["winecfg", "-v", "win10"]):
            self.run(command)
            self.wait()
        stand_ins.make(self.drive / "windows")


def windows_path(path: Path) -> str:
    r"""Give a path of this machine as Wine's programs see it, below ``Z:\``."""
    return "Z:" + str(path.absolute()).replace("/", "\\")
