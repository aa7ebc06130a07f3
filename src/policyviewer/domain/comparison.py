"""Two texts side by side: what became of each provision, of its paragraphs, and of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from policyviewer.domain.alignment import Tile, letter_pairs, likeness, paired, tiles_of
from policyviewer.domain.correspondence import Group, groups_of
from policyviewer.domain.differences import Piece, differences
from policyviewer.domain.documents import NodeClass, Outline
from policyviewer.domain.paragraphs import Paragraphs
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.wording import Wording, letters_of, wording

_TELLING = 10
"""Letters from which a paragraph that stands elsewhere now is told to be the same one, ..."""
_ALIKE = 0.6
"""... where so many pairs of letters are the same."""


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
    """Provisions that correspond, with their paragraphs where they are not the same."""

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
class Comparison:
    """Two texts with the rows that hold all their provisions, contents tables left out."""

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


def compare(old: Outline, new: Outline) -> Comparison:
    """Give two texts side by side, provision by provision."""
    return Comparison(old, new, _Comparing(old, new).rows())


def paragraph_parts(comparison: Comparison) -> Iterator[Part]:
    """Give all paragraphs of two texts that correspond, those moved to another provision too."""
    for row in comparison.rows:
        for part in row.parts or (Part(row.change, row.old, row.new),):
            if part.elsewhere is None:
                yield part
            elif part.change is Change.INSERTED:
                yield replace(part, change=Change.MOVED, old=(part.elsewhere,), elsewhere=None)


class _Comparing:
    """The work of one comparison."""

    def __init__(self, old: Outline, new: Outline) -> None:
        self._texts = old.text, new.text
        self._paragraphs = Paragraphs(old), Paragraphs(new)
        self._lone: tuple[list[Tile], list[Tile]] = ([], [])
        self._old, self._new = (
            [tile for tile in tiles_of(one) if tile.provision.searchable and tile.wording.letters]
            for one in (old, new)
        )

    def rows(self) -> tuple[Row, ...]:
        made = [self._row(group) for group in groups_of(self._old, self._new)]
        moved = self._moved()
        return tuple(self._with_moves(row, moved) for row in made) if moved else tuple(made)

    def _row(self, group: Group) -> Row:
        olds = [self._old[at] for at in group.old]
        news = [self._new[at] for at in group.new]
        revised = _letters(olds) != _letters(news)
        change = _change(group, revised=revised)
        row = Row(change, self._units(olds, 0), self._units(news, 1), revised=revised)
        if not revised:
            return row
        reshaping = Reshaping.SPLIT if len(news) > 1 else None
        if len(olds) > 1:
            reshaping = Reshaping.MERGED
        return replace(row, parts=tuple(self._parts(olds, news)), reshaping=reshaping)

    def _parts(self, olds: Sequence[Tile], news: Sequence[Tile]) -> Iterator[Part]:
        ones = [part for tile in olds for part in self._paragraphs[0].of(tile)]
        others = [part for tile in news for part in self._paragraphs[1].of(tile)]
        for group in groups_of(ones, others):
            before = [ones[at] for at in group.old]
            behind = [others[at] for at in group.new]
            change = _change(group, revised=_letters(before) != _letters(behind))
            part = Part(change, self._units(before, 0), self._units(behind, 1))
            if before and behind:
                yield replace(part, pieces=self._pieces(part.old, part.new))
            else:
                self._lone[0].extend(before)
                self._lone[1].extend(behind)
                yield part

    def _pieces(self, old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Piece, ...]:
        """Give what became of the words, numbers of items included; nothing where all are same."""
        one, other = _wording(self._texts[0], old), _wording(self._texts[1], new)
        if one.letters == other.letters:
            return ()
        spans = tuple(TextRange(side[0].span.start, side[-1].span.end) for side in (old, new))
        return tuple(differences(one, other, (spans[0], spans[1])))

    def _moved(self) -> dict[Unit, Unit]:
        """Give the paragraphs that went from one provision to another, either way."""
        old, new = self._lone
        pairs = paired(old, new)
        moved: dict[Unit, Unit] = {}
        for one, other in pairs.forward.items():
            tiles = old[one], new[other]
            long = min(len(tile.wording.letters) for tile in tiles) >= _TELLING
            if long and likeness(*map(letter_pairs, tiles)) >= _ALIKE:
                before, behind = _unit(tiles[0], self._texts[0]), _unit(tiles[1], self._texts[1])
                moved |= {before: behind, behind: before}
        return moved

    def _with_moves(self, row: Row, moved: dict[Unit, Unit]) -> Row:
        parts = tuple(self._with_move(part, moved) for part in row.parts)
        return replace(row, parts=parts)

    def _with_move(self, part: Part, moved: dict[Unit, Unit]) -> Part:
        if part.old and part.new:
            return part
        elsewhere = moved.get((*part.old, *part.new)[0])
        if elsewhere is None or part.old:
            return replace(part, elsewhere=elsewhere)
        return replace(part, elsewhere=elsewhere, pieces=self._pieces([elsewhere], part.new))

    def _units(self, tiles: Sequence[Tile], side: int) -> tuple[Unit, ...]:
        return tuple(_unit(tile, self._texts[side]) for tile in tiles)


def _change(group: Group, *, revised: bool) -> Change:
    if not group.old:
        return Change.INSERTED
    if not group.new:
        return Change.DELETED
    if group.moved:
        return Change.MOVED
    return Change.CHANGED if revised else Change.SAME


def _letters(tiles: Sequence[Tile]) -> list[str]:
    return [tile.wording.letters for tile in tiles]


def _unit(tile: Tile, text: str) -> Unit:
    one = tile.provision
    words = one.span.of(text)
    end = one.span.start + len(words.rstrip())
    start = min(tile.start, end)
    offsets = tile.wording.offsets
    body = offsets[0] if offsets else end
    return Unit(one.id, one.cls, one.marker.strip(), one.label, TextRange(start, end), body)


def _wording(text: str, units: Sequence[Unit]) -> Wording:
    """Give the letters of some paragraphs one after the other, numbers of items included."""
    parts = [wording(text, unit.span) for unit in units]
    offsets = tuple(offset for part in parts for offset in part.offsets)
    return Wording("".join(part.letters for part in parts), offsets)
