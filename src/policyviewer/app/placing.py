"""Where the annotations of a document stand in its present text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from policyviewer.domain.anchoring import Anchor, anchor, has_stayed
from policyviewer.domain.annotations import AnchorState, Annotation, AnnotationId, Target
from policyviewer.domain.documents import Document, DocumentId, Outline
from policyviewer.domain.provisions import provisions
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.placements import PlacementStore

Former = Callable[[DocumentId, int], Outline | None]
"""Gives a former version of a document, None where it is no longer there."""

Present = Callable[[Collection[DocumentId]], Mapping[DocumentId, tuple[int, str]]]
"""Gives the versions that are shown of documents, by number and digest of the file."""


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation with the place where it stands in the present text."""

    annotation: Annotation
    anchor: Anchor

    @property
    def pending(self) -> bool:
        """Say whether the user must decide: the words were changed or taken out."""
        return self.anchor.span is None and not self.anchor.settled


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of annotations when their documents got new texts."""

    placed: tuple[PlacedAnnotation, ...]

    def count(self, state: AnchorState) -> int:
        """Give how many annotations ended so."""
        return sum(1 for one in self.placed if one.anchor.state is state)


class PlacingService:
    """Finds each annotation's place once for every version, and remembers it."""

    def __init__(
        self,
        annotations: AnnotationStore,
        places: PlacementStore,
        former: Former = lambda _document, _version: None,
    ) -> None:
        self._annotations = annotations
        self._places = places
        self._former = former

    def of(self, document: Document) -> list[PlacedAnnotation]:
        """Give the annotations of a document with their places, in the order of the text."""
        placed, _new = self._placed(document)
        return sorted(placed, key=_order)

    def settle(self, documents: Iterable[Document]) -> Receipt:
        """Find the places in documents that have got a new text; give those found only now."""
        found: list[PlacedAnnotation] = []
        for document in documents:
            placed, new = self._placed(document)
            found += [one for one in placed if one.annotation.id in new]
        return Receipt(tuple(found))

    def leave(self, document: Document, placed: PlacedAnnotation, *, settled: bool = True) -> None:
        """Know whether the user has seen what became of an annotation, and leaves it as it is."""
        place = {placed.annotation.id: replace(placed.anchor, settled=settled)}
        self._places.keep(document.version, document.source.sha256, place)

    def states(self, present: Present) -> dict[AnnotationId, AnchorState]:
        """Give how annotations stand that were made on another version than the one shown."""
        return self._places.states(present(self._places.documents()))

    def move(self, gone: DocumentId, to: DocumentId) -> None:
        """Give the annotations of a document that is not in the library to another one."""
        self._annotations.move(gone, to)

    def _placed(self, document: Document) -> tuple[list[PlacedAnnotation], set[AnnotationId]]:
        """Give the annotations with their places, and which of these were not known yet."""
        own = self._annotations.of_document(document.id)
        moved = [one for one in own if not _stands(one.target, document)]
        known = self._known(document) if moved else {}
        new = self._found(document, [one for one in moved if one.id not in known])
        places = {one.id: known.get(one.id) or new[one.id] for one in moved}
        placed = [PlacedAnnotation(one, places.get(one.id) or still(one.target)) for one in own]
        return placed, set(new)

    def _known(self, document: Document) -> dict[AnnotationId, Anchor]:
        return self._places.of(document.id, document.version, document.source.sha256)

    def _found(
        self, document: Document, annotations: Sequence[Annotation]
    ) -> Mapping[AnnotationId, Anchor]:
        """Find places by the text that each annotation was made on, and keep them."""
        if not annotations:
            return {}
        from policyviewer.domain.carrying import Revision  # only where a text has changed

        revisions: dict[int, Revision | None] = {}
        tiles = provisions(document.outline)
        found: dict[AnnotationId, Anchor] = {}
        for one in annotations:
            version = one.target.version
            if version not in revisions:
                outline = self._former(document.id, version)
                revisions[version] = Revision(outline, document.outline) if outline else None
            revision = revisions[version]
            if revision is not None and revision.knows(one.target):
                found[one.id] = revision.anchor(one.target)
            else:
                found[one.id] = anchor(one.target, document.outline.text, tiles)
        self._places.keep(document.version, document.source.sha256, found)
        return found


def _stands(target: Target, document: Document) -> bool:
    """Say whether an annotation was made on this very text; a colleague's library may number its
    versions otherwise.
    """
    return target.version == document.version and has_stayed(target, document.outline.text)


def still(target: Target) -> Anchor:
    """Give the place of an annotation on the text that it was made on."""
    return Anchor(AnchorState.IN_PLACE, target.span, target.provision)


def _order(placed: PlacedAnnotation) -> tuple[int, int]:
    """Sort by place; what has lost its place comes last."""
    span = placed.anchor.span
    return (0, span.start) if span is not None else (1, placed.annotation.target.span.start)
