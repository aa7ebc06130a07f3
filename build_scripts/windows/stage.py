"""Where the drill takes place: a fresh prefix with a user of its own, a display, a log."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from windows import traces
from windows.screen import STILL, Screen, wait_until
from windows.wine import Finished, Wine, windows_path

USER = "users/张三 李"
LOCAL = f"{USER}/AppData/Local"
"""The user's folder, with Chinese letters and a blank, as a place below drive C."""
START_MENU = f"{USER}/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
DATA = f"{LOCAL}/PolicyViewer"
WINDOW = "PolicyViewer.exe"
CONSOLE = "policyviewer-cli.exe"
TITLE = "政策阅读器"
_FOLDERS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_SHELL_FOLDERS = {
    "Local AppData": LOCAL,
    "AppData": f"{USER}/AppData/Roaming",
    "Programs": START_MENU,
}
_TRACED = "trace=connect,sendto,sendmsg,bind"


class DrillError(Exception):
    """Ends the drill; the text says what is not as it should be."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The prefix, the display, and where pictures go."""

    wine: Wine
    screen: Screen
    work: Path
    pictures: Path
    told: list[str] = field(default_factory=list)

    def make(self) -> None:
        """Make the prefix anew, and give it a user whose folders have a Chinese name."""
        self.wine.make()
        for name, place in _SHELL_FOLDERS.items():
            (self.wine.drive / place).mkdir(parents=True, exist_ok=True)
            folder = "C:\\" + place.replace("/", "\\")
            key = ["reg", "add", _FOLDERS, "/v", name, "/t", "REG_SZ", "/d", folder, "/f"]
            self.must(self.wine.run(key), "the user's folder")
        self.wine.end()

    def check(self, holds: object, what: str) -> None:
        """Tell that something is as it should be; raises DrillError when it is not."""
        if not holds:
            raise DrillError(what)
        print(f"   ok  {what}", flush=True)

    def must(self, done: Finished, what: str, status: int = 0) -> str:
        """Give what a program has said; raises DrillError unless it ended with a status."""
        if done.status != status:
            raise DrillError(f"{what}: status {done.status}, not {status}\n{done.told[-2000:]}")
        return done.told

    def run(self, program: Path, *words: str, what: str = "", status: int = 0) -> str:
        """Run a console program to its end and give what it says."""
        return self.must(self.wine.run([str(program), *words]), what or words[0], status)

    def console(self, place: str, *words: str) -> str:
        """Run a console program by its Windows path and give what it says."""
        return self.must(self.wine.run([place, *words]), words[0])

    def json(self, folder: Path, *words: str) -> list[dict[str, object]]:
        """Give what a command of the installed program answers as JSON."""
        answer = json.loads(self.run(folder / CONSOLE, *words, "--json"))
        return answer if isinstance(answer, list) else [answer]

    def batch(self, line: str, status: int = 0) -> None:
        """Run a command line through cmd, which alone can leave quotation marks out."""
        self.must(self.wine.run(["cmd", "/c", windows_path(self._batch_file(line))]), line, status)

    def _batch_file(self, line: str) -> Path:
        file = self.work / "line.bat"
        file.write_bytes(f"@echo off\r\n{line}\r\nexit /b %errorlevel%\r\n".encode("gb18030"))
        return file

    def double_click(self, place: str) -> None:
        """Open a file as Explorer does, by what its ending is associated with.

        Windows looks up the user's associations and then the machine's; Wine 8 only the latter,
        so that the user's are copied there first.
        """
        exported = self.wine.drive / "classes.reg"
        own = ("reg", "export", r"HKCU\Software\Classes", f"C:\\{exported.name}", "/y")
        self.must(self.wine.run(own), "associations")
        text = exported.read_bytes().decode("utf-16").replace("CURRENT_USER", "LOCAL_MACHINE")
        exported.write_bytes(text.encode("utf-16"))
        self.must(self.wine.run(["reg", "import", f"C:\\{exported.name}"]), "associations")
        exported.unlink()
        self.wine.end()
        line = self._batch_file(f'start "" "{place}"')
        replace(self.wine, display=self.screen.name).start(["cmd", "/c", windows_path(line)])

    def open(self, program: str, *words: str, title: str = TITLE) -> subprocess.Popen[bytes]:
        """Start a windowed program, by either kind of path, and wait for its window."""
        self.wine.end()  # a desktop that was made without a display has none
        process = replace(self.wine, display=self.screen.name).start([program, *words])
        self.screen.wait_for(title)
        return process

    def again(self, program: Path, *words: str) -> None:
        """Start it a second time, beside the first."""
        shown = replace(self.wine, display=self.screen.name)
        self.must(shown.run([str(program), *words]), "second start")

    def picture(self, name: str, looks: int = STILL) -> None:
        """Keep what the display shows, once it has been still for some looks."""
        self.screen.keep(self.pictures / f"{name}.png", looks)
        print(f"   ok  picture {name}.png", flush=True)

    def close(self, process: subprocess.Popen[bytes], name: str = WINDOW) -> None:
        """Close a program's window as its user would, and wait for its end."""
        shown = replace(self.wine, display=self.screen.name)
        shown.run(["taskkill", "/im", name])
        process.wait(timeout=120)

    def end_windows(self, process: subprocess.Popen[bytes]) -> None:
        """End everything that shows a window, whatever it is."""
        self.wine.end()
        process.wait(timeout=120)

    def wait_until_gone(self, place: Path) -> None:
        """Wait for the end of a program that deletes itself."""
        wait_until(lambda: not place.exists(), f"{place.name} gone", 60)

    def states(self) -> dict[str, traces.State]:
        """Give the state of drive C."""
        self.wine.end()
        return traces.states(self.wine.drive)

    def check_written(
        self, before: dict[str, traces.State], allowed: Sequence[str], what: str
    ) -> None:
        """Raise DrillError when something was written elsewhere than in some folders."""
        places = traces.written(before, self.states())
        alien = traces.outside(places, allowed)
        if alien:
            raise DrillError(f"{what} has written: {alien[:20]}")
        print(f"   ok  {what}: {len(places)} files written, all in {', '.join(allowed)}")

    def traced(self, program: Path, *words: str) -> list[str]:
        """Run a program with all its processes watched; give its calls to a network."""
        self.wine.end()  # so that Wine's own server is among those that are watched
        log = self.work / "strace.log"
        watched = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", _TRACED, "-o", str(log)]
        done = subprocess.run(
            [*watched, "wine", str(program), *words],
            env=replace(self.wine, display=self.screen.name).environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=600,
            check=False,
        )
        self.must(Finished(done.returncode, done.stdout.decode("utf-8", "replace")), "traced")
        text = log.read_text("utf-8", "replace")
        print(f"   ok  {text.count(chr(10))} calls to sockets seen, those of X and Wine included")
        return traces.spoken_to_network(text)


def fresh(folder: Path) -> Path:
    """Give an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
