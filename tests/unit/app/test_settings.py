from __future__ import annotations

import json
from pathlib import Path

import pytest

from policyviewer.app.settings import UPGRADES, Settings, ThemeName, load, save


def stored(path: Path, **values: object) -> Path:
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def test_settings_come_back(tmp_path: Path):
    mine = Settings(theme=ThemeName.PAPER, zoom=1.5, author="张三")
    save(tmp_path / "s.json", mine)
    assert load(tmp_path / "s.json") == mine


@pytest.mark.parametrize("content", ["", "[]", "{", '"text"'])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: str):
    (tmp_path / "s.json").write_text(content, encoding="utf-8")
    assert load(tmp_path / "s.json") == Settings()


def test_unknown_keys_are_dropped(tmp_path: Path):
    assert load(stored(tmp_path / "s.json", version=1, colour="red")) == Settings()


@pytest.mark.parametrize(("key", "value"), [("zoom", "big"), ("zoom", True), ("theme", "neon")])
def test_a_wrong_value_is_replaced_by_its_default(tmp_path: Path, key: str, value: object):
    path = stored(tmp_path / "s.json", author="李四", **{key: value})
    assert load(path) == Settings(author="李四")


def test_a_whole_number_is_a_zoom(tmp_path: Path):
    assert load(stored(tmp_path / "s.json", zoom=2)).zoom == 2.0


def test_older_settings_are_upgraded_step_by_step(tmp_path: Path):
    steps = (
        lambda old: {**old, "author": old["name"]},
        lambda old: {**old, "zoom": old["percent"] / 100},
    )
    path = stored(tmp_path / "s.json", version=1, name="王五", percent=150)
    assert load(path, steps) == Settings(author="王五", zoom=1.5)


def test_newer_steps_are_not_applied_twice(tmp_path: Path):
    path = stored(tmp_path / "s.json", version=2, author="王五")
    assert load(path, (lambda _old: {},)) == Settings(author="王五")


def test_the_stored_version_is_that_of_the_upgrades(tmp_path: Path):
    save(tmp_path / "s.json", Settings())
    content = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert content["version"] == len(UPGRADES) + 1
