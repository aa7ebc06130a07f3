"""The rows of a synopsis as they are read: words with their marks, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from policyviewer.domain.citations import Citations
from policyviewer.domain.differences import Piece
from policyviewer.domain.numerals import chinese
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.synopsis import Carried, Change, Part, Reshaping, Row, Synopsis, Unit

CARRIED_NAMES = {
    Carried.COPIED: "照抄",
    Carried.REFINED: "细化",
    Carried.ADDED: "新增",
    Carried.MISSED: "未承接",
}
CHANGE_NAMES = {
    Change.SAME: "未修改",
    Change.CHANGED: "修改",
    Change.MOVED: "移动",
    Change.INSERTED: "新增",
    Change.DELETED: "删去",
}


_LONGEST_NAME = 16
"""Characters of the name of a place: what stands outside all provisions has a title for one."""


class Mark(Enum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    NUMBER = "number"
    """The number of a provision."""
    REMARK = "remark"
    """Words of ours, not of the text."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one mark."""

    text: str
    mark: Mark


Paragraph = tuple[Run, ...]


class Cells:
    """Gives the words of a synopsis row by row."""

    def __init__(self, synopsis: Synopsis) -> None:
        self._synopsis = synopsis
        self._texts = synopsis.old.text, synopsis.new.text
        self._places = Citations(synopsis.old), Citations(synopsis.new)

    def sides(self, row: Row) -> tuple[list[Paragraph], list[Paragraph]]:
        """Give the paragraphs of either side, each in the order of its text."""
        return self._side(row, 0), self._side(row, 1)

    def joined(self, row: Row) -> list[Paragraph]:
        """Give the paragraphs of both sides as one text, what was taken out beside what was put
        in its place.
        """
        numbers = _numbers(row.old, row.parts, 0) | _numbers(row.new, row.parts, 1)
        made: list[Paragraph] = []
        for part in row.parts:
            units = part.new or part.old
            side = 1 if part.new else 0
            marker = numbers.get((side, units[0].span.start))
            head = (Run(self._numbered(marker, side), Mark.NUMBER),) if marker else ()
            made.append((*head, *self._joined(part)))
        return made

    def remark(self, row: Row) -> str:
        """Give in words what became of a row."""
        if row.carried is not None:
            return CARRIED_NAMES[row.carried] + ("（人工确认）" if row.by_hand else "")
        return "；".join(self._remarks(row))

    def place(self, unit: Unit, side: int) -> str:
        """Give how a provision or paragraph is named within its document; 0 is the old one."""
        if unit.marker.startswith("第"):
            return unit.marker
        within = self._places[side].within(unit.id.partition("~")[0]).strip("“”")
        label = within or unit.label
        return label if len(label) <= _LONGEST_NAME else f"{label[:_LONGEST_NAME]}…"

    def _side(self, row: Row, side: int) -> list[Paragraph]:
        units = (row.old, row.new)[side]
        numbers = _numbers(units, row.parts, side)
        told = [(unit, part) for part in row.parts for unit in (part.old, part.new)[side]]
        told.sort(key=lambda one: one[0].span.start)
        made: list[Paragraph] = []
        for unit, part in told:
            marker = numbers.get((side, unit.span.start))
            head = (Run(self._numbered(marker, side), Mark.NUMBER),) if marker else ()
            made.append((*head, *self._runs(unit, part, side), *self._went(part, side)))
        return made

    def _numbered(self, unit: Unit, side: int) -> str:
        """Give the number of a provision with the blank behind it, if there is one."""
        end = unit.span.start + len(unit.marker)
        blank = self._texts[side][end : end + 1].isspace()
        return f"{unit.marker}\u3000" if blank else unit.marker

    def _runs(self, unit: Unit, part: Part, side: int) -> Iterator[Run]:
        """Give the words of a paragraph on its side."""
        other = (Mark.REMOVED, Mark.ADDED)[side]
        if not part.pieces:
            alone = not (part.old and part.new) and part.elsewhere is None
            yield Run(_plain(unit.span.of(self._texts[side])), other if alone else Mark.KEPT)
            return
        for piece in part.pieces:
            span = _on(piece, side).clipped(unit.span)
            if span is not None:
                words = _plain(span.of(self._texts[side]))
                yield Run(words, Mark.KEPT if piece.same else other)

    def _went(self, part: Part, side: int) -> Iterator[Run]:
        if part.elsewhere is not None:
            place = self.place(part.elsewhere, 1 - side)
            yield Run(f"［移至{place}］" if side == 0 else f"［由{place}移来］", Mark.REMARK)

    def _joined(self, part: Part) -> Iterator[Run]:
        side = 1 if part.new else 0
        if part.pieces and part.old and part.new:
            for piece in part.pieces:
                if piece.same:
                    yield from self._words(piece, part.new, 1, Mark.KEPT)
                else:
                    yield from self._words(piece, part.old, 0, Mark.REMOVED)
                    yield from self._words(piece, part.new, 1, Mark.ADDED)
        else:
            for unit in (part.old, part.new)[side]:
                yield from self._runs(unit, part, side)
        yield from self._went(part, side)

    def _words(self, piece: Piece, units: Sequence[Unit], side: int, mark: Mark) -> Iterator[Run]:
        for unit in units:
            span = _on(piece, side).clipped(unit.span)
            if span is not None:
                yield Run(_plain(span.of(self._texts[side])), mark)

    def _remarks(self, row: Row) -> Iterator[str]:
        if row.change in {Change.INSERTED, Change.DELETED}:
            yield CHANGE_NAMES[row.change]
            yield from self._parts_elsewhere(row)
            return
        if row.change is Change.MOVED:
            yield f"移动（原{self.place(row.old[0], 0)}）"
        if row.reshaping is Reshaping.SPLIT:
            yield f"拆分为{'、'.join(self.place(one, 1) for one in row.new)}"
        if row.reshaping is Reshaping.MERGED:
            yield f"{'、'.join(self.place(one, 0) for one in row.old)}合并"
        if row.revised:
            yield from self._revisions(row)
        elif row.change is Change.SAME:
            yield CHANGE_NAMES[Change.SAME]
        if row.renumbered and row.change is not Change.MOVED:
            yield f"序号由{row.old[0].marker}改为{row.new[0].marker}"

    def _revisions(self, row: Row) -> Iterator[str]:
        """Tell which paragraphs were revised, put in and taken out, where there are several."""
        if len(row.parts) == 1 and not row.parts[0].pieces:
            return
        olds, news = (sum(len((p.old, p.new)[side]) for p in row.parts) for side in (0, 1))
        if len(row.parts) == 1 or (olds == news == 1 and _stays(row)):
            yield CHANGE_NAMES[Change.CHANGED]
            return
        kinds = (
            (
                "修改",
                int(news > 1),
                [p for p in row.parts if p.old and p.new and p.change is not Change.SAME],
            ),
            ("增加", 1, [p for p in row.parts if not p.old and p.elsewhere is None]),
            ("删去", 0, [p for p in row.parts if not p.new and p.elsewhere is None]),
        )
        for name, side, parts in kinds:
            units = [unit for part in parts for unit in (part.old, part.new)[side][:1]]
            if units:
                yield name + self._listed(units, (row.old, row.new)[side], side)
        yield from self._parts_elsewhere(row)

    def _parts_elsewhere(self, row: Row) -> Iterator[str]:
        for part in row.parts:
            if part.elsewhere is not None and part.old:
                here = self._listed(part.old, row.old, 0)
                yield f"{here}移至{self.place(part.elsewhere, 1)}"
            elif part.elsewhere is not None:
                here = self._listed(part.new, row.new, 1)
                yield f"{here}由{self.place(part.elsewhere, 0)}移来"

    def _listed(self, units: Sequence[Unit], within: Sequence[Unit], side: int) -> str:
        """Give the places of paragraphs, without the article that they all stand in."""
        above = self.place(within[0], side) if len(within) == 1 else ""
        names = [self.place(unit, side).removeprefix(above) for unit in units]
        known = [name for name in names if name]
        if len(known) < len(names) or len(known) > 4:
            return f"{chinese(len(names))}处"
        return "、".join(known)


def _stays(row: Row) -> bool:
    """Say whether no paragraph went elsewhere or came from there."""
    return all(part.elsewhere is None for part in row.parts)


def _numbers(
    units: Iterable[Unit], parts: Iterable[Part], side: int
) -> dict[tuple[int, int], Unit]:
    """Give which paragraphs begin a provision with a number, by side and place."""
    starts = sorted(unit.span.start for part in parts for unit in (part.old, part.new)[side])
    found: dict[tuple[int, int], Unit] = {}
    for unit in units:
        first = next((start for start in starts if start >= unit.span.start), None)
        if unit.marker and first is not None and first >= unit.span.start + len(unit.marker):
            found[(side, first)] = unit
    return found


def _on(piece: Piece, side: int) -> TextRange:
    return (piece.old, piece.new)[side]


def _plain(words: str) -> str:
    """Give words of a paragraph on one line: tabs of tables and breaks are blanks there."""
    return words.replace("\t", " ").replace("\u2028", " ").replace("\n", " ").strip("\r")
