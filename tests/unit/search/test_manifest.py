from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from policyviewer.domain.errors import UnusableIndexError
from policyviewer.search import manifest
from policyviewer.search.manifest import Manifest


@pytest.fixture
def state(tmp_path: Path) -> Manifest:
    folder = tmp_path / "000001"
    folder.mkdir()
    (folder / "a").write_bytes(b"content")
    return Manifest("000001", 1, manifest.marks(folder, ["a"], {}))


def test_what_was_switched_to_is_valid(tmp_path: Path, state: Manifest) -> None:
    manifest.switch(tmp_path, state)
    assert manifest.read(tmp_path) == state
    manifest.check(tmp_path, manifest.read(tmp_path), fully=True)


def test_without_a_manifest_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(UnusableIndexError):
        manifest.read(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("schema", 0),
        ("schema", None),
        ("generation", "../../etc"),
        ("generation", "1"),
        ("toc", "x"),
        ("files", []),
        ("files", {"a": [1]}),
        ("files", {"a": None}),
    ],
)
def test_a_manifest_we_do_not_know_is_refused(
    tmp_path: Path, state: Manifest, name: str, value: object
) -> None:
    manifest.switch(tmp_path, state)
    path = tmp_path / manifest.CURRENT
    path.write_text(json.dumps({**json.loads(path.read_text()), name: value}))
    with pytest.raises(UnusableIndexError):
        manifest.read(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "\0\0", '{"schema": 1}'])
def test_a_broken_manifest_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / manifest.CURRENT).write_text(content)
    with pytest.raises(UnusableIndexError):
        manifest.read(tmp_path)


@pytest.mark.parametrize("content", [b"contenu", b"conten", b""])
def test_a_changed_file_is_noticed(tmp_path: Path, state: Manifest, content: bytes) -> None:
    (tmp_path / "000001" / "a").write_bytes(content)
    with pytest.raises(UnusableIndexError):
        manifest.check(tmp_path, state)


def test_a_changed_file_of_a_large_index_is_noticed(tmp_path, state, monkeypatch) -> None:
    monkeypatch.setattr(manifest, "ALWAYS_CHECKED", 0)
    path = tmp_path / "000001" / "a"
    path.write_bytes(b"contenu")
    with pytest.raises(UnusableIndexError):
        manifest.check(tmp_path, state)


def test_a_copied_file_of_a_large_index_is_good(tmp_path, state, monkeypatch) -> None:
    monkeypatch.setattr(manifest, "ALWAYS_CHECKED", 0)
    os.utime(tmp_path / "000001" / "a", (1, 1))
    manifest.check(tmp_path, state)


def test_a_full_check_trusts_no_time_of_writing(tmp_path, state, monkeypatch) -> None:
    monkeypatch.setattr(manifest, "ALWAYS_CHECKED", 0)
    path = tmp_path / "000001" / "a"
    path.write_bytes(b"contenu")
    os.utime(path, ns=(state.files["a"].written, state.files["a"].written))
    manifest.check(tmp_path, state)
    with pytest.raises(UnusableIndexError):
        manifest.check(tmp_path, state, fully=True)


def test_known_files_are_not_read_again(tmp_path: Path, state: Manifest) -> None:
    (tmp_path / "000001" / "a").unlink()
    assert manifest.marks(tmp_path / "000001", ["a"], state.files) == state.files


@pytest.mark.usefixtures("state")
def test_generations_are_counted_up(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert manifest.next_generation(tmp_path) == "000002"


@pytest.mark.usefixtures("state")
def test_sweeping_deletes_other_generations_only(tmp_path: Path) -> None:
    (tmp_path / "000002").mkdir()
    (tmp_path / "mine.txt").touch()
    manifest.sweep(tmp_path, keep="000001")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["000001", "mine.txt"]
