"""What a user has corrected by hand in the reading of a document; it outlives every new import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.markers import Marker
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.text import Line

if TYPE_CHECKING:  # what marks lines is loaded to read a document, not to show one
    from policyviewer.domain.marking import MarkedLine


@dataclass(frozen=True, slots=True)
class HeadingCorrection:
    """The level of one line: ``level`` None says that it is running text.

    The line is known by its words and by how many lines of the same words stand before it, so
    that it is found again in a changed text.
    """

    line: str
    occurrence: int
    level: NodeClass | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of one document; what is None or absent is left as it was read."""

    title: str | None = None
    document_number: str | None = None
    """Empty: the document has none."""
    written: str | None = None
    """``YYYY-MM-DD``; empty: the document has no date."""
    headings: tuple[HeadingCorrection, ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether nothing is corrected."""
        return self == Corrections()

    def of_metadata(self, data: Metadata) -> Metadata:
        """Give the metadata as corrected; what is printed stays in ``…_as_printed``."""
        if self.title is not None:
            data = replace(data, title=self.title)
        if self.document_number is not None:
            data = replace(data, document_number=self.document_number or None)
        if self.written is not None:
            data = replace(data, written=self.written or None)
        return data

    def levels(self, lines: Sequence[Line]) -> dict[int, NodeClass | None]:
        """Give the corrected levels of a text's lines, each under the offset of its line."""
        wanted = {(one.line, one.occurrence): one.level for one in self.headings}
        seen: Counter[str] = Counter()
        levels: dict[int, NodeClass | None] = {}
        for line in lines if wanted else ():
            key = (line.text, seen[line.text])
            seen[line.text] += 1
            if key in wanted:
                levels[line.start] = wanted[key]
        return levels


def heading_correction(
    lines: Sequence[Line], start: int, level: NodeClass | None
) -> HeadingCorrection:
    """Give the correction of the line at an offset; raises ValueError where none begins."""
    words = next((line.text for line in lines if line.start == start), None)
    if words is None:
        raise ValueError(start)
    before = sum(line.text == words for line in lines if line.start < start)
    return HeadingCorrection(words, before, level)


def with_levels(
    marked: Sequence[MarkedLine], levels: Mapping[int, NodeClass | None]
) -> list[MarkedLine]:
    """Give marked lines with the corrected levels, which stand under the lines' offsets."""
    return [
        _corrected(one, levels[one.line.start]) if one.line.start in levels else one
        for one in marked
    ]


def _corrected(one: MarkedLine, level: NodeClass | None) -> MarkedLine:
    if level is None:
        return replace(one, marker=None)
    if one.marker is None:
        return replace(one, marker=Marker(level, "", None, 0), quoted=False)
    return replace(one, marker=replace(one.marker, cls=level, decimals=()))
