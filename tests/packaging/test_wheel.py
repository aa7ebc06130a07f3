"""The wheel carries what the program needs at run time, and nothing of its development."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Give the names of the files in a freshly made wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = ["-m", "pip", "wheel", "-q", "--no-build-isolation", "--no-deps", "--no-index"]
    subprocess.run([sys.executable, *command, "-w", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("policyviewer-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(folder: str, place: str) -> set[str]:
    """Give the names that the files of a folder of ours have in the wheel."""
    files = (file for file in (ROOT / folder).rglob("*") if file.is_file())
    return {f"{place}/{file.relative_to(ROOT / folder).as_posix()}" for file in files}


def test_every_resource_is_in(names: set[str]):
    assert "policyviewer/_resources/library/library.toml" in names
    assert shipped("resources", "policyviewer/_resources") <= names


def test_the_index_folder_is_in(names: set[str]):
    assert "policyviewer/_index/README.md" in names
    assert shipped("index", "policyviewer/_index") <= names


def test_every_migration_is_in(names: set[str]):
    place = "policyviewer/storage/migrations"
    migrations = shipped(f"src/{place}", place)
    assert migrations
    assert migrations <= names


def test_every_module_is_in(names: set[str]):
    modules = {name for name in shipped("src/policyviewer", "policyviewer") if name.endswith(".py")}
    assert modules <= names


def test_nothing_of_the_development_is_in(names: set[str]):
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"policyviewer"}
    assert not [name for name in names if "/tests/" in name or "__pycache__" in name]
