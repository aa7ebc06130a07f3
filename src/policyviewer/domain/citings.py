"""Citings: places of one document that name another, seen from the one that is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyviewer.domain.documents import DocumentId, Outline
from policyviewer.domain.front_matter import document_number
from policyviewer.domain.provisions import Provision, provision_at
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.title_index import plain_title

if TYPE_CHECKING:  # what reads references costs a start 40 ms
    from policyviewer.domain.mentions import Place


@dataclass(frozen=True, slots=True)
class Citing:
    """A place that names another document: by title or number, and which provision of it.

    ``title`` is a key of TitleIndex, ``number`` the normalised document number.
    """

    span: TextRange
    provision: str
    """The id of the provision in which the place stands."""
    marker: str
    """That provision's marker as printed; empty where it has none."""
    title: str | None
    number: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class FoundCiting:
    """A citing with the document in which it stands, and some words around it."""

    document: DocumentId
    document_title: str
    citing: Citing
    words: str


def citings_of(outline: Outline, tiles: tuple[Provision, ...]) -> list[Citing]:
    """Give the places of a text, whose provisions are ``tiles``, that name other documents."""
    from policyviewer.domain.references import ReferenceKind, references_of

    return [
        Citing(
            one.span,
            (tile := provision_at(tiles, one.span.start)).id,
            tile.marker,
            plain_title(one.title) if one.title else None,
            _number(one.document_number),
            one.place,
        )
        for one in references_of(outline)
        if one.kind is ReferenceKind.DOCUMENT and tiles
    ]


def _number(printed: str | None) -> str | None:
    found = document_number(printed) if printed else None
    return found[1] if found else None
