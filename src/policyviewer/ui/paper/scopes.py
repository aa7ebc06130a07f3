"""How much of a document is printed: what is selected, the section in view, or all of it."""

from __future__ import annotations

from enum import StrEnum

from policyviewer.domain.documents import ComponentKind, NodeClass, Outline
from policyviewer.domain.ranges import TextRange

_SECTIONS = frozenset(
    {NodeClass.PART, NodeClass.SUBPART, NodeClass.CHAPTER, NodeClass.SECTION, NodeClass.L1}
)


class Scope(StrEnum):
    """What is printed."""

    DOCUMENT = "document"
    SECTION = "section"
    SELECTION = "selection"


def section_at(outline: Outline, at: int) -> TextRange | None:
    """Give the narrowest chapter, section or numbered part that holds a code point, with all that
    stands under it; else the article, else the attachment. None where there is none.
    """
    around = [one for one in outline.nodes if one.span.start <= at < one.span.end]
    for kinds in (_SECTIONS, {NodeClass.ARTICLE}):
        found = [one.span for one in around if one.cls in kinds]
        if found:
            return min(found, key=lambda span: span.length)
    inside = (
        one.span
        for one in outline.components
        if one.kind is ComponentKind.ATTACHMENT and one.span.start <= at < one.span.end
    )
    return next(inside, None)
