"""Tables without ruling lines: rows whose words stand below each other."""

from __future__ import annotations

from collections.abc import Sequence

from policyviewer.domain.markers import marker_of
from policyviewer.domain.patterns import regex
from policyviewer.importers.pages.lines import Line, joined
from policyviewer.importers.pages.pieces import Piece
from policyviewer.importers.writing import TableCell

_FEWEST_ROWS = 3
_NEAR = 1.0
"""Characters: starts, middles or ends so near to each other are aligned."""
_NUMBER = regex(r"[\d.,%\s—\-]+")
_LEADERS = regex(r"[….·]{3}")


def table_length(lines: Sequence[Line], start: int) -> int:
    """Give how many lines from ``start`` on are rows of one table; 0 when it is not sure."""
    first = lines[start].parts()
    if len(first) < 2:
        return 0
    length = 1
    while start + length < len(lines):
        parts = lines[start + length].parts()
        if len(parts) != len(first) or not _aligned(first, parts):
            break
        length += 1
    rows = [line.parts() for line in lines[start : start + length]]
    return length if length >= _FEWEST_ROWS and not _is_contents(rows) else 0


def row_of(line: Line) -> list[TableCell]:
    """Give the words of a line as the cells of a row."""
    return [TableCell(joined(part)) for part in line.parts()]


def _aligned(first: list[list[Piece]], other: list[list[Piece]]) -> bool:
    return all(_stand_below(one, two) for one, two in zip(first, other, strict=True))


def _stand_below(one: list[Piece], two: list[Piece]) -> bool:
    near = _NEAR * one[0].size
    left, right = one[0].left - two[0].left, one[-1].right - two[-1].right
    return min(abs(left), abs(right), abs(left + right) / 2) <= near


def _is_contents(rows: list[list[list[Piece]]]) -> bool:
    """Say whether the rows are entries with page numbers, or points whose numbers stand apart."""
    if len(rows[0]) > 2:
        return False
    return all(
        _NUMBER.fullmatch(joined(row[1])) or _LEADERS.search(joined(row[0])) for row in rows
    ) or any(marker_of(joined(row[0]) + joined(row[1])) for row in rows)
