"""Annotations as they are cited today: a revision has given their provisions other numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from policyviewer.app.annotating import AnnotationService
from policyviewer.app.library import LibraryService
from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import AnchorState, Annotation, AnnotationId
from policyviewer.domain.citations import Citations
from policyviewer.domain.documents import Document
from policyviewer.domain.text import without_marks

_STATES = {
    AnchorState.TEXT_CHANGED: "（原文已改）",
    AnchorState.TEXT_DELETED: "（原文已删）",
}


def with_present_citations(
    annotations: Iterable[Annotation], library: LibraryService, annotating: AnnotationService
) -> list[Annotation]:
    """Give annotations with the citations of the provisions in which they stand now, those of
    old beside them where they differ; for people to read, not to be kept.
    """
    notes = list(annotations)
    versions = {one.id: one.version for one in library.documents()}
    revised = {
        one.target.document
        for one in notes
        if versions.get(one.target.document, one.target.version) != one.target.version
    }
    cited: dict[AnnotationId, str] = {}
    for name in sorted(revised):
        cited |= _cited(library.open(name), annotating)
    return [
        replace(one, target=replace(one.target, citation=cited[one.id])) if one.id in cited else one
        for one in notes
    ]


def _cited(document: Document, annotating: AnnotationService) -> dict[AnnotationId, str]:
    citations = Citations(document.outline)
    return {one.annotation.id: _citation(one, citations) for one in annotating.of(document)}


def _citation(placed: PlacedAnnotation, citations: Citations) -> str:
    former, anchor = placed.annotation.target.citation, placed.anchor
    if anchor.span is None or anchor.provision is None:
        return former + _STATES.get(anchor.state, "")
    present = citations.of(anchor.provision)
    if not former or without_marks(present) == without_marks(former):
        return present
    document = present.removesuffix(citations.within(anchor.provision))
    return f"{present}（批注时为{former.removeprefix(document)}）"
