"""The documents of all shelves: listing, finding and opening them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary
from policyviewer.domain.errors import UnknownDocumentError, UserError
from policyviewer.domain.provisions import Provision, provisions

_PREFIX = 4
"""An id may be shortened to this many characters."""


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """What a service changed: every view looks whether that concerns it."""

    documents: frozenset[DocumentId]
    """Those that are new or have a new text."""


class LibraryService:
    """Answers what is in the library and opens it."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = tuple(shelves)

    def documents(self) -> list[DocumentSummary]:
        """Give every document of every shelf, shelf by shelf."""
        return [summary for shelf in self._shelves for summary in shelf.documents.summaries()]

    def open(self, document: DocumentId) -> Document:
        """Give the present version of a document; raises UnknownDocumentError."""
        for shelf in self._shelves:
            if shelf.documents.holds(document):
                return shelf.documents.load(document)
        raise _unknown(document)

    def find(self, reference: str) -> DocumentSummary:
        """Give the one document that an id, the beginning of an id, a title or a part of a
        title, a document number or a source's name means.

        Raises UnknownDocumentError when there is none, UserError when there are several.
        """
        summaries = self.documents()
        for matches in (_exactly, _partly):
            found = [summary for summary in summaries if matches(summary, reference)]
            if len(found) == 1:
                return found[0]
            if found:
                names = "、".join(f"{one.id}《{one.metadata.title}》" for one in found[:5])
                raise UserError(f"“{reference}”可以指多份文件：{names}。", "请写出完整的编号。")
        raise _unknown(reference)


def provision_of(document: Document, reference: str) -> Provision:
    """Give the provision with an id, or the one whose printed marker is unique.

    Raises UnknownDocumentError when the document has no such provision.
    """
    tiles = provisions(document.outline)
    found = [tile for tile in tiles if tile.id == reference]
    found = found or [tile for tile in tiles if tile.marker.strip() == reference]
    if len(found) == 1:
        return found[0]
    raise UnknownDocumentError(
        f"《{document.outline.metadata.title}》中没有“{reference}”这一条。",
        "用 policyviewer show 文件 --outline 可以看到各条的编号。",
    )


def _exactly(summary: DocumentSummary, reference: str) -> bool:
    data = summary.metadata
    return reference in {
        summary.id,
        summary.source.name,
        data.title,
        data.title_as_printed,
        data.document_number,
    }


def _partly(summary: DocumentSummary, reference: str) -> bool:
    short = len(reference) >= _PREFIX and summary.id.startswith(reference)
    return short or (bool(reference) and reference in summary.metadata.title)


def _unknown(reference: str) -> UnknownDocumentError:
    return UnknownDocumentError(
        f"文库里没有“{reference}”。", "用 policyviewer documents 可以看到全部文件及其编号。"
    )
