from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from windows import release
from windows.release import Edition, write_portable

EDITION = Edition("某县政策库", "1.2.3", Path("x.ico"))


def test_files_are_called_by_version():
    assert EDITION.file(Path("dist"), "setup.exe") == Path("dist/PolicyViewer-1.2.3-setup.exe")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> zipfile.ZipFile:
    """Give the portable archive of a program of one file; there is no compiler here."""
    program = tmp_path / "PolicyViewer"
    program.mkdir()
    (program / "PolicyViewer.exe").write_bytes(b"MZ")
    monkeypatch.setattr(release.launcher, "make", lambda output, *_words: output.write_bytes(b"MZ"))
    write_portable(program, tmp_path / "x.zip", EDITION)
    return zipfile.ZipFile(tmp_path / "x.zip")


def test_the_archive_has_one_thing_to_click_on(archive: zipfile.ZipFile):
    assert archive.namelist() == [
        "某县政策库/PolicyViewer/PolicyViewer.exe",
        "某县政策库/PolicyViewer/portable.txt",
        "某县政策库/某县政策库.exe",
        "某县政策库/请先看我.txt",
    ]


def test_it_says_what_it_needs_as_notepad_reads_it(archive: zipfile.ZipFile):
    text = archive.read("某县政策库/请先看我.txt").decode("utf-8-sig")
    assert "Windows 10" in text
    assert "“某县政策库.exe”" in text
    assert text.count("\n") == text.count("\r\n")
