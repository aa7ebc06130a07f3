"""Tables drawn with ruling lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from policyviewer.importers.pages.lines import Line, continued, lines_of
from policyviewer.importers.pages.pieces import Piece, Ruling
from policyviewer.importers.writing import TableCell

_NEAR = 3.0
"""Points: lines that are so near to each other meet."""
_MOST_RULINGS = 400
"""More of them, those that go on in each other counted once, draw a map or a chart."""
_FULL_LINE = 0.8


@dataclass(slots=True)
class Grid:
    """The edges of a table's columns and rows, and the ruling lines that draw it."""

    across: list[float]
    down: list[float]
    rulings: list[Ruling]

    def holds(self, piece: Piece) -> bool:
        """Say whether the middle of a piece is inside."""
        return (
            self.across[0] <= piece.centre <= self.across[-1]
            and self.down[0] <= piece.middle <= self.down[-1]
        )

    def rows(self, pieces: Sequence[Piece]) -> list[list[TableCell]]:
        """Give the cells with their words, merged where no line parts them."""
        cells = self._cells()
        inside = self._sorted(pieces, cells)
        rows: list[list[TableCell]] = []
        for row in range(len(self.down) - 1):
            rows.append([])
            for column in range(len(self.across) - 1):
                top, left, high, wide = cells[row, column]
                if (top, left) == (row, column):
                    width = self.across[left + wide] - self.across[left]
                    text = _cell_text(inside.get((row, column), []), width)
                    rows[-1].append(TableCell(text, high, wide))
        return rows

    def full(self, pieces: Sequence[Piece]) -> list[bool]:
        """Say of each cell of the last row whether its last line fills it."""
        cells = self._cells()
        inside = self._sorted(pieces, cells)
        row = len(self.down) - 2
        found = []
        for column in range(len(self.across) - 1):
            top, left, _high, wide = cells[row, column]
            if (top, left) == (row, column):
                lines = lines_of(inside.get((row, column), []))
                width = self.across[left + wide] - self.across[left]
                found.append(bool(lines) and _fills(lines[-1], width))
        return found

    def _sorted(
        self, pieces: Sequence[Piece], cells: dict[tuple[int, int], tuple[int, int, int, int]]
    ) -> dict[tuple[int, int], list[Piece]]:
        """Give the pieces of each cell."""
        inside: dict[tuple[int, int], list[Piece]] = {}
        for piece in pieces:
            place = _slot(self.down, piece.middle), _slot(self.across, piece.centre)
            inside.setdefault(cells[place][:2], []).append(piece)
        return inside

    def _cells(self) -> dict[tuple[int, int], tuple[int, int, int, int]]:
        """Give for each place its cell: first row and column, rows and columns."""
        cells: dict[tuple[int, int], tuple[int, int, int, int]] = {}
        for row in range(len(self.down) - 1):
            for column in range(len(self.across) - 1):
                if (row, column) not in cells:
                    high, wide = self._extent(row, column, cells)
                    for y in range(row, row + high):
                        for x in range(column, column + wide):
                            cells[y, x] = (row, column, high, wide)
        return cells

    def _extent(
        self, row: int, column: int, taken: dict[tuple[int, int], tuple[int, int, int, int]]
    ) -> tuple[int, int]:
        """Grow to the right, then down, as long as no line is crossed."""
        wide = high = 1
        while (
            column + wide < len(self.across) - 1
            and (row, column + wide) not in taken
            and not self._is_line(column + wide, row, upright=True)
        ):
            wide += 1
        while row + high < len(self.down) - 1 and not any(
            self._is_line(row + high, x, upright=False) or (row + high, x) in taken
            for x in range(column, column + wide)
        ):
            high += 1
        return high, wide

    def _is_line(self, edge: int, slot: int, *, upright: bool) -> bool:
        """Say whether the edge is drawn beside a row (``upright``) or below a column."""
        edges, slots = (self.across, self.down) if upright else (self.down, self.across)
        middle = (slots[slot] + slots[slot + 1]) / 2
        return any(
            one.upright is upright
            and abs(one.at - edges[edge]) <= _NEAR
            and one.start - _NEAR <= middle <= one.end + _NEAR
            for one in self.rulings
        )


def grids_of(rulings: Sequence[Ruling]) -> list[Grid]:
    """Give the tables that the lines draw, from top to bottom: two columns and rows at least."""
    whole = _whole(rulings)
    if len(whole) > _MOST_RULINGS:
        return []
    grids: list[Grid] = []
    for group in _groups(whole):
        across = _edges(one.at for one in group if one.upright)
        down = _edges(one.at for one in group if not one.upright)
        if len(across) >= 3 and len(down) >= 3 and len(across) * len(down) <= 20_000:
            grids.append(Grid(across, down, group))
    return sorted(grids, key=lambda grid: grid.down[0])


def _whole(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Give the lines with those that go on in each other as one: cells draw their own edges."""
    whole: list[Ruling] = []
    for one in sorted(rulings, key=lambda one: (one.upright, round(one.at / 2), one.start)):
        last = whole[-1] if whole else None
        if last and last.upright is one.upright and _meet(last, one):
            last.end = max(last.end, one.end)
        else:
            whole.append(replace(one))
    return whole


def _groups(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Put together the lines that meet, directly or through others."""
    groups: list[list[Ruling]] = []
    for ruling in rulings:
        near = [group for group in groups if any(_meet(ruling, one) for one in group)]
        joined = [ruling, *(one for group in near for one in group)]
        groups = [group for group in groups if not any(group is one for one in near)]
        groups.append(joined)
    return groups


def _meet(one: Ruling, other: Ruling) -> bool:
    if one.upright is other.upright:
        return (
            abs(one.at - other.at) <= _NEAR
            and max(one.start, other.start) <= min(one.end, other.end) + _NEAR
        )
    return (
        other.start - _NEAR <= one.at <= other.end + _NEAR
        and one.start - _NEAR <= other.at <= one.end + _NEAR
    )


def _edges(places: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _slot(edges: Sequence[float], place: float) -> int:
    inner = sum(edge <= place for edge in edges) - 1
    return min(max(inner, 0), len(edges) - 2)


def _cell_text(pieces: Sequence[Piece], width: float) -> str:
    """Give the words of a cell; a line that fills it goes on in the next."""
    text = ""
    full = False
    for line in lines_of(pieces):
        words = line.text.strip()
        text = continued(text, words) if full or not text else f"{text}\n{words}"
        full = _fills(line, width)
    return text


def _fills(line: Line, width: float) -> bool:
    return line.right - line.left + line.size >= _FULL_LINE * width
