from __future__ import annotations

import sys
from pathlib import Path

import pytest

from policyviewer.app import paths as paths_module
from policyviewer.app.paths import AppPaths, Layout
from policyviewer.domain.errors import StorageError


def test_the_given_home_wins(tmp_path: Path):
    paths = AppPaths.find({"POLICYVIEWER_HOME": "/elsewhere"}, home=tmp_path)
    assert paths.data == tmp_path / "data"


def test_the_environment_redirects_everything_written(tmp_path: Path):
    paths = AppPaths.find({"POLICYVIEWER_HOME": str(tmp_path)})
    written = (paths.data, paths.cache, paths.library, paths.logs)
    assert all(tmp_path in folder.parents for folder in written)


def test_without_a_home_the_platform_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert "PolicyViewer" in str(AppPaths.find({}).data)


def test_a_frozen_program_finds_what_is_bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    paths = AppPaths.under(tmp_path / "home")
    assert (paths.resources, paths.bundled_index) == (tmp_path / "resources", tmp_path / "index")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a frozen program, and the user's folders elsewhere."""
    folder = tmp_path / "program"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "PolicyViewer.exe"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "user"))
    return folder


def test_portable_mark_keeps_data_beside_the_program(program: Path):
    (program / "portable.txt").touch()
    found = AppPaths.find({})
    assert (found.data, found.layout) == (program / "data" / "data", Layout.PORTABLE)


def test_on_a_medium_that_cannot_be_written_notes_go_to_the_user(program: Path):
    (program / "portable.txt").touch()
    (program / "data").touch()  # a file in the way: root writes into read-only folders
    found = AppPaths.find({})
    assert found.layout is Layout.READ_ONLY
    assert all("user" in str(one) for one in (found.data, found.library))


def test_the_library_of_such_a_medium_is_read(program: Path, monkeypatch: pytest.MonkeyPatch):
    (program / "portable.txt").touch()
    library = program / "data" / "library"
    library.mkdir(parents=True)
    monkeypatch.setattr(paths_module, "can_write", lambda _folder: False)
    assert AppPaths.find({}).library == library


def test_a_program_on_a_stick_could_keep_its_data_there(
    program: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(paths_module, "is_removable", lambda _folder: True)
    assert AppPaths.find({}).layout is Layout.ON_STICK
    kept = AppPaths.keep_beside_program()
    assert (kept.layout, kept.data) == (Layout.PORTABLE, program / "data" / "data")
    assert AppPaths.find({}) == kept


def test_a_stick_that_cannot_be_written_is_told(program: Path):
    (program / "portable.txt").mkdir()
    with pytest.raises(StorageError, match=r"portable\.txt"):
        AppPaths.keep_beside_program()


def test_a_checkout_has_its_resources():
    assert (AppPaths.under(Path("home")).bundled_sources / "library.toml").is_file()


def test_another_library_replaces_the_bundled_one(tmp_path: Path):
    paths = AppPaths.under(tmp_path).with_library(tmp_path / "lib")
    assert (paths.library, paths.bundled) == (tmp_path / "lib", False)


def test_only_a_program_that_travels_has_a_drive(paths: AppPaths, program: Path):
    assert paths.drive.letter == ""
    (program / "portable.txt").touch()
    assert AppPaths.find({}).drive.letter == program.drive
