from __future__ import annotations

import json
from pathlib import Path

import pytest

from policyviewer.app.edition import Edition, edition_in


def describe(folder: Path, value: object) -> Path:
    (folder / "release.json").write_text(json.dumps(value), encoding="utf-8")
    return folder


def test_a_team_gives_its_edition_a_name(tmp_path: Path):
    described = describe(tmp_path, {"name": "某县政策库", "about": "县府办编"})
    assert edition_in(described) == Edition("某县政策库", "县府办编")


def test_an_icon_belongs_to_it_where_there_is_one(tmp_path: Path):
    (tmp_path / "icon.ico").touch()
    described = describe(tmp_path, {"name": "某县政策库", "about": ""})
    assert edition_in(described).icon == tmp_path / "icon.ico"


def test_the_program_as_it_is_belongs_to_no_team(tmp_path: Path):
    assert edition_in(tmp_path / "none") == Edition()


@pytest.mark.parametrize("value", [[], {"name": 1, "about": ""}, {"name": "x"}, "x"])
def test_a_broken_description_is_none(tmp_path: Path, value: object):
    assert edition_in(describe(tmp_path, value)) == Edition()
