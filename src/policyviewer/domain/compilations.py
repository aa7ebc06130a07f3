"""Compilations (政策汇编): provisions and documents that the user puts together, in an order of
his own, under headings of his own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from policyviewer.domain.annotations import Target
from policyviewer.domain.ranges import TextRange

CompilationId = NewType("CompilationId", int)
PartId = NewType("PartId", int)


@dataclass(frozen=True, slots=True)
class Compilation:
    """A compilation by its name."""

    id: CompilationId
    name: str


@dataclass(frozen=True, slots=True)
class DeletedCompilation:
    """A compilation that was deleted, and can be brought back for a time."""

    compilation: Compilation
    deleted: datetime
    parts: int
    """How many documents and provisions it has; headings do not count."""


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A heading, or words of a document as they were when they were taken in."""

    id: PartId
    heading: str = ""
    target: Target | None = None
    """None for a heading; a whole document has no provision and no quotation."""
    standing: str = ""
    """How the document stood then, in a word."""

    @property
    def name(self) -> str:
        """Give what the part is called in a table of contents."""
        if self.target is None:
            return self.heading
        return self.target.title if self.is_whole else self.target.citation

    @property
    def is_whole(self) -> bool:
        """Say whether the part is a document, and not only words of one."""
        return self.target is not None and not self.target.provision


class PartState(StrEnum):
    """What has become of a part since it was taken in."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    DELETED = "deleted"
    GONE = "gone"
    """The library does not hold the document any more."""


@dataclass(frozen=True, slots=True)
class PresentPart:
    """A part as it is in the library now."""

    part: CompiledPart
    state: PartState
    version: int = 0
    span: TextRange | None = None
    """Where the words are in the present text; None where they are nowhere."""
    provision: str = ""
    words: str = ""
    """The present words; of a whole document none."""
    citation: str = ""
    standing: str = ""

    @property
    def name(self) -> str:
        """Give what the part is called now."""
        cited = "" if self.part.is_whole else self.citation
        return cited or self.part.name

    @property
    def stands_otherwise(self) -> bool:
        """Say whether the document stands otherwise than when the part was taken in."""
        there = self.part.target is not None and self.state is not PartState.GONE
        return there and self.standing != self.part.standing

    @property
    def changed(self) -> bool:
        """Say whether the user should look at the part."""
        return self.state is not PartState.SAME or self.stands_otherwise


def led(
    present: Sequence[CompiledPart], origin: Sequence[CompiledPart], goal: Sequence[CompiledPart]
) -> list[CompiledPart]:
    """Give parts with what leads from one state to another, wherever they still are as in the
    first; what has been changed otherwise since stays as it is.
    """
    if list(present) == list(origin):
        return list(goal)
    was, will = ({one.id: one for one in side} for side in (origin, goal))
    made: list[CompiledPart] = []
    for one in present:
        goes_on = will.get(one.id) if one == was.get(one.id) else one
        if goes_on is not None:
            made.append(goes_on)
    inside = {one.id for one in made}
    for at, one in enumerate(goal):
        if one.id not in was and one.id not in inside:
            before = {other.id for other in goal[:at]}
            place = max((n for n, part in enumerate(made, 1) if part.id in before), default=0)
            made.insert(place, one)
    return made
