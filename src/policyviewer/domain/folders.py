"""The user's own folders: documents put together as one works with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from policyviewer.domain.documents import DocumentId

FolderId = NewType("FolderId", int)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with the ids of its documents, some of which may not be in the library now."""

    id: FolderId
    name: str
    documents: frozenset[DocumentId] = frozenset()
