"""How much the user has marked in each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from policyviewer.app.noting import OPEN_STATES
from policyviewer.domain.annotations import (
    AnchorState,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
)
from policyviewer.domain.documents import DocumentId


@dataclass(frozen=True, slots=True)
class DocumentStatistics:
    """What there is on a document, or, without an id, on all."""

    document: DocumentId | None
    title: str
    kinds: Mapping[AnnotationKind, int]
    colours: Mapping[Colour, int]
    """Of highlights and notes."""
    open: int
    """Those that have lost their words."""
    characters: int
    """Code points that the user wrote."""
    provisions: int
    """Provisions that have at least one."""
    tags: tuple[tuple[str, int], ...]
    """The most frequent first."""
    latest: datetime | None

    @property
    def total(self) -> int:
        """Give how many annotations there are."""
        return sum(self.kinds.values())


def statistics_of(
    annotations: Collection[Annotation],
    titles: Mapping[DocumentId, str],
    states: Mapping[AnnotationId, AnchorState],
) -> list[DocumentStatistics]:
    """Give the statistics of all, and then of each document, those with the most first."""
    groups: dict[DocumentId, list[Annotation]] = {}
    for one in annotations:
        groups.setdefault(one.target.document, []).append(one)
    each = [
        _of(notes, states, name, titles.get(name) or notes[0].target.title)
        for name, notes in groups.items()
    ]
    each.sort(key=lambda one: (-one.total, one.title))
    return [_of(annotations, states, None, ""), *each]


def _of(
    notes: Collection[Annotation],
    states: Mapping[AnnotationId, AnchorState],
    document: DocumentId | None,
    title: str,
) -> DocumentStatistics:
    marked = [one for one in notes if one.kind is not AnnotationKind.BOOKMARK]
    tags = Counter(tag for one in notes for tag in one.tags)
    return DocumentStatistics(
        document=document,
        title=title,
        kinds=Counter(one.kind for one in notes),
        colours=Counter(one.colour for one in marked),
        open=sum(states.get(one.id) in OPEN_STATES for one in notes),
        characters=sum(len(one.text) for one in notes),
        provisions=len({(one.target.document, one.target.provision) for one in notes}),
        tags=tuple(sorted(tags.items(), key=lambda item: (-item[1], item[0]))),
        latest=max((one.modified for one in notes), default=None),
    )
