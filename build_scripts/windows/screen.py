"""An X display for programs under Wine: what they show, and keys pressed on them."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_LOOK = 0.5
STILL = 7
"""Looks without a change after which a picture counts as finished."""
_NOTHING = subprocess.DEVNULL


@dataclass(frozen=True, slots=True)
class Screen:
    """A display by its name (``:99``)."""

    name: str

    def windows(self) -> list[str]:
        """Give the titles of the windows that are shown."""
        command = ["xdotool", "search", "--onlyvisible", "--name", "."]
        ids = self._told(command).split()
        return [self._told(["xdotool", "getwindowname", one]).strip() for one in ids]

    def wait_for(self, title: str, seconds: float = 120) -> None:
        """Wait until a window is shown whose title holds some words; raises TimeoutError."""
        wait_until(lambda: any(title in one for one in self.windows()), f"window {title}", seconds)

    def press(self, keys: str) -> None:
        """Press keys, as xdotool names them."""
        subprocess.run(["xdotool", "key", keys], env=self._environment(), check=True)

    def settle(self, looks: int = STILL, seconds: float = 120) -> None:
        """Wait until the picture has not changed for some looks; raises TimeoutError."""
        seen: list[bytes] = []

        def still() -> bool:
            seen.append(self._picture("ppm"))
            return len(seen) > looks and len(set(seen[-looks:])) == 1

        wait_until(still, "still picture", seconds)

    def keep(self, picture: Path, looks: int = STILL) -> None:
        """Write what is shown, once it is still, into a PNG file."""
        self.settle(looks)
        picture.write_bytes(self._picture("png"))

    def _picture(self, form: str) -> bytes:
        command = ["import", "-display", self.name, "-window", "root", f"{form}:-"]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=_NOTHING, check=True).stdout

    def _told(self, command: list[str]) -> str:
        done = subprocess.run(
            command,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=_NOTHING,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return done.stdout

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.name}


@contextmanager
def screen(size: str = "1366x768x24") -> Iterator[Screen]:
    """Give a display of a size that is there while the context is."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=_NOTHING, stderr=_NOTHING)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            yield Screen(f":{numbers.readline().strip()}")
    finally:
        server.terminate()
        server.wait()


def wait_until(holds: Callable[[], bool], what: str, seconds: float) -> None:
    """Look again and again until a condition holds; raises TimeoutError when it never does."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds:.0f} s for: {what}")
        time.sleep(_LOOK)
