"""The user's own work: bookmarks, highlights and notes, each on a stretch of a document.

A target holds a position and a quotation, as the W3C Web Annotation model's
TextPositionSelector and TextQuoteSelector do, so that it can be found again when the text
has changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange

AnnotationId = NewType("AnnotationId", str)
"""A random UUID in its canonical form."""

CONTEXT = 32
"""Code points of prefix and suffix kept around a quotation."""


class AnnotationKind(StrEnum):
    """What the user made."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


class Colour(StrEnum):
    """The five soft colours of highlights, named and not numbered: a theme gives the shade."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PURPLE = "purple"


class AnchorState(StrEnum):
    """Where a target stands in the present text of its document."""

    IN_PLACE = "in-place"
    MOVED = "moved"
    TEXT_CHANGED = "text-changed"
    TEXT_DELETED = "text-deleted"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words marked, with up to CONTEXT code points on either side."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Target:
    """What an annotation is about, as it stood when it was made."""

    document: DocumentId
    version: int
    provision: str
    span: TextRange
    quote: Quote
    title: str = ""
    """The document's, for when the library no longer holds it."""
    citation: str = ""
    """The provision in full, as 《青山县道路条例》第三条; both are empty in old databases."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A bookmark, highlight or note; ``deleted`` is set while it lies in the trash."""

    id: AnnotationId
    author: str
    kind: AnnotationKind
    colour: Colour
    text: str
    tags: tuple[str, ...]
    target: Target
    created: datetime
    modified: datetime
    deleted: datetime | None = None
    folder: str = ""
    """The folder of a bookmark."""
    rank: float = 0.0
    """Its place among the bookmarks of the folder, the smallest first."""


def quote_of(text: str, span: TextRange) -> Quote:
    """Give the quotation that a selection of the text makes."""
    return Quote(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )
