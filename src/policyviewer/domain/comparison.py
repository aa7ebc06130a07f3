"""Comparing two texts: what became of each provision, of its paragraphs, and of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policyviewer.domain.alignment import Tile, letter_pairs, likeness, paired, tiles_of
from policyviewer.domain.correspondence import Group, groups_of
from policyviewer.domain.documents import Outline
from policyviewer.domain.paragraphs import Paragraphs
from policyviewer.domain.synopsis import (
    Change,
    Part,
    Reshaping,
    Row,
    Synopsis,
    Unit,
    pieces_of,
    unit_of,
)

_TELLING = 10
"""Letters from which a paragraph that stands elsewhere now is told to be the same one, ..."""
_ALIKE = 0.6
"""... where so many pairs of letters are the same."""


def compare(old: Outline, new: Outline) -> Synopsis:
    """Give two texts side by side, provision by provision."""
    return Synopsis(old, new, _Comparing(old, new).rows())


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
        reshaping = Reshaping.SPLIT if len(news) > 1 and olds else None
        if len(olds) > 1 and news:
            reshaping = Reshaping.MERGED
        parts = (self._parts if revised else self._same)(olds, news)
        units = self._units(olds, 0), self._units(news, 1)
        return Row(change, *units, tuple(parts), reshaping, revised)

    def _same(self, olds: Sequence[Tile], news: Sequence[Tile]) -> Iterator[Part]:
        """Give the paragraphs of two provisions with the same words."""
        ones, others = (
            [unit_of(one, text) for tile in tiles for one in paragraphs.provisions(tile)]
            for tiles, paragraphs, text in zip(
                (olds, news), self._paragraphs, self._texts, strict=True
            )
        )
        if len(ones) != len(others):  # another format parts them otherwise
            yield Part(Change.SAME, tuple(ones), tuple(others))
            return
        for one, other in zip(ones, others, strict=True):
            yield Part(Change.SAME, (one,), (other,))

    def _parts(self, olds: Sequence[Tile], news: Sequence[Tile]) -> Iterator[Part]:
        ones = [part for tile in olds for part in self._paragraphs[0].of(tile)]
        others = [part for tile in news for part in self._paragraphs[1].of(tile)]
        for group in groups_of(ones, others):
            before = [ones[at] for at in group.old]
            behind = [others[at] for at in group.new]
            change = _change(group, revised=_letters(before) != _letters(behind))
            part = Part(change, self._units(before, 0), self._units(behind, 1))
            if before and behind:
                yield replace(part, pieces=pieces_of(self._texts, part.old, part.new))
            else:
                self._lone[0].extend(before)
                self._lone[1].extend(behind)
                yield part

    def _moved(self) -> dict[Unit, Unit]:
        """Give the paragraphs that went from one provision to another, either way."""
        old, new = self._lone
        pairs = paired(old, new)
        moved: dict[Unit, Unit] = {}
        for one, other in pairs.forward.items():
            tiles = old[one], new[other]
            long = min(len(tile.wording.letters) for tile in tiles) >= _TELLING
            if long and likeness(*map(letter_pairs, tiles)) >= _ALIKE:
                before, behind = (
                    unit_of(tiles[0].provision, self._texts[0]),
                    unit_of(tiles[1].provision, self._texts[1]),
                )
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
        return replace(
            part, elsewhere=elsewhere, pieces=pieces_of(self._texts, [elsewhere], part.new)
        )

    def _units(self, tiles: Sequence[Tile], side: int) -> tuple[Unit, ...]:
        return tuple(unit_of(tile.provision, self._texts[side]) for tile in tiles)


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
