from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from policyviewer.app.foldering import LONGEST_NAME, FolderService
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.folders import FolderStore

A = DocumentId("a")


@pytest.fixture
def service(tmp_path: Path) -> Iterator[FolderService]:
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    yield FolderService(FolderStore(database))
    database.close()


def test_a_folder_is_made_with_its_documents(service: FolderService):
    made = service.create("  春耕\n备耕 ", [A])
    (folder,) = service.folders()
    assert (folder.id, folder.name, folder.documents) == (made, "春耕 备耕", {A})
    service.take(made, [A])
    assert service.folders()[0].documents == frozenset()
    service.put(made, [A])
    service.delete(made)
    assert service.folders() == []
    service.restore(made)
    assert service.folders()[0].documents == {A}


@pytest.mark.parametrize("name", ["", " \n"])
def test_a_folder_needs_a_name(service: FolderService, name: str):
    with pytest.raises(UserError, match="名称"):
        service.create(name)
    assert service.folders() == []


def test_a_name_is_given_once(service: FolderService):
    made = service.create("春耕")
    with pytest.raises(UserError, match="已经有"):
        service.create("春耕 ")
    service.rename(made, "春耕")  # its own name is no hindrance
    other = service.create("长" * 99)
    assert service.folders()[-1].name == "长" * LONGEST_NAME
    with pytest.raises(UserError, match="已经有"):
        service.rename(other, "春耕")
