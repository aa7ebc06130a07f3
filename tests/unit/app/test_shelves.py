from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.app.collection import Collection
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError


def test_a_new_folder_becomes_a_shelf(tmp_path: Path):
    shelf = open_shelf(tmp_path / "新文库", writable=True)
    assert shelf.documents.summaries() == []
    shelf.close()


def test_a_read_only_shelf_without_an_index_gets_one_elsewhere(tmp_path: Path):
    open_shelf(tmp_path / "lib", writable=True).close()
    shelf = open_shelf(tmp_path / "lib", writable=False, spare=tmp_path / "cache")
    assert shelf.index == tmp_path / "cache" / "index"
    shelf.close()


def test_a_read_only_shelf_with_a_sound_index_uses_it(filled: Collection, tmp_path: Path):
    folder = filled.own.folder
    filled.close()
    shelf = open_shelf(folder, writable=False, spare=tmp_path / "cache")
    assert shelf.index == folder / "index"
    shelf.close()


def test_a_promise_is_kept_over_a_death(tmp_path: Path):
    shelf = open_shelf(tmp_path, writable=True)
    shelf.promise((DocumentId("a"), DocumentId("b")))
    shelf.close()
    again = open_shelf(tmp_path, writable=True)
    assert again.pending() == ("a", "b")
    again.kept()
    assert shelf.pending() == ()
    again.close()


def test_a_database_that_is_none_is_told(tmp_path: Path):
    (tmp_path / "library.sqlite").write_bytes(b"not a database, far from it" * 100)
    with pytest.raises(StorageError, match="已损坏") as caught:
        open_shelf(tmp_path, writable=True)
    assert "originals" in caught.value.hint
