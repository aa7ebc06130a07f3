from __future__ import annotations

from pathlib import Path

import pytest


def test_without_a_display_the_library_is_listed(cli, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    result = cli(library=False)
    assert result.status == 0
    assert "一、加快融入国家重大区域战略" in result.out
    assert "policyviewer search" in result.out
    assert result.err.count("\n") == 1


def test_the_window_is_drawn_into_a_picture(cli, tmp_path: Path, qapp):
    out = tmp_path / "窗口.png"
    assert cli("screenshot", "--out", out, "--search", "蔬菜", library=False).status == 0
    assert out.read_bytes().startswith(b"\x89PNG")
