from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.app.atomic import write_json
from policyviewer.app.catalogue import MANIFEST, catalogue, is_current, manifest
from policyviewer.app.paths import AppPaths
from policyviewer.domain.errors import UserError

ENTRY = '[[document]]\nid = "a"\nfile = "一.txt"\n'


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "library.toml").write_text(ENTRY, encoding="utf-8")
    (folder / "一.txt").write_text("一、总则\n", encoding="utf-8")
    return folder


def test_every_bundled_file_is_in_the_catalogue():
    folder = AppPaths.under(Path("home")).bundled_sources
    listed = {file.path.name for file in catalogue(folder)}
    assert listed == {path.name for path in folder.glob("*.txt")}


@pytest.mark.parametrize("text", ["", "[[document]]", "x = ", '[[document]]\nid = "a"\n'])
def test_a_broken_catalogue_is_told(sources: Path, text: str):
    (sources / "library.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="目录"):
        catalogue(sources)


def test_a_shelf_is_current_while_its_sources_stay(sources: Path, tmp_path: Path):
    write_json(tmp_path / MANIFEST, manifest(sources))
    assert is_current(tmp_path, sources)
    (sources / "一.txt").write_text("一、附则\n", encoding="utf-8")
    assert not is_current(tmp_path, sources)


def test_no_manifest_is_not_current(sources: Path, tmp_path: Path):
    assert not is_current(tmp_path / "nowhere", sources)
