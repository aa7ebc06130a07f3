from __future__ import annotations

from pathlib import Path

import pytest

import build
import build_windows
from build_windows import compare, differences, missing_packages


def test_debian_packages_that_are_there_are_not_asked_for():
    assert missing_packages(lambda _command: "/usr/bin/x") == []
    assert missing_packages(lambda command: command != "wine") == ["wine", "wine64"]


def test_a_missing_tool_is_named_with_what_to_do(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setattr(build_windows, "missing_packages", lambda: ["nsis"])
    monkeypatch.setattr(build_windows, "_ON_WINDOWS", False)
    assert build_windows.main(["--dist", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "missing: nsis" in told
    assert "--debian-packages" in told


def test_builds_are_compared_file_by_file():
    assert differences({"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}) == ["b", "c"]


def test_two_builds_that_differ_are_no_success(tmp_path: Path, capsys):
    for name, text in (("one", "x"), ("two", "x")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(text)
    compare(tmp_path / "one", tmp_path / "two")
    assert "0 differ" in capsys.readouterr().out
    (tmp_path / "two" / "file").write_text("y")
    with pytest.raises(build.BuildError, match="not the same twice"):
        compare(tmp_path / "one", tmp_path / "two")


def test_a_stand_in_must_not_be_shipped(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(build, "inspect", lambda *_arguments: None)
    (tmp_path / "ICUUC.dll").touch()
    with pytest.raises(build.BuildError, match=r"ICUUC\.dll"):
        build_windows.inspect(tmp_path)


def test_a_size_above_its_target_is_told(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(build_windows, "_SETUP_TARGET", 1)
    program, setup = tmp_path / "PolicyViewer", tmp_path / "setup.exe"
    program.mkdir()
    (program / "a.dll").write_bytes(bytes(10**6))
    setup.write_bytes(bytes(10**6 + 1))
    folder, installer = build_windows.against_targets(program, setup).splitlines()
    assert folder.endswith("1.0 MB  folder: target 130 MB, reached")
    assert installer.endswith("installer: target 1 MB, MISSED")
