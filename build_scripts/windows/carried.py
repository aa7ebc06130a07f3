"""The portable archive carried about: two drive letters, a stick, a medium nobody can write."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from windows.stage import CONSOLE, DATA, TITLE, DrillError, Stage, fresh
from windows.wine import windows_path

_QUOTE, _WORDS = "垃圾不过夜", "跟着 U 盘走的批注"
_SAMPLE, _SAMPLE_TITLE = "办法.docx", "白水县河道保洁管理办法"
_DRIVES = r"HKLM\Software\Wine\Drives"
_REMOVABLE = "floppy"
"""What Wine calls a drive whose medium can be taken out."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The program on a drive; ``top`` is its folder as this machine sees it."""

    stage: Stage
    letter: str
    top: Path

    @property
    def program(self) -> Path:
        """Give the inner folder, which holds the data too."""
        return self.top / "PolicyViewer"

    def run(self, *words: str) -> str:
        """Run the console program and give what it says."""
        return self.stage.console(f"{self._there}\\PolicyViewer\\{CONSOLE}", *words)

    def start(self) -> subprocess.Popen[bytes]:
        """Start the launcher and wait for the window."""
        return self.stage.open(f"{self._there}\\{TITLE}.exe")

    @property
    def _there(self) -> str:
        return f"{self.letter.upper()}\\{self.top.name}"


def unpacked(stage: Stage, archive: Path, name: str) -> Path:
    """Give a fresh folder into which the archive is unpacked."""
    place = fresh(stage.work / name)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(place)
    return place


def carry(stage: Stage, place: Path, samples: Path) -> None:
    """Use the program on one drive letter and go on with it on another."""
    (place / "资料").mkdir()
    before = stage.states()
    with drive(stage, "e:", place) as carried:
        carried.run("--smoke-test")
        carried.run("import", windows_path(samples / _SAMPLE))
        carried.run("notes", "add", _SAMPLE_TITLE, "--quote", _QUOTE, "--text", _WORDS)
        carried.run("watch", "add", "E:\\资料")
        notes = carried.program / "data" / "data" / "notes.sqlite"
        stage.check(notes.is_file(), "portable: the notes lie beside the program")
        process = carried.start()
        stage.picture("portable")
        stage.close(process)
    with drive(stage, "f:", place) as carried:
        stage.check(_WORDS in carried.run("notes", "list"), "other drive letter: the note is there")
        stage.check(_SAMPLE_TITLE in carried.run("documents"), "other drive letter: the document")
        watched = carried.run("watch", "list")
        stage.check("F:\\资料" in watched and "找不到" not in watched, "the watched folder, too")
        carried.run("--smoke-test")
    stage.check_written(before, [], "the portable program on drive C")


def read_only(stage: Stage, place: Path) -> None:
    """Use the same folder from a medium that cannot be written."""
    before = stage.states()
    with mounted_read_only(place), drive(stage, "g:", place) as carried:
        carried.run("--smoke-test")
        stage.check(_SAMPLE_TITLE in carried.run("documents"), "read-only: its library is read")
        carried.run("bookmarks", "add", "manual")
        process = carried.start()
        stage.picture("read-only")
        stage.close(process)
        notes = stage.wine.drive / DATA / "data" / "notes.sqlite"
        stage.check(notes.is_file(), "read-only: the notes are in the user's folder")
    stage.check_written(before, [DATA], "the program on a read-only medium")


def on_stick(stage: Stage, place: Path) -> None:
    """Let the program ask where to keep what it writes, and decide for this computer."""
    kind = ["reg", "add", _DRIVES, "/v", "h:", "/t", "REG_SZ", "/d", _REMOVABLE, "/f"]
    stage.must(stage.wine.run(kind), "a removable drive")
    with drive(stage, "h:", place) as carried:
        (carried.program / "portable.txt").unlink()
        process = carried.start()
        stage.picture("on-a-stick")
        stage.screen.press("Return")
        stage.screen.wait_for(f" - {TITLE}")
        stage.close(process)
        settings = stage.wine.drive / DATA / "data" / "settings.json"
        stage.check('"asked_for_stick": true' in settings.read_text("utf-8"), "the answer is kept")
        stage.check(not (carried.program / "portable.txt").exists(), "nothing is put on the stick")


@contextmanager
def drive(stage: Stage, letter: str, folder: Path) -> Iterator[Carried]:
    """Let a folder, which holds one other, be a drive while the context is."""
    link = stage.wine.prefix / "dosdevices" / letter
    stage.wine.end()
    link.unlink(missing_ok=True)
    link.symlink_to(folder)
    try:
        yield Carried(stage, letter, folder / TITLE)
    finally:
        stage.wine.end()
        link.unlink()


@contextmanager
def mounted_read_only(folder: Path) -> Iterator[None]:
    """Mount a folder over itself so that nobody can write, not even root."""
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        try:
            (folder / "probe").touch()
        except OSError:
            yield
        else:
            raise DrillError("the medium can be written")
    finally:
        subprocess.run(["umount", folder], check=True)
