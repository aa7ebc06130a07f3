"""Two texts side by side, in values: rows of provisions, their paragraphs, and words in these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from policyviewer.domain.differences import Piece, differences
from policyviewer.domain.documents import NodeClass, Outline
from policyviewer.domain.provisions import Provision
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.wording import Wording, letters_of, wording


class Change(StrEnum):
    """What became of a provision or paragraph."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    INSERTED = "inserted"
    DELETED = "deleted"


class Carried(StrEnum):
    """What a local document made of a paragraph of its superior one."""

    COPIED = "copied"
    REFINED = "refined"
    ADDED = "added"
    MISSED = "missed"
    """It stands in the superior document only."""


class Reshaping(StrEnum):
    """How the words of some provisions were divided anew."""

    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision or paragraph of one of the texts."""

    id: str
    cls: NodeClass | None
    marker: str
    label: str
    span: TextRange
    """Its words, marker and all, without the blanks around them."""
    body: int
    """Where the words after the marker begin."""


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs that correspond; ``pieces`` are empty where the words are the same.

    ``elsewhere`` is the same paragraph of the other text in another provision: where one that is
    deleted here went, where one that is inserted here came from.
    """

    change: Change
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    pieces: tuple[Piece, ...] = ()
    elsewhere: Unit | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Provisions that correspond, with their paragraphs."""

    change: Change
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    parts: tuple[Part, ...] = ()
    reshaping: Reshaping | None = None
    revised: bool = False
    """Whether the words differ: what is moved may have the same ones."""
    carried: Carried | None = None
    """Where the new text is a local document and the old one its superior."""
    by_hand: bool = False
    """Whether the user said what corresponds to what."""

    @property
    def renumbered(self) -> bool:
        """Say whether the same provision has another number."""
        if not self.old or not self.new or self.reshaping:
            return False
        return letters_of(self.old[0].marker) != letters_of(self.new[0].marker)


@dataclass(frozen=True, slots=True)
class Synopsis:
    """Two texts with the rows that hold all their provisions; tables of contents are left out."""

    old: Outline
    new: Outline
    rows: tuple[Row, ...]

    def counts(self) -> Counter[Change]:
        """Give how many rows have which change."""
        return Counter(row.change for row in self.rows)

    @property
    def share(self) -> float:
        """Give the share of letters that the two texts have in corresponding provisions, 0 to 1."""
        both = sum(row.new[0].span.length for row in self.rows if row.old and row.new)
        total = sum(unit.span.length for row in self.rows for unit in (*row.old, *row.new)[-1:])
        return both / total if total else 1.0


def paragraph_parts(synopsis: Synopsis) -> Iterator[Part]:
    """Give all paragraphs of two texts that correspond, those moved to another provision too."""
    for row in synopsis.rows:
        for part in row.parts:
            if part.elsewhere is None:
                yield part
            elif part.change is Change.INSERTED:
                yield replace(part, change=Change.MOVED, old=(part.elsewhere,), elsewhere=None)


def unit_of(one: Provision, text: str) -> Unit:
    """Give a provision or paragraph of a text as a unit."""
    words = one.span.of(text)
    end = one.span.start + len(words.rstrip())
    start = min(end, one.span.start + len(words) - len(words.lstrip()))
    marker = one.marker.strip()
    behind = start + len(marker) if marker and text.startswith(marker, start) else start
    body = min(end, behind + len(text[behind:end]) - len(text[behind:end].lstrip()))
    return Unit(one.id, one.cls, marker, one.label, TextRange(start, end), body)


def pieces_of(
    texts: tuple[str, str], old: Sequence[Unit], new: Sequence[Unit]
) -> tuple[Piece, ...]:
    """Give what became of the words of some units, numbers of items included; nothing where all
    are the same.
    """
    one, other = _wording(texts[0], old), _wording(texts[1], new)
    if one.letters == other.letters:
        return ()
    spans = tuple(TextRange(side[0].span.start, side[-1].span.end) for side in (old, new))
    return tuple(differences(one, other, (spans[0], spans[1])))


def _wording(text: str, units: Sequence[Unit]) -> Wording:
    """Give the letters of some paragraphs one after the other, numbers of items included."""
    parts = [wording(text, unit.span) for unit in units]
    offsets = tuple(offset for part in parts for offset in part.offsets)
    return Wording("".join(part.letters for part in parts), offsets)
