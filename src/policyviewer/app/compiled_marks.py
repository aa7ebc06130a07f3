"""What the user marked, to be taken into a compilation: the clauses with all their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.compiling import Taking
from policyviewer.app.library import LibraryService
from policyviewer.app.marked_clauses import MarkedClause, marked_clauses
from policyviewer.domain.annotations import AnnotationId
from policyviewer.domain.ranges import TextRange


@dataclass(frozen=True, slots=True)
class MarkedTakings:
    """The clauses of some annotations as they are taken in."""

    takings: tuple[Taking, ...]
    lost: int
    """Annotations whose words are in no text of the library any more."""


def takings_of(
    library: LibraryService,
    annotating: AnnotationService,
    names: Sequence[AnnotationId],
    check: Callable[[], None] = lambda: None,
) -> MarkedTakings:
    """Give the clauses of annotations in the order in which these are listed; each once.

    Raises UserError where there is none, and UnknownDocumentError.
    """
    ranks = {name: rank for rank, name in enumerate(names)}

    def rank(clause: MarkedClause) -> int:
        return min(ranks[mark.annotation.id] for mark in clause.marks)

    found = sorted(marked_clauses(library, annotating, names, check), key=rank)
    takings = tuple(
        Taking(one.document, TextRange(one.start, one.start + len(one.text)))
        for one in found
        if one.start is not None
    )
    return MarkedTakings(takings, sum(one.start is None for one in found))
