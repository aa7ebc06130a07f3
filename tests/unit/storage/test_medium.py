from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.storage import medium
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.medium import can_write, file_system_of, is_own_disk, is_removable

MOUNTS = """/dev/sda1 / ext4 rw 0 0
//server/office /mnt/office cifs rw 0 0
/dev/sdb1 /media/li/U\\040DISK vfat rw 0 0
me@host:/x /home/me/x fuse.sshfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/li/notes.sqlite", "ext4"),
        ("/mnt/office/notes.sqlite", "cifs"),
        ("/mnt/office2/notes.sqlite", "ext4"),
        ("/media/li/U DISK/notes.sqlite", "vfat"),
    ],
)
def test_the_innermost_mount_holds_a_path(path: str, name: str):
    assert file_system_of(Path(path), MOUNTS.splitlines()) == name


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="a mount table is Linux's")
@pytest.mark.parametrize(
    ("path", "own"), [("/home/a", True), ("/mnt/office/a", False), ("/home/me/x/a", False)]
)
def test_shares_and_sticks_are_not_our_own(tmp_path: Path, monkeypatch, path: str, own: bool):
    table = tmp_path / "mounts"
    table.write_text(MOUNTS)
    monkeypatch.setattr(medium, "_MOUNTS", table)
    assert is_own_disk(Path(path)) is own


def test_without_a_mount_table_a_disk_is_our_own(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(medium, "_MOUNTS", tmp_path / "none")
    assert is_own_disk(tmp_path)


@pytest.mark.parametrize(("own", "mode"), [(True, "wal"), (False, "delete")])
def test_the_journal_is_that_of_the_medium(tmp_path: Path, monkeypatch, own: bool, mode: str):
    monkeypatch.setattr("policyviewer.storage.database.is_own_disk", lambda _path: own)
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    connection = database.connection()
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == mode
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    database.close()


def test_a_file_is_not_a_folder_to_write(tmp_path: Path):
    (tmp_path / "file").touch()
    assert not can_write(tmp_path / "file")


def test_two_programs_may_ask_at_once_whether_they_can_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    touch = Path.touch

    def touched_and_gone(path: Path) -> None:
        touch(path)
        path.unlink()  # by the other program

    monkeypatch.setattr(Path, "touch", touched_and_gone)
    assert can_write(tmp_path)


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="a mount table is Linux's")
@pytest.mark.parametrize(
    ("path", "stick"), [("/home/a", False), ("/mnt/office/a", False), ("/media/li/U DISK/a", True)]
)
def test_a_stick_is_told_from_shares_and_disks(tmp_path: Path, monkeypatch, path: str, stick: bool):
    table = tmp_path / "mounts"
    table.write_text(MOUNTS)
    monkeypatch.setattr(medium, "_MOUNTS", table)
    assert is_removable(Path(path)) is stick


@pytest.mark.skipif("sys.platform == 'win32'", reason="Windows asks the drive")
def test_without_a_mount_table_nothing_is_a_stick(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(medium, "_MOUNTS", tmp_path / "none")
    assert is_own_disk(tmp_path)
    assert not is_removable(tmp_path)
