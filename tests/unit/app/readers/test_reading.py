from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.unit.laws import BODIES, law

from policyviewer.app.readers.reading import read_file
from policyviewer.domain.errors import UnreadableDocumentError


def test_a_file_is_read_without_importing_it(tmp_path: Path):
    path = tmp_path / "条例.txt"
    path.write_text(law(*BODIES), encoding="utf-8")
    assert read_file(path).outline.metadata.title == "青山县道路条例"


def test_an_archive_of_two_files_is_refused(tmp_path: Path):
    path = tmp_path / "两份.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("一.txt", "二.txt"):
            archive.writestr(name, law(*BODIES))
    with pytest.raises(UnreadableDocumentError, match="不是正好一份"):
        read_file(path)


def test_empty_files_and_folders_are_refused(tmp_path: Path):
    (tmp_path / "空.txt").touch()
    for path in (tmp_path, tmp_path / "空.txt"):
        with pytest.raises(UnreadableDocumentError):
            read_file(path)


def test_what_has_a_secrecy_marking_is_not_compared(tmp_path: Path):
    path = tmp_path / "密件.txt"
    path.write_text(f"机密★10年\n{law(*BODIES)}", encoding="utf-8")
    with pytest.raises(UnreadableDocumentError, match="密级标志"):
        read_file(path)
