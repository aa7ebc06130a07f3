from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from release_files import EPOCH, fingerprint, sha256, stamp, write_hashes, write_tar, write_zip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a program, a text in a folder below, and a link."""
    made = tmp_path / "program"
    (made / "数据").mkdir(parents=True)
    (made / "run").write_bytes(b"\x7fELF")
    (made / "run").chmod(0o775)
    (made / "数据" / "a.txt").write_text("甲", encoding="utf-8")
    return made


def packed_twice(write, folder: Path, tmp_path: Path) -> tuple[bytes, bytes]:
    write(tmp_path / "one", folder)
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
    write(tmp_path / "two", folder)
    return (tmp_path / "one").read_bytes(), (tmp_path / "two").read_bytes()


def test_a_zip_is_the_same_whenever_it_is_made(folder: Path, tmp_path: Path):
    one, two = packed_twice(lambda out, of: write_zip(out, of, "顶", {}), folder, tmp_path)
    assert one == two


def test_a_zip_holds_the_folder_and_what_is_added(folder: Path, tmp_path: Path):
    write_zip(tmp_path / "x.zip", folder, "顶", {"读我.txt": "甲"})
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.namelist() == ["顶/run", "顶/数据/a.txt", "顶/读我.txt"]
        assert archive.read("顶/读我.txt") == b"\xef\xbb\xbf\xe7\x94\xb2"


@pytest.mark.skipif("sys.platform == 'win32'", reason="made and unpacked on Linux only")
def test_a_tar_is_the_same_whenever_it_is_made(folder: Path, tmp_path: Path):
    one, two = packed_twice(lambda out, of: write_tar(out, of, "top"), folder, tmp_path)
    assert one == two


@pytest.mark.skipif("sys.platform == 'win32'", reason="made and unpacked on Linux only")
def test_a_tar_keeps_links_and_the_right_to_run(folder: Path, tmp_path: Path):
    (folder / "link").symlink_to("run")
    write_tar(tmp_path / "x.tar.gz", folder, "top")
    with tarfile.open(tmp_path / "x.tar.gz") as archive:
        entries = {entry.name: entry for entry in archive}
    assert (entries["top/run"].mode, entries["top/数据/a.txt"].mode) == (0o755, 0o644)
    assert entries["top/link"].linkname == "run"
    assert {(entry.uname, entry.mtime) for entry in entries.values()} == {("root", EPOCH)}


def test_the_list_of_hashes_names_every_file(folder: Path, tmp_path: Path):
    made = write_hashes(tmp_path, [folder / "run"])
    expected = hashlib.sha256(b"\x7fELF").hexdigest()
    assert made.read_text(encoding="utf-8") == f"{expected}  run\n"
    assert sha256(folder / "run") == expected


@pytest.mark.skipif("not __import__('shutil').which('sha256sum')", reason="no sha256sum here")
def test_sha256sum_reads_the_list(folder: Path):
    write_hashes(folder, [folder / "run"])
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS.txt"], cwd=folder, check=True)


def test_a_fingerprint_tells_folders_apart(folder: Path):
    before = fingerprint(folder)
    assert before.keys() == {"run", "数据/a.txt"}
    (folder / "run").write_bytes(b"other")
    assert fingerprint(folder) != before


def test_everything_gets_the_one_time(folder: Path):
    stamp(folder)
    assert {path.stat().st_mtime for path in folder.rglob("*")} == {EPOCH}
