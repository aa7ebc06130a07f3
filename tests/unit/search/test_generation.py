from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.search.generation import Generation


@pytest.fixture
def generation(index: Path) -> Generation:
    return Generation(index / "000001", 1)


def test_a_new_generation_has_no_segments(tmp_path: Path) -> None:
    assert Generation.create(tmp_path / "000007").segments() == []


def test_its_manifest_names_all_its_files(generation: Generation, index: Path) -> None:
    marks = generation.manifest({})
    assert (marks.generation, marks.toc) == ("000001", 1)
    assert {*marks.files} == {path.name for path in (index / "000001").iterdir()}


def test_cleaning_keeps_its_own_files_only(generation: Generation, index: Path) -> None:
    kept = {*generation.manifest({}).files}
    folder = index / "000001"
    (folder / "MAIN.tmp").mkdir()
    for name in ("MAIN_abandoned0000000.trm", "_MAIN_2.toc", "_MAIN_0.toc"):
        (folder / name).touch()
    generation.clean()
    assert {path.name for path in folder.iterdir()} == kept


def test_a_later_state_is_another_table_of_contents(generation: Generation) -> None:
    with pytest.raises(FileNotFoundError):
        generation.after(2).segments()
