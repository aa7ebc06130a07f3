from __future__ import annotations

import json
from pathlib import Path

import pytest

from policyviewer.ui.window_state import WindowState, load, save


def test_the_state_comes_back(tmp_path: Path):
    state = WindowState(b"\x00\x01geometry", (260, 760, 280), "outline", "seed")
    save(tmp_path / "w.json", state)
    assert load(tmp_path / "w.json") == state


@pytest.mark.parametrize("content", ["", "[]", "null", "{"])
def test_a_broken_file_gives_the_default(tmp_path: Path, content: str):
    (tmp_path / "w.json").write_text(content, encoding="utf-8")
    assert load(tmp_path / "w.json") == WindowState()


def test_broken_values_are_dropped(tmp_path: Path):
    broken = {"geometry": "?!", "widths": [1, "x", -3], "panel": "notes"}
    (tmp_path / "w.json").write_text(json.dumps(broken), encoding="utf-8")
    assert load(tmp_path / "w.json") == WindowState(panel="notes")
