"""The documents of all shelves: listing, finding and opening them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from policyviewer.app.shelves import Shelf
from policyviewer.domain.documents import Document, DocumentId, DocumentSummary, Outline
from policyviewer.domain.errors import UnknownDocumentError, UserError
from policyviewer.domain.provisions import Provision, provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.title_index import TitleIndex

if TYPE_CHECKING:  # what reads references costs a start 40 ms
    from policyviewer.domain.references import Places, Reference

_PREFIX = 4
"""An id may be shortened to this many characters."""


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """What a service changed: every view looks whether that concerns it."""

    documents: frozenset[DocumentId]
    """Those that are new or have a new text."""


@dataclass(frozen=True, slots=True)
class LedReference:
    """A reference, and where in the library it leads: both None where it leads nowhere.

    ``provision`` is empty for a document as a whole.
    """

    reference: Reference
    document: DocumentId | None
    provision: str | None


class LibraryService:
    """Answers what is in the library and opens it."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = shelves

    def documents(self) -> list[DocumentSummary]:
        """Give every document of every shelf, shelf by shelf."""
        return [summary for shelf in self._shelves for summary in shelf.documents.summaries()]

    def title(self, document: DocumentId) -> str | None:
        """Give the title of a document, None where the library does not hold it."""
        titles = (shelf.documents.title(document) for shelf in self._shelves)
        return next((title for title in titles if title is not None), None)

    def taken_out(self, document: DocumentId) -> datetime | None:
        """Give when a document was taken out that can be put back; None for any other."""
        times = (shelf.removed().get(document) for shelf in self._shelves)
        return next((when for when in times if when is not None), None)

    def versions(self, documents: Collection[DocumentId]) -> dict[DocumentId, tuple[int, str]]:
        """Give the versions that are shown of those documents that the library holds, by number
        and SHA-256 of the file.
        """
        return {
            name: version
            for shelf in reversed(self._shelves)  # as ``open`` takes the first that holds it
            for name, version in shelf.documents.present(documents).items()
        }

    def first(self) -> DocumentId | None:
        """Give the first document of all, None where the library is empty."""
        found = (shelf.documents.first() for shelf in self._shelves)
        return next((name for name in found if name is not None), None)

    def open(self, document: DocumentId, version: int | None = None) -> Document:
        """Give a version of a document, by default the one shown; raises UnknownDocumentError."""
        return self._holder(document).documents.load(document, version)

    def former(self, document: DocumentId, version: int) -> Outline | None:
        """Give the text of a version of a document, None where the library does not hold it."""
        try:
            return self.open(document, version).outline
        except UnknownDocumentError:
            return None

    def editions(self, document: DocumentId) -> list[DocumentSummary]:
        """Give all versions of a document in the order they were imported.

        Raises UnknownDocumentError.
        """
        return self._holder(document).documents.versions(document)

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

    def references(self, document: Document) -> list[LedReference]:
        """Give what a document refers to, with the place of the library that each leads to."""
        from policyviewer.domain.references import ReferenceKind, references_of

        names = TitleIndex(one for shelf in self._shelves for one in shelf.documents.names())
        places: dict[DocumentId, Places] = {}
        led: list[LedReference] = []
        for reference in references_of(document.outline):
            if reference.kind is ReferenceKind.DOCUMENT:
                found = names.all_of(reference.title, reference.document_number)
                led.append(self._led(reference, found, places))
            else:
                here = None if reference.target is None else document.id
                led.append(LedReference(reference, here, reference.target))
        return led

    def _holder(self, document: DocumentId) -> Shelf:
        for shelf in self._shelves:
            if shelf.documents.holds(document):
                return shelf
        raise _unknown(document)

    def _led(
        self,
        reference: Reference,
        found: Sequence[DocumentId],
        places: dict[DocumentId, Places],
    ) -> LedReference:
        """Give where a reference to one of some documents leads, the parts of a code."""
        for one in found:
            target = self._place(one, reference, places)
            if target is not None:
                return LedReference(reference, one, target)
        return LedReference(reference, None, None)

    def _place(
        self, found: DocumentId, reference: Reference, places: dict[DocumentId, Places]
    ) -> str | None:
        """Give the provision of another document; "" for all of it, None where it is not there."""
        from policyviewer.domain.references import Places

        if reference.place.empty:
            return ""
        if found not in places:
            places[found] = Places(self.open(found).outline.nodes)
        node = places[found].locate(reference.place)
        return node.id if node else None


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


def section_of(document: Document, reference: str) -> TextRange:
    """Give all that stands under a provision: a chapter with its articles, an attachment whole.

    Raises UnknownDocumentError when the document has no such provision.
    """
    found = provision_of(document, reference)
    outline = document.outline
    wholes: dict[str, TextRange] = {one.id: one.span for one in outline.components}
    wholes |= {one.id: one.span for one in outline.nodes}
    return wholes.get(found.id, found.span)


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
