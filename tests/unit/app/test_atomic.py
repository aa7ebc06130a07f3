from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from policyviewer.app.atomic import read_json, write_json
from policyviewer.domain.errors import StorageError


def test_what_is_written_is_read(tmp_path: Path):
    write_json(tmp_path / "new" / "a.json", {"字号": 3})
    assert read_json(tmp_path / "new" / "a.json") == {"字号": 3}


def test_nothing_but_the_file_is_left(tmp_path: Path):
    write_json(tmp_path / "a.json", [1])
    write_json(tmp_path / "a.json", [2])
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00"])
def test_a_broken_file_reads_as_nothing(tmp_path: Path, content: bytes):
    (tmp_path / "a.json").write_bytes(content)
    assert read_json(tmp_path / "a.json") is None


def test_an_unwritable_place_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="无法写入"):
        write_json(tmp_path / "file" / "a.json", 1)


def test_nothing_is_left_of_what_a_full_disk_did_not_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    write_json(tmp_path / "a.json", [1])
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="无法写入"):
        write_json(tmp_path / "a.json", [2])
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert read_json(tmp_path / "a.json") == [1]


def test_what_is_no_text_comes_back_too(tmp_path: Path):
    write_json(tmp_path / "a.json", {"目录": "\udcce\udcc4"})
    assert read_json(tmp_path / "a.json") == {"目录": "\udcce\udcc4"}
