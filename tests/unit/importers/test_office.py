from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from policyviewer.importers import office

CONVERTS = """
import pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
profile = next(one for one in sys.argv if one.startswith("-env:UserInstallation=file://"))
settings = pathlib.Path(profile.partition("file://")[2]) / "user" / "registrymodifications.xcu"
assert "BlockUntrustedRefererLinks" in settings.read_text(encoding="utf-8")
(out / "document.docx").write_bytes(b"docx of " + pathlib.Path(sys.argv[-1]).read_bytes())
"""
HANGS = """
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
pathlib.Path({place!r}).write_text(str(child.pid))
time.sleep(600)
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Put a program in place of LibreOffice."""

    def install(source: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!{sys.executable}\n{source}", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(program.parent))

    return install


def test_a_document_is_saved_by_the_installed_program(installed):
    installed(CONVERTS)
    assert office.as_docx(b"old", ".doc") == b"docx of old"


@pytest.mark.parametrize("source", ["raise SystemExit(1)", "", "no python at all"])
def test_a_program_that_fails_gives_nothing(installed, source: str, capfd):
    installed(source)
    assert office.as_docx(b"old", ".doc") is None


def test_without_a_program_there_is_nothing(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.libreoffice() is None
    assert office.as_docx(b"old", ".doc") is None


def test_a_program_that_cannot_be_started_gives_nothing(installed, tmp_path: Path):
    installed("")
    (tmp_path / "bin" / "soffice").write_bytes(b"\x7fELF nonsense")
    assert office.as_docx(b"old", ".doc") is None


def test_the_usual_place_on_windows_is_known(tmp_path: Path):
    place = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    place.parent.mkdir(parents=True)
    place.touch()
    assert office.libreoffice({"PROGRAMFILES": str(tmp_path)}) == place


def is_alive(pid: int) -> bool:
    """Say whether a process runs: one that has ended and waits to be buried does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_a_program_that_hangs_is_ended_with_its_children(installed, tmp_path: Path):
    place = tmp_path / "child"
    installed(HANGS.format(place=str(place)))
    source, target = tmp_path / "a.doc", tmp_path / "a.docx"
    assert not office._by_libreoffice(source, target, longest=3)
    pid = int(place.read_text(encoding="ascii"))
    until = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < until:
        os.sched_yield()
    assert not is_alive(pid)
