"""What is marked on the page: the user's own marks, search hits and damaged places."""

from __future__ import annotations

from dataclasses import dataclass

from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.ranges import TextRange


@dataclass(frozen=True, slots=True)
class Mark:
    """The trace of an annotation on the page."""

    id: str
    span: TextRange
    kind: AnnotationKind
    colour: Colour = Colour.YELLOW
