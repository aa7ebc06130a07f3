"""What a document refers to and what refers to it, with the places where that leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyviewer.app.library import LedReference, LibraryService
from policyviewer.app.shelves import Shelf
from policyviewer.domain.citations import Citations
from policyviewer.domain.citings import FoundCiting
from policyviewer.domain.dates import iso_today
from policyviewer.domain.documents import Document, DocumentId, Outline
from policyviewer.domain.metadata import Status, status_on
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.title_index import TitleIndex, keys_of

if TYPE_CHECKING:  # what reads references costs a start 40 ms
    from policyviewer.domain.references import Places

_BEGINS = 200
"""Code points of a target that are shown before one goes there."""


@dataclass(frozen=True, slots=True)
class CitedFrom:
    """A place of another document that refers to this one, and the provision it means.

    ``target`` is the part of this document that is meant, None for all of it.
    """

    found: FoundCiting
    target: TextRange | None


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to, as it is shown before one goes there."""

    document: DocumentId
    title: str
    number: str
    place: str
    """How the provision is cited within its document; empty for all of it."""
    begins: str
    status: Status
    span: TextRange
    """The part of the document that is meant."""


class CitationService:
    """Follows references in both directions."""

    def __init__(
        self,
        library: LibraryService,
        shelves: Sequence[Shelf],
        today: Callable[[], str] = iso_today,
    ) -> None:
        """``today`` gives the date (ISO) for which the status of targets is told."""
        self._library = library
        self._shelves = shelves
        self._today = today

    def of(self, document: Document) -> list[LedReference]:
        """Give what a document refers to, in its order, with where each reference leads."""
        return self._library.references(document)

    def to(self, document: Document) -> list[CitedFrom]:
        """Give the places of other documents that refer to a document, in their order."""
        from policyviewer.domain.references import Places

        data = document.outline.metadata
        titles = keys_of(data.title)
        names = TitleIndex(one for shelf in self._shelves for one in shelf.documents.names())
        places = Places(document.outline.nodes)
        cited: list[CitedFrom] = []
        for shelf in self._shelves:
            for one in shelf.citations.citing(titles, data.document_number):
                if one.document in shelf.documents.hidden:
                    continue
                named = names.all_of(one.citing.title, one.citing.number)
                meant = _meant(places, one)
                in_another_part = len(named) > 1 and not one.citing.place.empty and meant is None
                if one.document not in named and document.id in named and not in_another_part:
                    cited.append(CitedFrom(one, meant))
        return cited

    def target(self, led: LedReference) -> Target | None:
        """Give what a reference leads to, None where it leads nowhere.

        Raises UnknownDocumentError when the document has gone meanwhile.
        """
        if led.document is None:
            return None
        document = self._library.open(led.document)
        outline = document.outline
        data = outline.metadata
        span = span_of(outline, led.provision or "")
        end = min(span.end, span.start + _BEGINS * 2)
        words = " ".join(outline.text[span.start : end].split())
        return Target(
            document=document.id,
            title=data.title,
            number=data.document_number or "",
            place=Citations(outline).within(led.provision or ""),
            begins=words if len(words) <= _BEGINS else f"{words[:_BEGINS]}…",
            status=status_on(self._today(), data.effective, data.expires),
            span=span,
        )


def span_of(outline: Outline, provision: str) -> TextRange:
    """Give the part of a text that a node or component is, the main text for any other id."""
    named = next((one.span for one in outline.nodes if one.id == provision), None)
    named = named or next((one.span for one in outline.components if one.id == provision), None)
    return named or TextRange(0, len(outline.text))


def _meant(places: Places, one: FoundCiting) -> TextRange | None:
    if one.citing.place.empty:
        return None
    node = places.locate(one.citing.place)
    return None if node is None else node.span
