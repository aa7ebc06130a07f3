"""What the page of a comparison shows, row by row: decided without Qt, made when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from policyviewer.app.comparing import Compared
from policyviewer.app.synopsis_cells import CARRIED_NAMES, CHANGE_NAMES, Cells, Paragraph
from policyviewer.app.synopsis_sheet import is_change
from policyviewer.domain.synopsis import Carried, Row
from policyviewer.ui.translation import tr


class Layout(Enum):
    """How the two texts stand: one beside the other, or as one with both words."""

    BESIDE = "beside"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a row leads to: ``side`` is 0 for the old text; ``start`` a code point."""

    side: int
    start: int
    label: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row as it is shown; ``cells`` are two side by side, one joined, none where provisions
    that need not be read are passed over.
    """

    row: Row | None
    name: str
    remark: str
    places: tuple[Place, ...]
    cells: tuple[Sequence[Paragraph], ...]


class SynopsisPlan:
    """The rows of a comparison in one layout, all or only what changed."""

    def __init__(self, made: Compared, layout: Layout, *, only_changes: bool) -> None:
        self._cells = Cells(made.synopsis)
        self._layout = layout
        self._only_changes = only_changes
        self._groups = _groups(made.synopsis.rows, only_changes=only_changes)
        self.changes = [number for number, group in enumerate(self._groups) if _is_told(group[0])]
        """The numbers of the rows that are steps of going from change to change."""

    def __len__(self) -> int:
        return len(self._groups)

    def row(self, number: int) -> Row | None:
        """Give what a row shows; None for provisions that are passed over."""
        group = self._groups[number]
        return None if self._passes_over(group) else group[0]

    def make(self, number: int) -> PageRow:
        """Give a row as it is shown."""
        group = self._groups[number]
        if self._passes_over(group):
            return self._passed_over(group)
        row = group[0]
        cells = (
            self._cells.sides(row) if self._layout is Layout.BESIDE else (self._cells.joined(row),)
        )
        return PageRow(row, kind_name(row), self._cells.remark(row), self._places(row), cells)

    def _passes_over(self, group: Sequence[Row]) -> bool:
        return self._only_changes and not _is_told(group[0])

    def _name(self, row: Row) -> str:
        """Give how the provision of a row is called, by its new place if it has one."""
        side = 1 if row.new else 0
        return self._cells.place((row.new or row.old)[0], side)

    def _places(self, row: Row) -> tuple[Place, ...]:
        return tuple(
            Place(side, unit.span.start, self._cells.place(unit, side))
            for side, units in enumerate((row.old, row.new))
            for unit in units
        )

    def _passed_over(self, rows: Sequence[Row]) -> PageRow:
        first, last = (self._name(row) for row in (rows[0], rows[-1]))
        name = kind_name(rows[0])
        told = f"{first}　{name}"
        if len(rows) > 1:
            told = tr("{first}至{last}　{name}（共 {count}）").format(
                first=first, last=last, name=name, count=len(rows)
            )
        return PageRow(None, "", told, (), ())


def kind_name(row: Row) -> str:
    """Give in a word what became of a row."""
    if row.carried is not None:
        return CARRIED_NAMES[row.carried]
    return CHANGE_NAMES[row.change]


def _is_told(row: Row) -> bool:
    """Say whether one wants to be led to a row: of what a local document copied, not."""
    return is_change(row) and row.carried is not Carried.COPIED


def _groups(rows: Sequence[Row], *, only_changes: bool) -> list[list[Row]]:
    """Give the rows one by one, or neighbours that need not be read together."""
    if not only_changes:
        return [[row] for row in rows]
    groups: list[list[Row]] = []
    for changed, found in groupby(rows, _is_told):
        together = list(found)
        groups += [[row] for row in together] if changed else [together]
    return groups
