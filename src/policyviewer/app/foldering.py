"""Putting documents into one's own folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import UserError
from policyviewer.domain.folders import Folder, FolderId
from policyviewer.storage.folders import FolderStore

LONGEST_NAME = 40


class FolderService:
    """The user's folders; every method raises StorageError when the notes cannot be used."""

    def __init__(
        self, store: FolderStore, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store = store
        self._now = now

    def folders(self) -> list[Folder]:
        """Give the folders in the order of their names."""
        return self._store.folders()

    def create(self, name: str, documents: Iterable[DocumentId] = ()) -> FolderId:
        """Make a folder with documents; raises UserError for a name that cannot be."""
        plain = self._free(name, None)
        made = self._store.create(plain)
        self._store.put(made, documents)
        return made

    def rename(self, folder: FolderId, name: str) -> None:
        """Give a folder another name; raises UserError for a name that cannot be."""
        self._store.rename(folder, self._free(name, folder))

    def delete(self, folder: FolderId) -> None:
        """Take a folder away; its documents stay in the library."""
        self._store.delete(folder, self._now())

    def restore(self, folder: FolderId) -> None:
        """Put a deleted folder back, with its documents."""
        self._store.restore(folder)

    def put(self, folder: FolderId, documents: Iterable[DocumentId]) -> None:
        """Put documents into a folder."""
        self._store.put(folder, documents)

    def take(self, folder: FolderId, documents: Iterable[DocumentId]) -> None:
        """Take documents out of a folder."""
        self._store.take(folder, documents)

    def _free(self, name: str, own: FolderId | None) -> str:
        plain = " ".join(name.split())[:LONGEST_NAME]
        if not plain:
            raise UserError("文件夹还没有名称。", "请写一个名称，例如“高标准农田”。")
        if self._store.named(plain) not in (None, own):
            raise UserError(f"已经有叫“{plain}”的文件夹。", "请换一个名称，或放进那个文件夹。")
        return plain
