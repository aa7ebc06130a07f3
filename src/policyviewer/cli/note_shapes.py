"""The JSON shapes of the user's own work: keys may be added, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyviewer.cli.shapes import Shape
from policyviewer.domain.annotations import AnchorState

if TYPE_CHECKING:  # the parser behind it costs a search 40 ms of its start
    from policyviewer.app.marked_clauses import MarkedClause
    from policyviewer.app.note_statistics import DocumentStatistics
    from policyviewer.app.placing import PlacedAnnotation, Receipt


def receipt(made: Receipt) -> Shape:
    """Give how many annotations ended in which state."""
    return {state.value: made.count(state) for state in AnchorState}


def annotation(placed: PlacedAnnotation) -> Shape:
    """Give a note, highlight or bookmark, with the provision in which it stands now."""
    one, anchor = placed.annotation, placed.anchor
    return {
        "id": one.id,
        "kind": one.kind.value,
        "document": one.target.document,
        "provision": anchor.provision or one.target.provision,
        "made_on": {"version": one.target.version, "provision": one.target.provision},
        "title": one.target.title,
        "citation": one.target.citation,
        "quote": one.target.quote.exact,
        "note": one.text,
        "tags": list(one.tags),
        "colour": one.colour.value,
        "folder": one.folder,
        "state": anchor.state.value,
        "author": one.author,
        "created": one.created.isoformat(),
        "modified": one.modified.isoformat(),
    }


def marked_clause(one: MarkedClause) -> Shape:
    """Give a clause with what the user marked in it; ``start`` is null for words that are gone."""
    return {
        "document": one.document,
        "title": one.title,
        "citation": one.citation,
        "path": list(one.path),
        "start": one.start,
        "text": one.text,
        "notes": [
            {
                "id": mark.annotation.id,
                "start": mark.span.start if mark.span else None,
                "end": mark.span.end if mark.span else None,
                "note": mark.annotation.text,
                "tags": list(mark.annotation.tags),
                "colour": mark.annotation.colour.value,
            }
            for mark in one.marks
        ],
    }


def statistics(one: DocumentStatistics) -> Shape:
    """Give how much there is on a document, or, without an id, on all."""
    return {
        "document": one.document,
        "title": one.title,
        "total": one.total,
        "kinds": {kind.value: count for kind, count in one.kinds.items()},
        "colours": {colour.value: count for colour, count in one.colours.items()},
        "open": one.open,
        "characters": one.characters,
        "provisions": one.provisions,
        "tags": dict(one.tags),
        "latest": one.latest.isoformat() if one.latest else None,
    }
