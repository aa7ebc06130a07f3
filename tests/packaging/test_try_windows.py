from __future__ import annotations

from pathlib import Path

import pytest

import try_windows
from try_windows import missing_tools, one_of
from windows.stage import DrillError


def test_tools_that_are_there_are_not_asked_for():
    assert missing_tools(lambda _command: "/usr/bin/x") == []
    assert missing_tools(lambda command: command != "import") == ["imagemagick"]


def test_a_missing_tool_is_named(monkeypatch, capsys):
    monkeypatch.setattr(try_windows, "missing_tools", lambda: ["strace"])
    assert try_windows.main([]) == 1
    assert "apt-get install strace" in capsys.readouterr().err


def test_the_release_is_found_by_its_ending(tmp_path: Path):
    (tmp_path / "PolicyViewer-1.0.0-setup.exe").touch()
    assert one_of(tmp_path, "setup.exe").name == "PolicyViewer-1.0.0-setup.exe"
    with pytest.raises(DrillError, match=r"build_windows\.py"):
        one_of(tmp_path, "portable.zip")
