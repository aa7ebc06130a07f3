from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from policyviewer.storage.addresses import address


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/data/notes.sqlite"), "file:///data/notes.sqlite"),
        (PureWindowsPath(r"E:\data\notes.sqlite"), "file:///E:/data/notes.sqlite"),
        (PureWindowsPath(r"\\server\share\n.sqlite"), "file:////server/share/n.sqlite"),
    ],
)
def test_no_part_of_a_path_becomes_an_authority(path: PurePosixPath, expected: str):
    assert address(path) == expected


@pytest.mark.parametrize("folder", ["办公 资料（2024）", "50% #1?x=y"])
def test_sqlite_opens_what_the_address_names(tmp_path: Path, folder: str):
    path = tmp_path / folder / "notes.sqlite"
    path.parent.mkdir()
    with closing(sqlite3.connect(address(path), uri=True)) as made:
        made.execute("CREATE TABLE one (n INTEGER)")
    with closing(sqlite3.connect(address(path, "mode=ro"), uri=True)) as read:
        assert read.execute("SELECT count(*) FROM one").fetchone() == (0,)


def test_an_address_of_a_share_is_taken_by_sqlite(tmp_path: Path):
    path = PurePosixPath(f"/{tmp_path}/notes.sqlite")
    assert address(path).startswith("file:////")
    sqlite3.connect(address(path), uri=True).close()
    assert (tmp_path / "notes.sqlite").exists()


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_folder_whose_name_is_no_utf_8_is_named(tmp_path: Path):
    folder = tmp_path / os.fsdecode(b"\xce\xc4\xbc\xfe")
    folder.mkdir()
    sqlite3.connect(address(folder / "notes.sqlite"), uri=True).close()
    assert (folder / "notes.sqlite").exists()
