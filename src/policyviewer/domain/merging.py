"""Merging annotations with those of a colleague, so that nothing is lost and nothing doubled.

The same UUID of the same author is the same annotation. Where only one side has changed it since
both had it alike, the change counts; where both have, both are kept, the other's under a UUID that
follows from the first: taken in again, it is known.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from policyviewer.domain.annotations import Annotation, AnnotationId


@dataclass(frozen=True, slots=True)
class Received:
    """An annotation as it arrives; ``base`` is when it was modified last before it came to who
    hands it on now, None for one of their own.
    """

    annotation: Annotation
    base: datetime | None = None


@dataclass(slots=True)
class Merge:
    """What is to be kept of annotations that arrive."""

    new: list[Annotation] = field(default_factory=list)
    changed: list[Annotation] = field(default_factory=list)
    conflicting: list[Annotation] = field(default_factory=list)
    """Copies of those that both sides have changed."""
    known: list[Annotation] = field(default_factory=list)
    """Those that are here already, alike or in a later state."""
    trashed: list[Annotation] = field(default_factory=list)
    """Those of the known that lie in the trash here."""

    @property
    def kept(self) -> list[Annotation]:
        """Give everything that is to be kept."""
        return self.new + self.changed + self.conflicting


def merge(
    mine: Mapping[AnnotationId, Annotation],
    theirs: Iterable[Received],
    bases: Mapping[AnnotationId, datetime],
) -> Merge:
    """Decide about annotations that arrive; ``bases`` is when mine that came from others were
    modified last before they came.
    """
    found, here = Merge(), dict(mine)
    for received in theirs:
        one, base = _at_home(received.annotation, mine), received.base
        origin = one.id
        while (present := here.get(one.id)) is not None:
            same = present.author == one.author
            if same and (_alike(present, one) or not _changed_since(one, base, bases.get(one.id))):
                found.known.append(one)
                if present.deleted is not None and one.deleted is None:
                    found.trashed.append(present)
                break
            if same and present.modified in {base, bases.get(one.id)}:
                found.changed.append(one)
                here[one.id] = one
                break
            one, base = replace(one, id=other_id(one, by_words=one.id != origin)), None
        else:
            here[one.id] = one
            (found.new if one.id == origin else found.conflicting).append(one)
    return found


def other_id(one: Annotation, *, by_words: bool = False) -> AnnotationId:
    """Give the UUID of the copy of an annotation that both sides have changed; ``by_words`` also
    follows from what it says, for where there is such a copy already.
    """
    words = f"#{one.kind}{one.colour}{one.text}{one.tags}{one.target}" if by_words else ""
    return AnnotationId(
        str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:uuid:{one.id}#{one.author}{words}"))
    )


def _at_home(one: Annotation, mine: Mapping[AnnotationId, Annotation]) -> Annotation:
    """Give an annotation on the document that it is on here: the same text may have another id in
    the other's library.
    """
    present = mine.get(one.id)
    if present is None or not one.target.title or one.target.title != present.target.title:
        return one
    return replace(one, target=present.target) if one.target.quote == present.target.quote else one


def _changed_since(one: Annotation, base: datetime | None, mine: datetime | None) -> bool:
    """Say whether the other side has changed an annotation since both had it alike."""
    return all(one.modified > last for last in (base, mine) if last is not None)


def _alike(one: Annotation, other: Annotation) -> bool:
    return replace(one, modified=other.modified, deleted=other.deleted) == other
