from __future__ import annotations

import sys
from pathlib import Path

import pytest

from policyviewer.app.paths import AppPaths


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


def test_portable_mark_keeps_data_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "PolicyViewer.exe"))
    (tmp_path / "portable.txt").touch()
    assert AppPaths.find({}).data == tmp_path / "data" / "data"


def test_a_checkout_has_its_resources():
    assert (AppPaths.under(Path("home")).bundled_sources / "library.toml").is_file()


def test_another_library_replaces_the_bundled_one(tmp_path: Path):
    paths = AppPaths.under(tmp_path).with_library(tmp_path / "lib")
    assert (paths.library, paths.bundled) == (tmp_path / "lib", False)
