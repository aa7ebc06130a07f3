from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from pathlib import Path
from typing import IO

import pytest

from policyviewer.domain.errors import StorageError
from policyviewer.storage.originals import Originals


def test_a_file_is_kept_byte_for_byte(tmp_path: Path):
    originals = Originals(tmp_path)
    name = originals.keep(b"\x00\xff words", ".txt")
    assert name == hashlib.sha256(b"\x00\xff words").hexdigest()
    assert originals.path(name).read_bytes() == b"\x00\xff words"
    assert originals.path(name).suffix == ".txt"


def test_the_same_bytes_are_kept_once(tmp_path: Path):
    originals = Originals(tmp_path)
    originals.keep(b"words", ".txt")
    originals.keep(b"words", ".md")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_was_never_kept_has_no_path(tmp_path: Path):
    assert Originals(tmp_path).path("0" * 64) is None


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="原件"):
        Originals(tmp_path / "file").keep(b"words", ".txt")


def test_nothing_half_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError):
        Originals(tmp_path).keep(b"abc", ".txt")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_is_closed_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made: list[IO[bytes]] = []
    make = tempfile.NamedTemporaryFile

    def remember(**options: object) -> IO[bytes]:
        made.append(make(**options))
        return made[-1]

    def as_windows_does(path: Path, target: Path) -> None:
        assert all(file.closed for file in made)
        os.replace(path, target)  # noqa: PTH105  # what is replaced is Path.replace

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", remember)
    monkeypatch.setattr(Path, "replace", as_windows_does)
    originals = Originals(tmp_path)
    assert originals.path(originals.keep(b"words", ".txt")).read_bytes() == b"words"
    assert len(made) == 1
